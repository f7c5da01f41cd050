/**
 * What a screening gives: for act, means and purpose, something noted, nothing noted, or not explored, with the topics
 * behind each word. Never a score, a count or a percentage: most people whom a scored tool picks out at field
 * prevalence are not in a trafficking situation, and a person, not this grid, decides the next step and says why.
 */
import { type Checklist, type Form, forms, type LegalElement, legalElements, type Question } from '../domain/checklist.ts';
import type { Answer, Answers } from '../domain/screening.ts';
import { codesIn, questionsToAsk, type WhyUnanswered, whyUnanswered } from './engine.ts';

export type CellState = 'noted' | 'nothing-noted' | 'not-explored';
/** How one question came out; `unsure` was explored and nothing was noted, and is shown as unsure. */
export type Standing = 'noted' | 'nothing-noted' | 'unsure' | 'not-explored';

export interface Topic {
  readonly topic: string;
  readonly question: string;
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

export const standingOf = ({ notedWhen }: Question, answer: Answer | undefined): Standing => {
  if (whyUnanswered(answer)) return 'not-explored';
  const codes = codesIn(answer);
  if (codes.some((code) => notedWhen.includes(code))) return 'noted';
  return codes.includes('unsure') ? 'unsure' : 'nothing-noted';
};

const cellOf = (questions: readonly Question[], answers: Answers): Cell => {
  const stands = (wanted: Standing) => questions.filter((question) => standingOf(question, answers[question.id]) === wanted);
  const topics = (wanted: Standing): readonly Topic[] => stands(wanted).map(({ id, topic }) => ({ topic, question: id }));
  const [noted, nothingNoted, unsure] = [topics('noted'), topics('nothing-noted'), topics('unsure')];
  const notExplored = stands('not-explored').map(({ id, topic }) => ({
    topic,
    question: id,
    why: whyUnanswered(answers[id]) ?? 'not-asked',
  }));
  const explored = nothingNoted.length + unsure.length > 0;
  return { state: noted.length > 0 ? 'noted' : explored ? 'nothing-noted' : 'not-explored', noted, nothingNoted, unsure, notExplored };
};

const cellsOf = (questions: readonly Question[], answers: Answers): Cells => {
  const cell = (element: LegalElement) =>
    cellOf(
      questions.filter((question) => question.element === element),
      answers,
    );
  return { act: cell('act'), means: cell('means'), purpose: cell('purpose') };
};

/** Rows only for forms the checklist has a question of act, means or purpose about. */
export const gridOf = (checklist: Checklist, answers: Answers): Grid => {
  const inGrid = (question: Question) => legalElements.some((element) => element === question.element);
  const asked = questionsToAsk(checklist, answers).filter(inGrid);
  const known = new Set(checklist.sections.flatMap(({ questions }) => questions.filter(inGrid).map(({ form }) => form)));
  const rowOf = (form: Form): FormRow => {
    const ofForm = asked.filter((question) => question.form === form);
    return { form, opened: ofForm.length > 0, cells: cellsOf(ofForm, answers) };
  };
  return { whole: cellsOf(asked, answers), byForm: forms.filter((form) => known.has(form)).map(rowOf) };
};
