/**
 * Walks a checklist: which questions are open, what comes next, what is urgent. Pure; the answers are never changed.
 * A question that stopped being relevant keeps its answer in the draft, but reads as blank everywhere here, so that
 * changing an earlier answer back brings the later ones back too.
 */
import { type AskedWhen, type Checklist, noneOfThese, type Question, questionsOf, type Urgency, urgencies } from '../domain/checklist.ts';
import { type Answer, type Answers, unanswered } from '../domain/screening.ts';

export type WhyUnanswered = (typeof unanswered)[number];

/** The codes an answer says: `yes`, `unsure`, choice codes. Empty when it says nothing. */
export const codesIn = (answer: Answer | undefined): readonly string[] =>
  answer?.is !== undefined ? [answer.is] : (answer?.several ?? []);

/** Why there is no answer, or `undefined` when there is one. A question nobody touched was not asked. */
export const whyUnanswered = (answer: Answer | undefined): WhyUnanswered | undefined => {
  const said = unanswered.find((why) => answer?.is === why);
  if (said) return said;
  return codesIn(answer).length > 0 || answer?.words?.trim() ? undefined : 'not-asked';
};

/** Somebody dealt with the question: answered it, or marked why it has no answer. */
export const wasDealtWith = (answer: Answer | undefined): boolean => answer?.is !== undefined || whyUnanswered(answer) === undefined;

const opens = ({ match, of }: AskedWhen, answers: Answers): boolean => {
  const holds = ({ question, answers: wanted }: AskedWhen['of'][number]) =>
    codesIn(answers[question]).some((code) => wanted.includes(code));
  return match === 'all' ? of.every(holds) : of.some(holds);
};

interface Walked {
  readonly asked: readonly Question[];
  readonly answers: Answers;
}

/** One pass in order: a condition sees only answers of earlier questions that are themselves open. */
const walkOnce = (checklist: Checklist, answers: Answers): Walked => {
  const asked: Question[] = [];
  const open: Record<string, Answer> = {};
  for (const question of questionsOf(checklist)) {
    if (question.askedWhen && !opens(question.askedWhen, open)) continue;
    asked.push(question);
    const answer = answers[question.id];
    if (answer) open[question.id] = answer;
  }
  return { asked, answers: open };
};

/** A screen asks for the same walk several times at every tap, and answers are never changed in place: it is walked once. */
const walked = new WeakMap<Checklist, WeakMap<Answers, Walked>>();
const walk = (checklist: Checklist, answers: Answers): Walked => {
  const ofChecklist = walked.get(checklist) ?? new WeakMap<Answers, Walked>();
  walked.set(checklist, ofChecklist);
  const found = ofChecklist.get(answers) ?? walkOnce(checklist, answers);
  ofChecklist.set(answers, found);
  return found;
};

export const questionsToAsk = (checklist: Checklist, answers: Answers): readonly Question[] => walk(checklist, answers).asked;

/** The answers as they read: only those of questions that are open. This is what a finished screening keeps. */
export const relevantAnswers = (checklist: Checklist, answers: Answers): Answers => walk(checklist, answers).answers;

export interface SectionProgress {
  readonly section: string;
  /** How many open questions were dealt with, out of how many. Says where we are, nothing about the person. */
  readonly dealtWith: number;
  readonly toAsk: number;
}

/** Sections with nothing to ask are left out. */
export const progressBySection = (checklist: Checklist, answers: Answers): readonly SectionProgress[] => {
  const open = new Set(questionsToAsk(checklist, answers));
  return checklist.sections
    .map(({ id, questions }) => ({ section: id, asked: questions.filter((question) => open.has(question)) }))
    .filter(({ asked }) => asked.length > 0)
    .map(({ section, asked }) => ({
      section,
      dealtWith: asked.filter(({ id }) => wasDealtWith(answers[id])).length,
      toAsk: asked.length,
    }));
};

/** Where a question stands in the whole checklist, so that one that has just closed still has neighbours. */
const placeOf = (checklist: Checklist, id: string): number => questionsOf(checklist).findIndex((question) => question.id === id);

/** Without `current`: the first question. */
export const nextQuestion = (checklist: Checklist, answers: Answers, current?: string): Question | undefined => {
  const here = current === undefined ? -1 : placeOf(checklist, current);
  const open = questionsToAsk(checklist, answers);
  const after = questionsOf(checklist).slice(here + 1);
  return after.find((question) => open.includes(question));
};

export const previousQuestion = (checklist: Checklist, answers: Answers, current: string): Question | undefined => {
  const open = questionsToAsk(checklist, answers);
  const before = questionsOf(checklist).slice(0, Math.max(0, placeOf(checklist, current)));
  return before.filter((question) => open.includes(question)).at(-1);
};

/** What one answer raises at once, for the screen that has just taken it. */
export const urgencyOf = ({ urgentWhen }: Question, answer: Answer | undefined): Urgency | undefined =>
  urgentWhen && codesIn(answer).some((code) => urgentWhen.answers.includes(code)) ? urgentWhen.urgency : undefined;

/** Everything urgent so far, each once, most pressing first. */
export const urgenciesIn = (checklist: Checklist, answers: Answers): readonly Urgency[] => {
  const raised = questionsToAsk(checklist, answers).map((question) => urgencyOf(question, answers[question.id]));
  return urgencies.filter((urgency) => raised.includes(urgency));
};

/** Ticks or unticks a choice of a `several` question; "none of these" and the rest exclude each other. */
export const toggled = (chosen: readonly string[], code: string): string[] => {
  if (chosen.includes(code)) return chosen.filter((other) => other !== code);
  return code === noneOfThese ? [code] : [...chosen.filter((other) => other !== noneOfThese), code];
};
