/** What an answer says, as codes, as the text the checklist's expressions read, or why it says nothing. */
import { type Answer, unanswered } from '../../domain/screening.ts';

export type WhyUnanswered = (typeof unanswered)[number];

const whyIn = (answer: Answer | undefined): WhyUnanswered | undefined => unanswered.find((why) => answer?.is === why);

/** The codes an answer says: `yes`, `unsure`, names of choices. Empty when it says nothing in codes. */
export const codesIn = (answer: Answer | undefined): readonly string[] =>
  answer?.is !== undefined ? [answer.is] : (answer?.several ?? []);

/** As the checklist's expressions read it. Why there is none is for people: to an expression it is blank, and never "no". */
export const textOf = (answer: Answer | undefined): string => {
  if (answer === undefined || whyIn(answer)) return '';
  return answer.is ?? (answer.several?.length ? answer.several.join(' ') : (answer.value ?? answer.words ?? ''));
};

/** Why there is no answer, or `undefined` when there is one. A question nobody touched was not asked. */
export const whyUnanswered = (answer: Answer | undefined): WhyUnanswered | undefined =>
  whyIn(answer) ?? (textOf(answer).trim() === '' ? 'not-asked' : undefined);

/** Somebody dealt with the question: answered it, or marked why it has no answer. */
export const wasDealtWith = (answer: Answer | undefined): boolean => answer?.is !== undefined || whyUnanswered(answer) === undefined;

/** Ticks or unticks a choice; "none of these" and the like exclude the rest. */
export const toggled = (chosen: readonly string[], code: string, alone: readonly string[] = []): string[] => {
  if (chosen.includes(code)) return chosen.filter((other) => other !== code);
  return alone.includes(code) ? [code] : [...chosen.filter((other) => !alone.includes(other)), code];
};
