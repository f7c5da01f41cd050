/** A run of a checklist while it is under way, and the entry it becomes when it ends or is handed over. Knows no screen. */
import type { AllowedWording } from '../../../domain/allowedWording.ts';
import { goingOn, type MyAssignment } from '../../../domain/assignment.ts';
import type { Checklist } from '../../../domain/checklist.ts';
import { interpreterModes } from '../../../domain/codes.ts';
import type { Contact } from '../../../domain/contact.ts';
import { office } from '../../../domain/entry.ts';
import type { Id } from '../../../domain/id.ts';
import {
  type AgeGroup,
  type Answer,
  type Answers,
  type AskedChecklist,
  type AskedIn,
  type Decision,
  followsMinorPath,
  type MinorReport,
  type nextSteps,
  type RunKept,
  type Screening,
} from '../../../domain/screening.ts';
import type { Run } from '../../../forms/engine/run.ts';
import { wasDealtWith, whyUnanswered } from '../../../forms/walk/answers.ts';
import { keptBesides } from '../../../forms/walk/openAnswers.ts';
import { questionsToAsk, relevantAnswers } from '../../../forms/walk/questions.ts';
import type { Way } from '../../../forms/walk/stops.ts';
import { sourceLanguage } from '../../../i18n/languages.ts';
import type { NewEntry } from '../../../store/notebook.ts';
import { withoutBlanks } from '../contact/contactDraft.ts';

/** Privacy, then limits, then age, then an offer that may be declined: only then questions (R2, R3, R11). */
export const stages = ['privacy', 'limits', 'age', 'offer', 'questions', 'result', 'minor'] as const;
export type Stage = (typeof stages)[number];

export interface DecisionDraft {
  readonly step?: (typeof nextSteps)[number] | undefined;
  readonly reason: string;
  readonly withinDays: number;
  readonly offered: readonly string[];
}

export interface ScreeningDraft {
  readonly person: Id;
  readonly day: string;
  readonly stage: Stage;
  readonly privacy?: Screening['privacy'];
  readonly ageGroup?: AgeGroup | undefined;
  readonly interpreter?: Contact['interpreter'];
  readonly interpreterReason?: string | undefined;
  /** The tag of the wording for the person; may change at any time. */
  readonly personTag: string;
  /** Of several spoken languages that go with one written one, the one they listen to. */
  readonly heardIn?: string | undefined;
  /** Which one; without it, the adult one of the time when there was no other. */
  readonly checklist?: AskedChecklist | undefined;
  /** One question at a time, or a page for each part. */
  readonly way?: Way | undefined;
  readonly question?: string | undefined;
  /** Sections whose pause was read; so that going back does not pause again. */
  readonly paused: readonly string[];
  readonly answers: Answers;
  readonly run?: RunKept | undefined;
  readonly stopped: boolean;
  readonly decision: DecisionDraft;
  readonly minorReport: MinorReport;
}

export const screeningDraftId = (screening: Id): string => `screening:${screening}`;

export const beginScreening = (
  beginning: Pick<ScreeningDraft, 'person' | 'day' | 'personTag' | 'ageGroup' | 'interpreter' | 'way'>,
): ScreeningDraft => ({
  ...beginning,
  stage: 'privacy',
  paused: [],
  answers: {},
  stopped: false,
  decision: noDecision,
  minorReport: {},
});

const usualDays = 7;
const noDecision: DecisionDraft = { reason: '', withinDays: usualDays, offered: [] };

export const decisionDraftOf = (decision: Decision | undefined): DecisionDraft =>
  decision
    ? { step: decision.step, reason: decision.reason, withinDays: decision.withinDays ?? usualDays, offered: decision.offered ?? [] }
    : noDecision;

export const decisionSays = ({ step, reason, withinDays, offered }: DecisionDraft): Record<string, unknown> =>
  withoutBlanks({ step, reason: reason.trim(), withinDays: step === 'review-soon' ? withinDays : undefined, offered });

export type DecisionProblem = 'step' | 'reason';
/** A decision needs its reason in words. Someone who stopped early may leave it to later; half a decision is never kept. */
export const decisionProblems = (decision: DecisionDraft, decision_is: 'needed' | 'may-wait'): readonly DecisionProblem[] => {
  const reason = decision.reason.trim() !== '';
  if (decision_is === 'may-wait' && decision.step === undefined && !reason) return [];
  return [...(decision.step === undefined ? (['step'] as const) : []), ...(reason ? [] : (['reason'] as const))];
};

type SaidNow = Pick<Answer, 'is' | 'several' | 'words' | 'value'>;

/** Somebody who would rather not say was asked. */
const wasAsked = ({ is }: SaidNow): boolean => is === 'preferred-not-to-say';

/** An answer put in: what was known of how it is known stays; an answer that is taken back leaves only its note. */
export const answered = (answer: Answer | undefined, said: SaidNow, usuallyKnown: 'seen' | 'said', asked?: AskedIn): Answer => {
  const { is: _is, several: _several, words: _words, value: _value, ...rest } = answer ?? {};
  const { how: _how, time: _time, asked: _asked, ...note } = rest;
  if (said.is === undefined && whyUnanswered(said) !== undefined) return note;
  // It was not given, so it is known from nowhere.
  if (whyUnanswered(said) !== undefined) return { ...note, ...withoutBlanks({ is: said.is, asked: wasAsked(said) ? asked : undefined }) };
  return { how: usuallyKnown, ...rest, ...withoutBlanks({ ...said, asked }) };
};

