/** Choosing several rows of a list as the ARIA listbox has it: arrows move, Shift extends, Space and Ctrl add, 1 to 5 mark. */
import { useRef } from 'preact/hooks';

export interface RowsToChoose {
  readonly paths: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (paths: ReadonlySet<string>) => void;
  readonly onElement: (at: number) => void;
  readonly focus: (place: number) => void;
}

interface Held {
  readonly shift: boolean;
  readonly add: boolean;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

const placeAfter = (key: string, at: number, count: number): number | null => {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, at + step));
};

const toggled = (chosen: ReadonlySet<string>, path: string): ReadonlySet<string> => {
  const next = new Set(chosen);
  if (!next.delete(path)) next.add(path);
  return next;
};

/** A finger has no Ctrl key: each tap adds or takes away. */
const isTouch = (event: MouseEvent): boolean => 'pointerType' in event && event.pointerType === 'touch';

export const useChoosingRows = ({ paths, chosen, onChoose, onElement, focus }: RowsToChoose) => {
  /** Where the focus is, and where a range begins. */
  const here = useRef(0);
  const anchor = useRef(0);
  const at = () => Math.min(here.current, Math.max(0, paths.length - 1));
  const choose = (place: number, { shift, add }: Held) => {
    const path = paths[place];
    if (path === undefined) return;
    here.current = place;
    if (shift) return onChoose(new Set(paths.slice(Math.min(anchor.current, place), Math.max(anchor.current, place) + 1)));
    anchor.current = place;
    onChoose(add ? toggled(chosen, path) : new Set([path]));
  };
  const move = (next: number, held: Held) => {
    if (held.add) here.current = next;
    else choose(next, held);
    focus(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const held = { shift: event.shiftKey, add: event.ctrlKey || event.metaKey };
    const next = placeAfter(event.key, at(), paths.length);
    if (next !== null) move(next, held);
    else if (event.key === ' ') choose(at(), { shift: held.shift, add: true });
    else if (held.add && event.key.toLowerCase() === 'a') onChoose(new Set(paths));
    else if (event.key === 'Escape') onChoose(new Set());
    else if (!held.add && /^[1-5]$/.test(event.key)) onElement(Number(event.key) - 1);
    else return;
    event.preventDefault();
  };
  const onPress = (place: number, event: MouseEvent) => {
    choose(place, { shift: event.shiftKey, add: event.ctrlKey || event.metaKey || isTouch(event) });
    focus(place);
  };
  return { at: at(), onKeyDown, onPress };
};
