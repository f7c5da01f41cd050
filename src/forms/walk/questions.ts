/** The questions that are open now, and what was answered to them. */
import { anyAnswer, type Marks, type Urgency, unmarked, urgencies } from '../../domain/checklist.ts';
import type { Answer, Answers } from '../../domain/screening.ts';
import type { Run } from '../engine/run.ts';
import { codesIn, textOf, whyUnanswered } from './answers.ts';
import { keysOf } from './keys.ts';
import { onceFor } from './onceFor.ts';
import { type Asked, placesOf, questionsIn } from './places.ts';

export const questionsToAsk = onceFor((run): readonly Asked[] => questionsIn(placesOf(run)));

/** The question an answer belongs to, while it is open. */
export const findQuestion = (run: Run, key: string): Asked | undefined => {
  const path = keysOf(run.loaded.checklist).pathOf(key);
  return questionsToAsk(run).find((asked) => asked.path === path);
};

/** A choice that its list no longer offers has been taken back by the run; an answer in words is as it was typed. */
const stillStands = ({ state }: Asked, answer: Answer): boolean => state.choices === null || textOf(answer) === '' || state.value !== '';

/** The answers as they read: only those of questions that are open. This is what a finished screening keeps. */
export const relevantAnswers = (run: Run, answers: Answers): Answers =>
  Object.fromEntries(
    questionsToAsk(run).flatMap((asked) => {
      const answer = answers[asked.key];
      return answer && stillStands(asked, answer) ? [[asked.key, answer]] : [];
    }),
  );

export const marksOf = ({ item }: Pick<Asked, 'item'>): Marks => item.marks ?? unmarked;

/** Whether an answer is among those named, where `anyAnswer` names them all. No reason for having none ever is. */
export const isAmong = (answer: Answer | undefined, named: readonly string[]): boolean =>
  whyUnanswered(answer) === undefined && (named.includes(anyAnswer) || codesIn(answer).some((code) => named.includes(code)));

/** What one answer raises at once, for the screen that has just taken it. */
export const urgencyOf = (asked: Pick<Asked, 'item'>, answer: Answer | undefined): Urgency | undefined => {
  const { urgentWhen } = marksOf(asked);
  return urgentWhen && isAmong(answer, urgentWhen.answers) ? urgentWhen.urgency : undefined;
};

/** Everything urgent so far, each once, most pressing first. */
export const urgenciesIn = (run: Run, answers: Answers): readonly Urgency[] => {
  const raised = questionsToAsk(run).map((asked) => urgencyOf(asked, answers[asked.key]));
  return urgencies.filter((urgency) => raised.includes(urgency));
};
