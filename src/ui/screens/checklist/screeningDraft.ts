/** A run of a checklist while it is under way, and the one entry it becomes. Knows no screen. */
import type { Checklist } from '../../../domain/checklist.ts';
import type { Contact } from '../../../domain/contact.ts';
import { office } from '../../../domain/entry.ts';
import type { Id } from '../../../domain/id.ts';
import {
  type AgeGroup,
  type Answer,
  type Answers,
  type Decision,
  followsMinorPath,
  type MinorReport,
  type nextSteps,
  type Screening,
} from '../../../domain/screening.ts';
import { questionsToAsk, relevantAnswers, wasDealtWith } from '../../../forms/engine.ts';
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
  readonly question?: string | undefined;
  /** Sections whose pause was read; so that going back does not pause again. */
  readonly paused: readonly string[];
  readonly answers: Answers;
  readonly stopped: boolean;
  readonly decision: DecisionDraft;
  readonly minorReport: MinorReport;
}

export const screeningDraftId = (screening: Id): string => `screening:${screening}`;

export const beginScreening = (
  beginning: Pick<ScreeningDraft, 'person' | 'day' | 'personTag' | 'ageGroup' | 'interpreter'>,
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

/** An answer put in: what was known of how it is known stays; an answer that is taken back leaves only its note. */
export const answered = (
  answer: Answer | undefined,
  said: Pick<Answer, 'is' | 'several' | 'words'>,
  usuallyKnown: 'seen' | 'said',
): Answer => {
  const { is: _is, several: _several, words: _words, ...rest } = answer ?? {};
  const saysSomething = said.is !== undefined || (said.several?.length ?? 0) > 0 || Boolean(said.words?.trim());
  if (!saysSomething) {
    const { how: _how, time: _time, ...kept } = rest;
    return kept;
  }
  const known = said.is === 'not-asked' || said.is === 'preferred-not-to-say' || said.is === 'not-safe-to-ask';
  if (known) {
    const { how: _how, time: _time, ...kept } = rest;
    return { ...kept, is: said.is };
  }
  return { how: usuallyKnown, ...rest, ...withoutBlanks(said) };
};

/** Where to go on after the age is known: children and perhaps-children are not interviewed. */
export const afterAge = (age: AgeGroup): Stage => (followsMinorPath(age) ? 'minor' : 'offer');

export interface AskedWith {
  readonly checklist: Checklist;
  readonly workerTag: string;
  readonly wording: string;
}

export const anythingAsked = (checklist: Checklist, answers: Answers): boolean =>
  questionsToAsk(checklist, answers).some(({ id }) => wasDealtWith(answers[id]));

const saysOf = (
  draft: ScreeningDraft,
  outcome: Screening['outcome'],
  { checklist, workerTag, wording }: AskedWith,
): Record<string, unknown> => {
  const common = {
    person: draft.person,
    day: draft.day,
    outcome,
    ageGroup: draft.ageGroup,
    privacy: draft.privacy,
    interpreter: draft.interpreter,
  };
  const asked = {
    checklist: { id: checklist.id, version: checklist.version },
    languages: { worker: workerTag, person: draft.personTag, wording },
  };
  switch (outcome) {
    case 'minor-path':
      return { ...common, minorReport: withoutBlanks(draft.minorReport) };
    case 'declined':
      return { ...common, ...asked };
    case 'not-now':
      return { person: draft.person, day: draft.day, outcome };
    case 'completed':
    case 'stopped': {
      const answers = Object.fromEntries(
        Object.entries(relevantAnswers(checklist, draft.answers))
          .map(([id, answer]) => [id, withoutBlanks(answer)] as const)
          .filter(([, answer]) => Object.keys(answer).length > 0),
      );
      const decision = decisionSays(draft.decision);
      return { ...common, ...asked, interpreterReason: draft.interpreterReason, answers, ...(draft.decision.step ? { decision } : {}) };
    }
  }
};

/** The one entry a run becomes. `not-now` is a tally: the person's id is replaced by a fresh one that belongs to nobody (R2). */
export const screeningEntry = (
  record: Id,
  draft: ScreeningDraft,
  outcome: Screening['outcome'],
  asked: AskedWith,
  nobody: Id,
): NewEntry => ({
  kind: 'screening',
  record,
  says: withoutBlanks(saysOf(outcome === 'not-now' ? { ...draft, person: nobody } : draft, outcome, asked)),
  audience: office,
  draft: screeningDraftId(record),
});
