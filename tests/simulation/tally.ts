/** What a run of many seeds comes to. */
import type { Ended } from './share.ts';

export interface Tally {
  seeds: number;
  steps: number;
  entries: number;
  failed: number;
  /** Failures that say that something saved is not where it must be. */
  lost: number;
  doubled: number;
  mostRounds: number;
}

const isLoss = /^(I1: lost|I3: an own entry|I6: a supervisor does not see|I6: what was saved|I14: lost)/;
const isDoubling = /^(I1: doubled|I4:)/;

export const createTally = (): Tally => ({ seeds: 0, steps: 0, entries: 0, failed: 0, lost: 0, doubled: 0, mostRounds: 0 });

export const count = (tally: Tally, { steps, entries, failures, rounds }: Ended): void => {
  tally.seeds += 1;
  tally.steps += steps;
  tally.entries += entries;
  tally.failed += failures.length > 0 ? 1 : 0;
  tally.lost += failures.filter((failure) => isLoss.test(failure)).length;
  tally.doubled += failures.filter((failure) => isDoubling.test(failure)).length;
  tally.mostRounds = Math.max(tally.mostRounds, rounds);
};

export const spellTally = ({ seeds, steps, entries, failed, lost, doubled, mostRounds }: Tally): string =>
  `${seeds} seeds, ${steps} steps, ${entries} entries saved, ${failed} seeds failed, ${lost} lost, ${doubled} doubled; quiet after ${mostRounds} rounds at most`;
