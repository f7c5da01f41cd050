/**
 * What a screening gives: for act, means and purpose, something noted, nothing noted, or not explored, with the topics
 * behind each word. Never a score, a count or a percentage: most people whom a scored tool picks out at field
 * prevalence are not in a trafficking situation, and a person, not this grid, decides the next step and says why.
 */
import { type Form, forms, itemsWithPaths, type LegalElement, legalElements } from '../../domain/checklist.ts';
import { isAsked } from '../../domain/itemTypes.ts';
import type { Answer, Answers } from '../../domain/screening.ts';
import type { Run } from '../engine/run.ts';
import { codesIn, type WhyUnanswered, whyUnanswered } from './answers.ts';
import { templateOf } from './keys.ts';
import type { Asked } from './places.ts';
import { isAmong, marksOf, questionsToAsk } from './questions.ts';

export type CellState = 'noted' | 'nothing-noted' | 'not-explored';
/** How one question came out; `unsure` was explored and nothing was noted, and is shown as unsure. */
export type Standing = 'noted' | 'nothing-noted' | 'unsure' | 'not-explored';

export interface Topic {
  /** A key of our own topics; without one the question's own wording names it. */
  readonly topic: string | undefined;
  /** Of the answer. */
  readonly question: string;
  readonly path: string;
}
export interface UnexploredTopic extends Topic {
  readonly why: WhyUnanswered;
}
export interface Cell {
  readonly state: CellState;
  readonly noted: readonly Topic[];
  readonly nothingNoted: readonly Topic[];
  readonly unsure: readonly Topic[];
  readonly notExplored: readonly UnexploredTopic[];
}
export type Cells = Readonly<Record<LegalElement, Cell>>;
export interface FormRow {
  /** `any`: questions that belong to no single form of exploitation. */
  readonly form: Form;
  /** False when no earlier answer opened this part, so nothing in it was asked. */
  readonly opened: boolean;
  readonly cells: Cells;
}
export interface Grid {
  readonly whole: Cells;
  readonly byForm: readonly FormRow[];
}

export const standingOf = (asked: Pick<Asked, 'item'>, answer: Answer | undefined): Standing => {
  if (whyUnanswered(answer)) return 'not-explored';
  if (isAmong(answer, marksOf(asked).notedWhen)) return 'noted';
  return codesIn(answer).includes('unsure') ? 'unsure' : 'nothing-noted';
};

interface Stood {
  readonly asked: Asked;
  readonly answer: Answer | undefined;
  readonly standing: Standing;
}

const weights: readonly Standing[] = ['noted', 'unsure', 'nothing-noted', 'not-explored'];

/** A question that is asked once for each child is one topic: what was noted for one of them is noted. */
const onceEach = (stood: readonly Stood[]): readonly Stood[] => {
  const topics = new Map<string, Stood>();
  for (const one of stood) {
    const template = templateOf(one.asked.path);
    const before = topics.get(template);
    if (!before || weights.indexOf(one.standing) < weights.indexOf(before.standing)) topics.set(template, one);
  }
  return [...topics.values()];
};

const topicOf = ({ asked }: Stood): Topic => ({ topic: marksOf(asked).topic, question: asked.key, path: asked.path });

const cellOf = (stood: readonly Stood[]): Cell => {
  const stands = (wanted: Standing) => stood.filter(({ standing }) => standing === wanted);
  const [noted, nothingNoted, unsure] = [stands('noted').map(topicOf), stands('nothing-noted').map(topicOf), stands('unsure').map(topicOf)];
  const notExplored = stands('not-explored').map((one) => ({ ...topicOf(one), why: whyUnanswered(one.answer) ?? 'not-asked' }));
  const explored = nothingNoted.length + unsure.length > 0;
  return { state: noted.length > 0 ? 'noted' : explored ? 'nothing-noted' : 'not-explored', noted, nothingNoted, unsure, notExplored };
};

const cellsOf = (stood: readonly Stood[]): Cells => {
  const cell = (element: LegalElement) => cellOf(stood.filter(({ asked }) => marksOf(asked).element === element));
  return { act: cell('act'), means: cell('means'), purpose: cell('purpose') };
};

const isInGrid = (asked: Pick<Asked, 'item'>): boolean => legalElements.some((element) => element === marksOf(asked).element);

/** Rows only for forms the checklist has a question of act, means or purpose about. */
export const gridOf = (run: Run, answers: Answers): Grid => {
  const stood = onceEach(
    questionsToAsk(run)
      .filter(isInGrid)
      .map((asked) => ({ asked, answer: answers[asked.key], standing: standingOf(asked, answers[asked.key]) })),
  );
  const inChecklist = itemsWithPaths(run.loaded.checklist.items).filter((placed) => isAsked(placed.item) && isInGrid(placed));
  const known = new Set(inChecklist.map((placed) => marksOf(placed).form));
  const rowOf = (form: Form): FormRow => {
    const ofForm = stood.filter(({ asked }) => marksOf(asked).form === form);
    return { form, opened: ofForm.length > 0, cells: cellsOf(ofForm) };
  };
  return { whole: cellsOf(stood), byForm: forms.filter((form) => known.has(form)).map(rowOf) };
};

/** A grid with nothing in it to show: nobody marked any of the checklist's questions. */
export const isEmptyGrid = ({ byForm }: Grid): boolean => byForm.length === 0;
