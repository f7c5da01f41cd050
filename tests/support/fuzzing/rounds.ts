/** Runs the targets in turn with mutated inputs until the time is up. Inputs that reach new code are kept and mutated further. */
import { watchCoverage } from './coverage.ts';
import { type Dice, mutated } from './mutate.ts';
import type { Target } from './target.ts';

const batch = 250;

export interface Crash {
  readonly target: string;
  readonly problem: string;
  readonly input: string;
}

export interface Report {
  readonly target: string;
  runs: number;
  kept: number;
  slowest: number;
  slowestInput: string;
}

export interface FuzzJob {
  readonly targets: readonly Target[];
  readonly until: number;
  readonly dice: Dice;
  readonly isOurs: (url: string) => boolean;
  /** Told before each run, so that a watcher knows what hangs. */
  readonly begins: (target: string, input: string) => void;
  /** An input that takes longer is as bad as a crash. */
  readonly slowest: number;
}

const problemOf = (target: Target, input: string, report: Report, limit: number): string | null => {
  const start = performance.now();
  try {
    target.run(input);
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack?.split('\n').slice(0, 3).join(' ') ?? thrown.message) : String(thrown);
  } finally {
    report.runs += 1;
  }
  const took = performance.now() - start;
  if (took > report.slowest) [report.slowest, report.slowestInput] = [took, input];
  return took > limit ? `took ${Math.round(took)} ms` : null;
};

export const fuzz = ({ targets, until, dice, isOurs, begins, slowest }: FuzzJob) => {
  const coverage = watchCoverage(isOurs);
  const crashes = new Map<string, Crash>();
  const fields = targets.map((target) => ({
    target,
    corpus: [...target.seeds],
    report: { target: target.name, runs: 0, kept: 0, slowest: 0, slowestInput: '' } as Report,
  }));

  const runOne = (field: (typeof fields)[number], input: string): void => {
    const { target, report } = field;
    begins(target.name, input);
    const problem = problemOf(target, input, report, slowest);
    const key = `${target.name}: ${problem?.replace(/\d+/g, '#')}`;
    if (problem !== null && !crashes.has(key)) crashes.set(key, { target: target.name, problem, input });
  };

  const runBatch = (field: (typeof fields)[number], inputs: readonly string[]): void => {
    for (const input of inputs) runOne(field, input);
    if (!coverage.reachedNew(false)) return;
    for (const input of inputs) {
      runOne(field, input);
      if (!coverage.reachedNew(true)) continue;
      field.corpus.push(input);
      field.report.kept += 1;
    }
  };

  for (const field of fields) for (const seed of field.target.seeds) runBatch(field, [seed]);
  while (Date.now() < until) {
    for (const field of fields) {
      const soil = { corpus: field.corpus, words: field.target.words, longest: field.target.longest };
      runBatch(
        field,
        Array.from({ length: batch }, () => mutated(soil, dice)),
      );
    }
  }
  return { reports: fields.map(({ report }) => report), crashes: [...crashes.values()], reached: coverage.summary() };
};
