import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/domain/checklist.ts';
import { Screening } from '../../src/domain/screening.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { findInLibrary } from '../../src/forms/library/library.ts';
import { openToRead } from '../../src/forms/walk/openAnswers.ts';
import {
  answered,
  beginScreening,
  decisionProblems,
  draftOfPaused,
  type GoesOn,
  type ScreeningDraft,
  screeningEntry,
} from '../../src/ui/screens/checklist/screeningDraft.ts';

const [person, record, nobody] = ['a'.repeat(32), 'b'.repeat(32), 'f'.repeat(32)];
const which = { id: adult.id, version: adult.version };
const askedWith = (draft: ScreeningDraft, checklist: Checklist = adult) => ({
  which,
  walk: { checklist, run: openToRead(checklist, draft) },
  workerTag: 'en',
  wording: 'machine-draft',
});
const begun = (changes: Partial<ScreeningDraft> = {}): ScreeningDraft => ({
  ...beginScreening({ person, day: '2026-02-10', personTag: 'ko', ageGroup: 'adult', interpreter: 'worker' }),
  privacy: 'alone',
  ...changes,
});
const decision = { step: 'keep-in-touch', reason: ' Pay is late. ', withinDays: 7, offered: ['wage-help'] } as const;
const saysOf = (draft: ScreeningDraft, outcome: Screening['outcome'], checklist = adult) =>
  screeningEntry(draft, outcome, askedWith(draft, checklist), { record, nobody }).says;

const openNames = (checklist: Checklist): readonly string[] =>
  checklist.items.flatMap(({ children = [] }) => children.map(({ name }) => name));

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

  test('under 18, with what was seen: the notes go along, and nothing that was asked of anybody', () => {
    const observing = findInLibrary('under-18');
    if (!observing) throw new Error('there is nothing to note with');
    const [seen] = openNames(observing);
    const draft = begun({ ageGroup: 'under-18', answers: { [seen ?? '']: { is: 'noticed', how: 'seen' }, violence: { is: 'yes' } } });
    const says = saysOf(draft, 'minor-path', observing);
    expect(says.answers).toEqual({ [seen ?? '']: { is: 'noticed', how: 'seen' } });
    expect(v.safeParse(Screening, says).success).toBe(true);
  });

  test.each(['completed', 'stopped', 'paused', 'declined', 'not-now', 'minor-path'] as const)('%s can be read again', (outcome) => {
    expect(v.safeParse(Screening, saysOf(begun(), outcome)).success).toBe(true);
  });
});

describe('paused and gone on with', () => {
  const answers = { 'works-for': { is: 'company-or-shop', how: 'said' }, 'home-any-hour': { is: 'yes', how: 'said' } } as const;
  const draft = begun({ stage: 'questions', question: 'own-papers', paused: ['freedom-and-control'], answers });
  const paused = v.parse(Screening, saysOf(draft, 'paused'));
  const goesOn: GoesOn = { screening: record, heads: ['9'.repeat(32)], stands: paused };
  const gone = (changes: Partial<ScreeningDraft>) => ({ ...draftOfPaused(paused, 'one'), ...changes });
  const ends = (later: ScreeningDraft, outcome: Screening['outcome']) =>
    screeningEntry(later, outcome, askedWith(later), { record, nobody, goesOn });

  test('a pause keeps all that was said, also what is closed by now, and where it stood', () => {
    expect(paused).toMatchObject({
      outcome: 'paused',
      answers,
      paused: { stage: 'questions', question: 'own-papers', sections: ['freedom-and-control'] },
    });
  });

  test('another worker begins with the privacy of the place, and finds the rest as it stood', () => {
    expect(draftOfPaused(paused, 'page')).toMatchObject({
      stage: 'privacy',
      person,
      personTag: 'ko',
      question: 'own-papers',
      paused: ['freedom-and-control'],
      answers,
      way: 'page',
    });
    expect(draftOfPaused(paused, 'page').privacy).toBeUndefined();
  });

  test('the end is one more entry of the same record, and says what changed since', () => {
    const later = gone({
      answers: { 'works-for': answers['works-for'], 'own-papers': { is: 'no', how: 'said' } },
      privacy: 'alone',
      decision,
    });
    const entry = ends(later, 'completed');
    expect(entry).toMatchObject({ kind: 'amendment', record, after: goesOn.heads });
    const fields = entry.says.fields as Record<string, unknown>;
    expect(fields).toMatchObject({
      outcome: 'completed',
      'answers.own-papers': { is: 'no', how: 'said' },
      'answers.home-any-hour': null,
      paused: null,
    });
    expect(fields).not.toHaveProperty('answers.works-for');
    expect(fields).not.toHaveProperty('person');
  });

  test('whatever way it ends, what was said before stays said', () => {
    const fields = ends(gone({ ageGroup: 'unsure', minorReport: { reportedBy: 'me' } }), 'minor-path').says.fields as Record<
      string,
      unknown
    >;
    expect(Object.keys(fields).filter((field) => field.startsWith('answers.'))).toEqual([]);
    expect(fields).toMatchObject({ outcome: 'minor-path', minorReport: { reportedBy: 'me' } });
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
    expect(answered({ value: '3', how: 'said', note: 'n' }, { value: '' }, 'said')).toEqual({ note: 'n' });
  });
  test('of one kind takes the place of one of another', () => {
    expect(answered({ is: 'not-safe-to-ask' }, { value: '3' }, 'said')).toEqual({ value: '3', how: 'said' });
    expect(answered({ several: ['a'], how: 'seen' }, { is: 'not-asked' }, 'said')).toEqual({ is: 'not-asked' });
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
