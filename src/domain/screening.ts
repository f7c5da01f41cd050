/**
 * A screening is one run of a checklist with one person. It has no score: what it gives is a grid of what was
 * noted, what was not, and what was not explored. A person decides the next step and says why.
 */
import * as v from 'valibot';
import { Day, Id } from './id.ts';

/** Why a question has no answer. A missing answer is never "no". */
export const unanswered = ['not-asked', 'preferred-not-to-say', 'not-safe-to-ask'] as const;
export const howKnown = ['seen', 'said', 'third-party', 'document'] as const;
export const times = ['now', 'past', 'fears'] as const;

/** Names of choices come from anybody's spreadsheet; ours are short. */
const ChoiceName = v.pipe(v.string(), v.maxLength(300));

/**
 * In which language a question was asked, and how far people had looked at its wording by then (wordingStates.ts). `allowed`: the
 * record by which a supervisor had let it be used unchecked (allowedWording.ts).
 */
export const AskedIn = v.looseObject({
  in: v.pipe(v.string(), v.maxLength(300)),
  state: v.pipe(v.string(), v.maxLength(40)),
  allowed: v.optional(Id),
  /** The spoken language of a recording of the question that was listened to (recordings.ts). */
  heard: v.optional(v.pipe(v.string(), v.maxLength(40))),
});
export type AskedIn = v.InferOutput<typeof AskedIn>;

export const Answer = v.looseObject({
  /** One of `unanswered`, or the name of a choice: `yes`, `no`, `unsure`. */
  is: v.optional(ChoiceName),
  /** Several choices; where they were put in order, in that order. */
  several: v.optional(v.pipe(v.array(ChoiceName), v.maxLength(1000))),
  words: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** A number, a day, a time, a code that was typed in, or `OK`, as the checklist's expressions read it. */
  value: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  how: v.optional(v.picklist(howKnown)),
  time: v.optional(v.pipe(v.array(v.picklist(times)), v.maxLength(3))),
  note: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** From the moment of the answer: the language may change in between. */
  asked: v.optional(AskedIn),
});
export type Answer = v.InferOutput<typeof Answer>;
export type Answers = Readonly<Record<string, Answer>>;

/** R11: `unsure` and `under-18-when-it-began` are told apart; `unsure` follows the path of `under-18`. */
export const ageGroups = ['adult', 'under-18', 'unsure', 'under-18-when-it-began'] as const;
export const AgeGroup = v.picklist(ageGroups);
export type AgeGroup = v.InferOutput<typeof AgeGroup>;
export const followsMinorPath = (age: AgeGroup): boolean => age === 'under-18' || age === 'unsure';

export const privacies = ['alone', 'others-near', 'watched', 'unsure'] as const;
export const Privacy = v.picklist(privacies);

/** Domain 4.1: chosen by the worker, confirmed by a supervisor; each with a reason in words. */
export const nextSteps = ['information-given', 'keep-in-touch', 'review-soon', 'urgent-safety', 'minor-report'] as const;
export const Decision = v.looseObject({
  step: v.picklist(nextSteps),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)),
  /** For `review-soon`: within how many days. */
  withinDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
  offered: v.optional(v.array(v.pipe(v.string(), v.maxLength(60)))),
});
export type Decision = v.InferOutput<typeof Decision>;

/** R12: what was done about a report to the child-abuse hotline. Sending to a supervisor is not reporting. */
export const MinorReport = v.looseObject({
  oralReportAt: v.optional(v.pipe(v.string(), v.maxLength(40))),
  reportedBy: v.optional(v.picklist(['me', 'colleague', 'not-yet'])),
  writtenConfirmationAt: v.optional(v.pipe(v.string(), v.maxLength(40))),
  reference: v.optional(v.pipe(v.string(), v.maxLength(60))),
});
export type MinorReport = v.InferOutput<typeof MinorReport>;

/**
 * How it ended. Declined and not-now are counted, because a measure without refusals rewards labelling people. `paused`:
 * it has not ended; the same person or another goes on another day (assignment.ts).
 */
export const outcomes = ['completed', 'stopped', 'declined', 'not-now', 'minor-path', 'paused'] as const;

/** Which definition was used. Versions were numbers once; `record` names a published one exactly (library.ts). */
export const AskedChecklist = v.looseObject({
  id: v.string(),
  version: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  record: v.optional(Id),
});
export type AskedChecklist = v.InferOutput<typeof AskedChecklist>;

/** What a run remembers besides the answers: values worked out or filled in beforehand, and how often parts repeat. */
export const RunKept = v.looseObject({
  values: v.record(v.string(), v.string()),
  counts: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type RunKept = v.InferOutput<typeof RunKept>;

/** Where a paused run stood: enough for somebody else to go on from there. */
export const Paused = v.looseObject({
  stage: v.string(),
  question: v.optional(v.string()),
  /** Sections whose pause was read. */
  sections: v.optional(v.array(v.string())),
});
export type Paused = v.InferOutput<typeof Paused>;

export const Screening = v.looseObject({
  person: Id,
  day: Day,
  checklist: v.optional(AskedChecklist),
  outcome: v.picklist(outcomes),
  ageGroup: v.optional(AgeGroup),
  privacy: v.optional(Privacy),
  /** At its end: BCP-47 tags of both languages, how far the wording was in the four words of old, and why it was used unchecked (R9). */
  languages: v.optional(
    v.looseObject({
      worker: v.string(),
      person: v.string(),
      wording: v.string(),
      allowed: v.optional(v.looseObject({ reason: v.string(), record: Id })),
    }),
  ),
  interpreter: v.optional(v.string()),
  /** By the question's name; by its path where the name is not its own (src/forms/walk/keys.ts). */
  answers: v.optional(v.record(v.string(), Answer)),
  run: v.optional(RunKept),
  paused: v.optional(Paused),
  decision: v.optional(Decision),
  minorReport: v.optional(MinorReport),
});
export type Screening = v.InferOutput<typeof Screening>;
