/** What one screening says, place by place, as its checklist's own expressions read it. What is not relevant is not said. */
import type { Checklist } from '../../domain/checklist.ts';
import type { Answer, Screening } from '../../domain/screening.ts';
import type { Run } from '../engine/run.ts';
import { textOf, type WhyUnanswered, whyUnanswered } from '../walk/answers.ts';
import { keysOf, templateOf } from '../walk/keys.ts';
import { openToRead } from '../walk/openAnswers.ts';
import { questionsToAsk } from '../walk/questions.ts';
import { type Leaf, leavesOf } from './columns.ts';

export interface Told {
  readonly leaf: Leaf;
  /** With its place in every repeat. */
  readonly path: string;
  readonly text: string;
  readonly answer: Answer | undefined;
  /** Of a question that was open and has no answer. */
  readonly why: WhyUnanswered | undefined;
}

export interface ToldAnswers {
  readonly told: readonly Told[];
  /** Every instance of a repeat that there was, in order. */
  readonly instances: readonly string[];
  /** Answers that the checklist does not know, or all of them where it is not here. */
  readonly unknown: readonly (readonly [string, Answer])[];
}

const leaves = new WeakMap<Checklist, ReadonlyMap<string, Leaf>>();

const leavesByPath = (checklist: Checklist): ReadonlyMap<string, Leaf> => {
  const found = leaves.get(checklist) ?? new Map(leavesOf(checklist).map((leaf) => [leaf.path, leaf]));
  leaves.set(checklist, found);
  return found;
};

const isInstance = (path: string): boolean => path.endsWith(']');

const toldAt = (
  run: Run,
  path: string,
  { answers, asked }: { readonly answers: Screening['answers']; readonly asked: ReadonlySet<string> },
) => {
  const { checklist } = run.loaded;
  const leaf = leavesByPath(checklist).get(templateOf(path));
  const state = leaf ? run.state(path) : undefined;
  if (!leaf || !state?.relevant) return [];
  const answer = answers?.[keysOf(checklist).keyOf(path)];
  const why = asked.has(path) ? whyUnanswered(answer) : undefined;
  return [{ leaf, path, text: why ? '' : textOf(answer) || state.value, answer, why }];
};

export const toldIn = (checklist: Checklist | null, screening: Screening): ToldAnswers => {
  const { answers = {} } = screening;
  if (!checklist) return { told: [], instances: [], unknown: Object.entries(answers) };
  const run = openToRead(checklist, screening);
  const paths = run.paths();
  const asked = new Set(questionsToAsk(run).map(({ path }) => path));
  const known = leavesByPath(checklist);
  const { pathOf } = keysOf(checklist);
  return {
    told: paths.flatMap((path) => toldAt(run, path, { answers, asked })),
    instances: paths.filter((path) => isInstance(path) && run.state(path)?.relevant === true),
    unknown: Object.entries(answers).filter(([key]) => !known.has(templateOf(pathOf(key)))),
  };
};
