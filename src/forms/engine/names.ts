/** What `${name}` means: the nearest row so called, from where the expression stands outward. */
import { grouped } from '../grouped.ts';
import type { Row } from './rows.ts';

export type FindRow = (here: Row, name: string) => Row | null;

/** The first of these, in document order, that stands inside the container. */
const firstInside = (candidates: readonly Row[], { index, end }: Row): Row | null => {
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  const found = candidates[low];
  return found && found.index <= end ? found : null;
};

const climb = (candidates: readonly Row[], here: Row, name: string): Row | null => {
  for (let around: Row | null = here.parent ?? here; around; around = around.parent) {
    const found = around.byName.get(name) ?? (around.item.name === name ? around : firstInside(candidates, around));
    if (found && found.parent !== null) return found;
  }
  return null;
};

export const nameFinder = (rows: readonly Row[]): FindRow => {
  const called = grouped(rows.slice(1), ({ item }) => item.name);
  return (here, name) => {
    const candidates = called.get(name);
    if (candidates === undefined) return null;
    return candidates.length === 1 ? (candidates[0] ?? null) : climb(candidates, here, name);
  };
};
