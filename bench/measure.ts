/** What a measure is and what it tells. Each is a small file in bench/measures/ and says beside its figure how it was taken. */
import type { AppStand } from './appStand.ts';
import type { Stand } from './stand.ts';

export type Verdict = 'reached' | 'missed' | 'told' | 'not measured';

export interface Row {
  readonly measure: string;
  readonly ours: string;
  /** The same thing with nothing protected, in the same run, taking turns. */
  readonly floor?: string;
  readonly ratio?: number;
  /** The figure to reach; empty where there is none. */
  readonly figure: string;
  readonly verdict: Verdict;
  /** How it was taken, where that is not plain. */
  readonly note?: string;
}

export interface Bench {
  /** Small and few, to see that everything runs; the numbers then mean nothing. */
  readonly quick: boolean;
  /** How often each side takes its turn. */
  readonly rounds: number;
  readonly size: (full: number) => number;
  readonly stand: () => Promise<Stand>;
  readonly app: () => Promise<AppStand>;
}

export interface Measure {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<readonly Row[]>;
}

export const within = (value: number, most: number): Verdict => (value <= most ? 'reached' : 'missed');
export const atLeast = (value: number, least: number): Verdict => (value >= least ? 'reached' : 'missed');
