/**
 * Between the answers a screening keeps and a run of its checklist: opened once, then told only what changed. What follows
 * from an answer is worked out by the engine; nothing here decides whether a question is asked.
 */
import type { Checklist } from '../../domain/checklist.ts';
import type { Answers, RunKept } from '../../domain/screening.ts';
import { type Loaded, loadChecklist } from '../engine/load.ts';
import { openRun } from '../engine/open.ts';
import type { Run, RunDeps } from '../engine/run.ts';
import { textOf } from './answers.ts';
import { keysOf } from './keys.ts';

const loaded = new WeakMap<Checklist, Loaded>();

/** Parsed once for as long as the checklist is in memory. */
export const loadedOf = (checklist: Checklist): Loaded => {
  const found = loaded.get(checklist) ?? loadChecklist(checklist);
  loaded.set(checklist, found);
  return found;
};

/** For reading what was kept: on the day it was asked, and with nothing left to chance. */
export const depsForReading = (day: string): RunDeps => ({ now: () => `${day}T12:00:00Z`, random: () => 0, newId: () => '0'.repeat(32) });

/** Answers of instances say how many there were, where nothing else does. */
const countsIn = (paths: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const path of paths) {
    for (const found of path.matchAll(/\[(\d+)\]/gu)) {
      const repeat = path.slice(0, found.index);
      counts[repeat] = Math.max(counts[repeat] ?? 0, Number(found[1]));
    }
  }
  return counts;
};

export const openAnswers = (loaded: Loaded, deps: RunDeps, answers: Answers, kept?: RunKept): Run => {
  const { pathOf } = keysOf(loaded.checklist);
  const said = Object.entries(answers)
    .map(([key, answer]) => [pathOf(key), textOf(answer)] as const)
    .filter(([, text]) => text !== '');
  // Nothing said and nothing kept is a beginning: what is filled in beforehand is filled in then, and only then.
  if (said.length === 0 && kept === undefined) return openRun(loaded, deps);
  const counts = { ...countsIn(said.map(([path]) => path)), ...kept?.counts };
  return openRun(loaded, deps, { counts, values: { ...kept?.values, ...Object.fromEntries(said) } });
};

/** A screening as it was kept, opened to be read. */
export const openToRead = (
  checklist: Checklist,
  { answers = {}, run, day }: { readonly answers?: Answers | undefined; readonly run?: RunKept | undefined; readonly day: string },
): Run => openAnswers(loadedOf(checklist), depsForReading(day), answers, run ?? { values: {}, counts: {} });

/** Tells the run what changed between two sets of answers. */
export const takeAnswers = (run: Run, before: Answers, after: Answers): void => {
  const { pathOf } = keysOf(run.loaded.checklist);
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[key] === after[key]) continue;
    const text = textOf(after[key]);
    if (text !== textOf(before[key])) run.set(pathOf(key), text);
  }
};

/**
 * What must be kept besides the answers so that the run can be opened again; `undefined` where the answers say it all. `open`:
 * without what is closed by now, for in a finished screening nobody said that in the end.
 */
export const keptBesides = (run: Run, answers: Answers, which: 'all' | 'open'): RunKept | undefined => {
  const { keyOf } = keysOf(run.loaded.checklist);
  const { values, counts } = run.kept();
  const others = Object.entries(values).filter(
    ([path, value]) => textOf(answers[keyOf(path)]) !== value && (which === 'all' || run.state(path)?.relevant === true),
  );
  if (others.length === 0 && Object.keys(counts).length === 0) return undefined;
  return { values: Object.fromEntries(others), counts: { ...counts } };
};
