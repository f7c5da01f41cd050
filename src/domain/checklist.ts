/**
 * A checklist is data: questions in sections, skip rules, and which part of the law and which form of
 * exploitation a question speaks to. Wording lives in locales/<lang>/checklists.json under the checklist's id,
 * never here, so that a translator and an advocate can review it alone.
 */
import * as v from 'valibot';

/** What a question is about in law (22 USC 7102, 720 ILCS 5/10-9): act, means, purpose; or the setting, or safety. */
export const elements = ['act', 'means', 'purpose', 'context', 'safety'] as const;
export const Element = v.picklist(elements);
export type Element = v.InferOutput<typeof Element>;

/** The three that make up the result grid. */
export const legalElements = ['act', 'means', 'purpose'] as const;
export type LegalElement = (typeof legalElements)[number];

export const forms = ['labour', 'commercial-sex', 'domestic', 'forced-criminality', 'family-servitude', 'any'] as const;
export const Form = v.picklist(forms);
export type Form = v.InferOutput<typeof Form>;

/** The six ways in which 720 ILCS 5/10-9 says labour or services can be forced; our library must ask about each. */
export const waysOfForce = ['serious-harm', 'physical-restraint', 'abuse-of-law', 'documents-held', 'blackmail', 'financial-harm'] as const;
export type WayOfForce = (typeof waysOfForce)[number];

/** Most pressing first: what is shown first when an answer raises more than one. */
export const urgencies = ['danger-now', 'suicide', 'medical', 'child-at-risk', 'watched'] as const;
export type Urgency = (typeof urgencies)[number];

/** Ticking this choice of a `several` question clears the others, so that "none" is told apart from not asked. */
export const noneOfThese = 'none';

const QuestionId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/));

/** A question is asked when any (or, with `all`, every) named earlier question has one of the named answers. */
export const AskedWhen = v.object({
  match: v.picklist(['any', 'all']),
  of: v.pipe(v.array(v.object({ question: QuestionId, answers: v.array(v.string()) })), v.minLength(1)),
});
export type AskedWhen = v.InferOutput<typeof AskedWhen>;

export const Question = v.object({
  id: QuestionId,
  topic: v.string(),
  element: Element,
  form: Form,
  /** Which of the six ways of force it speaks to, if any. */
  force: v.optional(v.array(v.picklist(waysOfForce))),
  /** `yes-no`: yes / no / unsure. `one`, `several`: codes in `choices`, worded under the question. `words`: a short text. */
  type: v.picklist(['yes-no', 'one', 'several', 'words']),
  choices: v.optional(v.array(v.string())),
  /** Which answers note something for the grid, e.g. `no` for "can you keep your pay?". */
  notedWhen: v.array(v.string()),
  /** These answers lead at once to what to do (see Screening: `urgencies`). */
  urgentWhen: v.optional(v.object({ answers: v.array(v.string()), urgency: v.picklist(urgencies) })),
  askedWhen: v.optional(AskedWhen),
  /** Answered from what the worker sees or was told: the how-known row starts there. */
  usuallyKnown: v.picklist(['seen', 'said']),
  /** Past, present or feared: asked only where it makes sense. */
  asksTime: v.boolean(),
});
export type Question = v.InferOutput<typeof Question>;

export const Section = v.object({
  id: QuestionId,
  /** Said before the section: a pause, an offer to stop. Worded under the section. */
  opensWithPause: v.boolean(),
  questions: v.array(Question),
});
export type Section = v.InferOutput<typeof Section>;

export const Checklist = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sections: v.array(Section),
});
export type Checklist = v.InferOutput<typeof Checklist>;

export const questionsOf = (checklist: Checklist): readonly Question[] => checklist.sections.flatMap(({ questions }) => questions);
