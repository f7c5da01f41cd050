/**
 * A list of a thousand rows of which an answer changes two: what would be drawn the same is handed back as it was, and preact
 * leaves alone what is the very same object.
 */
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

type Draw = (key: string, sameWhile: string, draw: () => VNode) => VNode;

interface Drawn {
  readonly all: readonly unknown[];
  readonly rows: Map<string, { readonly sameWhile: string; readonly row: VNode }>;
}

/** `all`: whatever every row depends on; when one of them is another, all rows are drawn again. */
export const useDrawnBefore = (...all: readonly unknown[]): Draw => {
  const held = useRef<Drawn | null>(null);
  if (!held.current || all.some((each, at) => each !== held.current?.all[at])) held.current = { all, rows: new Map() };
  const { rows } = held.current;
  return (key, sameWhile, draw) => {
    const before = rows.get(key);
    if (before?.sameWhile === sameWhile) return before.row;
    const row = draw();
    rows.set(key, { sameWhile, row });
    return row;
  };
};
