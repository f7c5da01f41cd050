/**
 * How many entries travel at once. What was too large, or did not get through in time, is tried half as large at once; what
 * gets through doubles the next, up to half of what failed, and after a good while that is dared again.
 */
import { maxEntriesPerBatch } from '../protocol/numbers.ts';
import type { SessionFailure } from './session.ts';

/** So few bytes take a second on the slowest line: fewer would not get through any sooner. */
const smallEnough = 8192;
/** So many in a row make it worth trying again what once was too much. */
const goodWhile = 8;

export interface Tried {
  readonly entries: number;
  readonly bytes: number;
}
export interface BatchSize {
  readonly limit: () => number;
  /** Whether the same failure may not meet a smaller batch. Fewer than one signature proves there are never: the same count fails twice. */
  readonly tryFewer: (failure: SessionFailure, tried: Tried) => boolean;
  readonly gotThrough: () => void;
}

const isAboutSize = (failure: SessionFailure, { bytes }: Tried): boolean =>
  (failure.type === 'refused' && failure.code === 'too-large') || (failure.type === 'too-slow' && bytes > smallEnough);

export const createBatchSize = (): BatchSize => {
  let limit = maxEntriesPerBatch;
  let tooMuch = Number.POSITIVE_INFINITY;
  let inARow = 0;
  const half = (count: number): number => Math.max(1, count >> 1);
  return {
    limit: () => limit,
    tryFewer: (failure, tried) => {
      inARow = 0;
      if (!isAboutSize(failure, tried) || tried.entries < 2 || tried.entries >= tooMuch) return false;
      tooMuch = tried.entries;
      limit = half(Math.min(limit, tried.entries));
      return true;
    },
    gotThrough: () => {
      inARow += 1;
      if (inARow >= goodWhile) tooMuch = Number.POSITIVE_INFINITY;
      limit = Math.min(limit * 2, tooMuch === Number.POSITIVE_INFINITY ? maxEntriesPerBatch : half(tooMuch));
    },
  };
};
