/**
 * The streams of one organisation besides the office's: each counts from 1 without a gap, points only at entries that are for it,
 * and at each of them once. Of every entry that is not for the office alone its place is held, and nothing else.
 */
import type { Report } from './finding.ts';

export interface StreamsDeps {
  /** The organisation's id: also the name of everybody's stream. */
  readonly org: string;
  readonly follows: (device: string) => boolean;
  readonly counter: (stream: string) => number;
  readonly tell: Report;
}

export const createStreams = ({ org, follows, counter, tell }: StreamsDeps) => {
  /** Places in the office's stream, in order, by whom the entry is for. */
  const meant = new Map<string, number[]>();
  /** The stream whose rows are coming by. */
  let open: { readonly stream: string; last: number; readonly pointedAt: Set<number> } | null = null;
  const complete = new Set<string>();

  const isMeantFor = (stream: string, place: number): boolean =>
    holds(meant.get(stream) ?? [], place) || (follows(stream) && holds(meant.get(org) ?? [], place));
  const wantedBy = (stream: string): number => (meant.get(stream)?.length ?? 0) + (follows(stream) ? (meant.get(org)?.length ?? 0) : 0);

  const close = (stream: string, last: number, pointedAt: ReadonlySet<number>): void => {
    complete.add(stream);
    const missing = wantedBy(stream) - pointedAt.size;
    if (missing > 0) tell({ what: 'stream-incomplete', org, who: stream, at: missing });
    if (counter(stream) !== last) tell({ what: 'counter-differs', org, who: stream, at: counter(stream) });
  };

  const addRow = (stream: string, place: number, officePlace: number): void => {
    if (open && open.stream !== stream) close(open.stream, open.last, open.pointedAt);
    if (open?.stream !== stream) open = { stream, last: 0, pointedAt: new Set() };
    if (place !== open.last + 1) tell({ what: 'stream-gap', org, who: stream, at: open.last + 1 });
    open.last = place;
    if (open.pointedAt.has(officePlace) || !isMeantFor(stream, officePlace))
      tell({ what: 'stream-points-nowhere', org, who: stream, at: place });
    else open.pointedAt.add(officePlace);
  };

  return {
    addEntry: (stream: string, place: number): void => {
      const places = meant.get(stream) ?? [];
      meant.set(stream, places);
      places.push(place);
    },
    addRow,
    finish: (followers: Iterable<string>): void => {
      if (open) close(open.stream, open.last, open.pointedAt);
      for (const stream of new Set([...meant.keys(), ...followers]))
        if (!complete.has(stream) && wantedBy(stream) > 0) tell({ what: 'stream-incomplete', org, who: stream, at: wantedBy(stream) });
    },
  };
};

/** In a list that only grows. */
const holds = (places: readonly number[], place: number): boolean => {
  let [low, high] = [0, places.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = places[middle] ?? 0;
    if (found === place) return true;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};