/** Where to go on after the age is known: children and perhaps-children are not interviewed. */
export const afterAge = (age: AgeGroup): Stage => (followsMinorPath(age) ? 'minor' : 'offer');

/** Where the questions end: at the decision; under 18, back at what to do, for there is nothing to decide. */
export const afterQuestions = ({ ageGroup }: ScreeningDraft): Stage =>
  ageGroup !== undefined && followsMinorPath(ageGroup) ? 'minor' : 'result';

export interface AskedWith {
  readonly which: AskedChecklist;
  /** `null` where nothing was asked, or the checklist is not on this phone. */
  readonly walk: { readonly checklist: Checklist; readonly run: Run } | null;
  readonly workerTag: string;
  readonly wording: string;
  readonly allowed?: Pick<AllowedWording, 'reason' | 'record'> | undefined;
}

export const anythingAsked = (run: Run, answers: Answers): boolean => questionsToAsk(run).some(({ key }) => wasDealtWith(answers[key]));

const tidy = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .map(([key, answer]) => [key, withoutBlanks(answer)] as const)
      .filter(([, answer]) => Object.keys(answer).length > 0),
  );

/** `open`: only what is asked as things stand. Who goes on with a paused one may open the rest again, so that keeps all. */
const answersSaid = ({ answers, run }: ScreeningDraft, { walk }: AskedWith, kept: 'open' | 'all'): Record<string, unknown> => {
  if (!walk) return { answers: tidy(answers), run };
  const said = tidy(kept === 'open' ? relevantAnswers(walk.run, answers) : answers);
  return { answers: said, run: keptBesides(walk.run, said, kept) };
};

const decisionSaid = ({ decision }: ScreeningDraft): Record<string, unknown> => (decision.step ? { decision: decisionSays(decision) } : {});

const saysOf = (draft: ScreeningDraft, outcome: Screening['outcome'], asked: AskedWith): Record<string, unknown> => {
  const { which, walk, workerTag, wording, allowed } = asked;
  const common = {
    person: draft.person,
    day: draft.day,
    outcome,
    ageGroup: draft.ageGroup,
    privacy: draft.privacy,
    interpreter: draft.interpreter,
  };
  const askedWith = {
    checklist: which,
    languages: withoutBlanks({ worker: workerTag, person: draft.personTag, wording, allowed }),
  };
  const interpreterReason = draft.interpreterReason;
  switch (outcome) {
    case 'minor-path': {
      const noted = walk?.checklist.meantFor === 'under-18' && anythingAsked(walk.run, draft.answers);
      return {
        ...common,
        ...(noted ? { ...askedWith, ...answersSaid(draft, asked, 'open') } : {}),
        minorReport: withoutBlanks(draft.minorReport),
      };
    }
    case 'declined':
      return { ...common, ...askedWith };
    case 'not-now':
      return { person: draft.person, day: draft.day, outcome };
    case 'paused': {
      const paused = withoutBlanks({ stage: draft.stage, question: draft.question, sections: draft.paused });
      return { ...common, ...askedWith, interpreterReason, ...answersSaid(draft, asked, 'all'), ...decisionSaid(draft), paused };
    }
    case 'completed':
    case 'stopped':
      return { ...common, ...askedWith, interpreterReason, ...answersSaid(draft, asked, 'open'), ...decisionSaid(draft) };
  }
};

/** What was paused, as it stood when it was taken up again. */
export type GoesOn = Pick<MyAssignment, 'screening' | 'heads' | 'stands'>;

export interface ScreeningWritten {
  readonly record: Id;
  /** An id that belongs to nobody: `not-now` is a tally, and the person's own is replaced by it (R2). */
  readonly nobody: Id;
  readonly goesOn?: GoesOn | undefined;
}

/** However it ends now, what was said before stays said. */
const saidBefore = ({ stands }: GoesOn): Record<string, unknown> =>
  withoutBlanks({ answers: stands?.answers, run: stands?.run, checklist: stands?.checklist, languages: stands?.languages });

/** The one entry a run becomes. */
export const screeningEntry = (
  draft: ScreeningDraft,
  outcome: Screening['outcome'],
  asked: AskedWith,
  { record, nobody, goesOn }: ScreeningWritten,
): NewEntry => {
  const says = withoutBlanks(saysOf(outcome === 'not-now' ? { ...draft, person: nobody } : draft, outcome, asked));
  const entry = goesOn ? goingOn(goesOn, { ...saidBefore(goesOn), ...says }) : { kind: 'screening', record, says, audience: office };
  return { ...entry, draft: screeningDraftId(record) };
};

/** To go on with what was paused. Whether this is a good place and time is asked anew (R2); the answers stand as they stood. */
export const draftOfPaused = (screening: Screening, way: Way | undefined): ScreeningDraft => ({
  ...beginScreening({
    person: screening.person,
    day: screening.day,
    personTag: screening.languages?.person ?? sourceLanguage,
    ageGroup: screening.ageGroup,
    interpreter: interpreterModes.find((mode) => mode === screening.interpreter),
    way,
  }),
  checklist: screening.checklist,
  question: screening.paused?.question,
  paused: screening.paused?.sections ?? [],
  answers: screening.answers ?? {},
  run: screening.run,
  decision: decisionDraftOf(screening.decision),
});
