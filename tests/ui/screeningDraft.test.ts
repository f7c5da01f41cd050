import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Screening } from '../../src/domain/screening.ts';
import { adult } from '../../src/forms/library/adult.ts';
import {
  answered,
  beginScreening,
  decisionProblems,
  type ScreeningDraft,
  screeningEntry,
} from '../../src/ui/screens/checklist/screeningDraft.ts';

const [person, record, nobody] = ['a'.repeat(32), 'b'.repeat(32), 'f'.repeat(32)];
const asked = { checklist: adult, workerTag: 'en', wording: 'machine-draft' };
const begun = (changes: Partial<ScreeningDraft> = {}): ScreeningDraft => ({
  ...beginScreening({ person, day: '2026-02-10', personTag: 'ko', ageGroup: 'adult', interpreter: 'worker' }),
  privacy: 'alone',
  ...changes,
});
const decision = { step: 'keep-in-touch', reason: ' Pay is late. ', withinDays: 7, offered: ['wage-help'] } as const;
const saysOf = (draft: ScreeningDraft, outcome: Screening['outcome']) => screeningEntry(record, draft, outcome, asked, nobody).says;

describe('a run becomes one entry', () => {
  test("completed: the open answers, the decision, the languages and the wording's state", () => {
    const answers = {
      'works-for': { is: 'company-or-shop', how: 'said' },
      'home-any-hour': { is: 'yes' },
      'pay-received': { is: 'no', time: ['now'], note: '' },
    } as const;
    const says = saysOf(begun({ answers: { ...answers, 'pay-received': { is: 'no', time: ['now'], note: '' } }, decision }), 'completed');
    expect(says).toEqual({
      person,
      day: '2026-02-10',
      outcome: 'completed',
      ageGroup: 'adult',
      privacy: 'alone',
      interpreter: 'worker',
      checklist: { id: 'adult', version: adult.version },
      languages: { worker: 'en', person: 'ko', wording: 'machine-draft' },
      // A closed question's answer stays behind: nobody asked it in the end.
      answers: { 'works-for': { is: 'company-or-shop', how: 'said' }, 'pay-received': { is: 'no', time: ['now'] } },
      decision: { step: 'keep-in-touch', reason: 'Pay is late.', offered: ['wage-help'] },
    });
    expect(v.safeParse(Screening, says).success).toBe(true);
  });

  test('not now: a tally that belongs to nobody', () => {
    expect(saysOf(begun(), 'not-now')).toEqual({ person: nobody, day: '2026-02-10', outcome: 'not-now' });
  });

  test('under 18: no answers, only what was done about a report', () => {
    const says = saysOf(
      begun({ ageGroup: 'unsure', answers: { violence: { is: 'yes' } }, minorReport: { reportedBy: 'me', reference: '' } }),
      'minor-path',
    );
    expect(says).toEqual({
      person,
      day: '2026-02-10',
      outcome: 'minor-path',
      ageGroup: 'unsure',
      privacy: 'alone',
      interpreter: 'worker',
      minorReport: { reportedBy: 'me' },
    });
  });

  test.each(['completed', 'stopped', 'declined', 'not-now', 'minor-path'] as const)('%s can be read again', (outcome) => {
    expect(v.safeParse(Screening, saysOf(begun(), outcome)).success).toBe(true);
  });
});

describe('an answer', () => {
  test('is known as usual until the worker says otherwise', () => {
    expect(answered(undefined, { is: 'yes' }, 'said')).toEqual({ is: 'yes', how: 'said' });
    expect(answered({ is: 'yes', how: 'document' }, { is: 'no' }, 'said')).toEqual({ is: 'no', how: 'document' });
  });
  test('that was not given is known from nowhere', () => {
    expect(answered({ is: 'yes', how: 'said', time: ['now'], note: 'n' }, { is: 'preferred-not-to-say' }, 'said')).toEqual({
      is: 'preferred-not-to-say',
      note: 'n',
    });
    expect(answered({ is: 'yes', how: 'said' }, { is: undefined }, 'said')).toEqual({});
  });
});

describe('a decision', () => {
  test('needs a step and a reason in words', () => {
    expect(decisionProblems({ reason: ' ', withinDays: 7, offered: [] }, 'needed')).toEqual(['step', 'reason']);
    expect(decisionProblems(decision, 'needed')).toEqual([]);
  });
  test('may wait when the talk was stopped, but half a one is never kept', () => {
    expect(decisionProblems({ reason: '', withinDays: 7, offered: [] }, 'may-wait')).toEqual([]);
    expect(decisionProblems({ step: 'keep-in-touch', reason: '', withinDays: 7, offered: [] }, 'may-wait')).toEqual(['reason']);
  });
});
