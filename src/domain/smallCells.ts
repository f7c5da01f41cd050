/**
 * Small numbers point at people. In public figures 1 to 10 reads "fewer than 11" and 0 stays 0 (R36); then further
 * cells are withheld until nobody can work a hidden number out from the shown ones and the totals.
 *
 * Cells and their totals form a network: a cell is an edge, and at every node what flows in equals what flows out (a
 * row's cells and its total meet in one node). A hidden cell can be worked out exactly when no loop through it has room
 * to give: that is the reachability question below, and it is exact for whole numbers, whatever a reader computes.
 */
export interface Cell {
  readonly value: number;
  readonly from: string;
  readonly to: string;
  /** Totals are withheld last: they are what a reader came for. */
  readonly total: boolean;
}
export type Cells = ReadonlyMap<string, Cell>;

export type Shown = { readonly as: 'number'; readonly value: number } | { readonly as: 'few' } | { readonly as: 'withheld' };

/** CTDC and most health departments: fewer than 11 people is few. */
export const threshold = 11;
export const isSmall = (value: number): boolean => value > 0 && value < threshold;

/** What a reader knows of a cell before computing: a shown number, "1 to 10", or, if withheld, that it is not small. */
const rangeOf = (shown: Shown): readonly [number, number] => {
  if (shown.as === 'number') return [shown.value, shown.value];
  return shown.as === 'few' ? [1, threshold - 1] : [threshold, Number.POSITIVE_INFINITY];
};

type Arc = readonly [id: string, to: string];

/** Where some flow could still move: along an edge that may grow, against one that may shrink. */
const roomIn = (cells: Cells, shown: ReadonlyMap<string, Shown>): ReadonlyMap<string, readonly Arc[]> => {
  const arcs = new Map<string, Arc[]>();
  const add = (from: string, arc: Arc) => arcs.set(from, [...(arcs.get(from) ?? []), arc]);
  for (const [id, { value, from, to }] of cells) {
    const [least, most] = rangeOf(shown.get(id) ?? { as: 'number', value });
    if (value < most) add(from, [id, to]);
    if (value > least) add(to, [id, from]);
  }
  return arcs;
};

const reaches = (
  arcs: ReadonlyMap<string, readonly Arc[]>,
  path: { readonly from: string; readonly to: string; readonly without: string },
): boolean => {
  // A figure that is part of no sum goes from a node to itself: nothing bounds it.
  if (path.from === path.to) return true;
  const seen = new Set([path.from]);
  const waiting = [path.from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [id, next] of arcs.get(node) ?? []) {
      if (id === path.without || seen.has(next)) continue;
      if (next === path.to) return true;
      seen.add(next);
      waiting.push(next);
    }
  }
  return false;
};

/** Hidden cells whose number follows from what is shown. */
export const recoverable = (cells: Cells, shown: ReadonlyMap<string, Shown>): readonly string[] => {
  const arcs = roomIn(cells, shown);
  return [...shown].flatMap(([id, { as }]) => {
    const edge = cells.get(id);
    if (as === 'number' || !edge) return [];
    const mayGrow = (arcs.get(edge.from) ?? []).some(([arc]) => arc === id) && reaches(arcs, { from: edge.to, to: edge.from, without: id });
    const mayShrink = (arcs.get(edge.to) ?? []).some(([arc]) => arc === id) && reaches(arcs, { from: edge.from, to: edge.to, without: id });
    return mayGrow || mayShrink ? [] : [id];
  });
};

/** The next cell to give up: one that meets the exposed cell if any is left, parts before totals, small before large. */
const nextToWithhold = (cells: Cells, shown: ReadonlyMap<string, Shown>, exposed: string): string | undefined => {
  const edge = cells.get(exposed);
  const meets = ({ from, to }: Cell) => edge !== undefined && [from, to].some((node) => node === edge.from || node === edge.to);
  const cost = ([, cell]: readonly [string, Cell]) => [meets(cell) ? 0 : 1, cell.total ? 1 : 0, cell.value] as const;
  const left = [...cells].filter(([id, { value }]) => shown.get(id)?.as === 'number' && value >= threshold);
  left.sort(
    (a, b) =>
      cost(a)
        .map((part, at) => part - (cost(b)[at] ?? 0))
        .find((difference) => difference !== 0) ?? 0,
  );
  return left[0]?.[0];
};

const firstLook = ({ value }: Cell): Shown => (isSmall(value) ? { as: 'few' } : { as: 'number', value });

/** Every cell as a stranger may see it. Cells that share a node or a total belong in one call. */
export const suppressed = (cells: Cells): ReadonlyMap<string, Shown> => {
  const shown = new Map([...cells].map(([id, cell]) => [id, firstLook(cell)]));
  for (let exposed = recoverable(cells, shown); exposed.length > 0; exposed = recoverable(cells, shown)) {
    const next = exposed[0] === undefined ? undefined : nextToWithhold(cells, shown, exposed[0]);
    // Nothing left to give up, and still exposed (ten ones under a total of ten): then nothing of it is shown at all.
    if (next === undefined) return new Map([...cells].map(([id]) => [id, { as: 'withheld' }]));
    shown.set(next, { as: 'withheld' });
  }
  return shown;
};
