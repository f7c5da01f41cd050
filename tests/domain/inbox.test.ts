import { describe, expect, test } from 'vitest';
import { type InboxItem, inboxOf } from '../../src/domain/inbox.ts';
import type { Screening } from '../../src/domain/screening.ts';
import { aStory, type Story } from '../support/storybook.ts';

const inbox = (story: Story, { today = '2026-02-11', urgenciesOf = (_: Screening): readonly string[] => [] } = {}): readonly InboxItem[] =>
  inboxOf({ ...story.records(), consents: story.ofKind('consent'), today, me: 'ff', urgenciesOf });
const groupOf = (story: Story, record: string, today?: string) =>
  inbox(story, today ? { today } : {}).find((item) => item.record === record)?.group;
const reasonsOf = (story: Story, record: string) =>
  inbox(story)
    .find((item) => item.record === record)
    ?.reasons.map(({ type }) => type);

describe('the inbox', () => {
  test('urgent safety stands first, until somebody has reviewed it', () => {
    const story = aStory();
    const contact = story.contact(story.person());
    const screening = story.screening(story.person(), { decision: { step: 'urgent-safety', reason: 'in danger tonight' } });
    expect(inbox(story)[0]?.record).toBe(screening);
    story.adds(screening, 'supervisor', { kind: 'seen' });
    story.reviews(screening, '2026-02-11', { conclusion: 'possible' });
    expect(groupOf(story, screening)).toBeUndefined();
    expect(groupOf(story, contact)).toBe('new');
  });

  test('what a worker called urgent stands before what only an answer raised, whatever else is due', () => {
    const story = aStory();
    const raised = story.screening(story.person(), { decision: { step: 'review-soon', reason: 'x', withinDays: 1 } });
    const called = story.screening(story.person(), { decision: { step: 'urgent-safety', reason: 'x' } });
    expect(inbox(story, { urgenciesOf: () => ['danger-now'] }).map(({ record }) => record)).toEqual([called, raised]);
  });

  test('sending it back does not make it less urgent', () => {
    const story = aStory();
    const screening = story.screening(story.person(), { decision: { step: 'urgent-safety', reason: 'x' } });
    story.reviews(screening, '2026-02-11', { conclusion: 'returned', comment: 'Where is she now?' });
    expect(groupOf(story, screening)).toBe('urgent');
  });

  test('an answer that cannot wait is urgent whatever step was chosen', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    expect(inbox(story, { urgenciesOf: () => ['danger-now'] })[0]).toMatchObject({ record: screening, group: 'urgent' });
  });

  test('a young person without a report stays urgent after a review, until the report is noted', () => {
    const story = aStory();
    const screening = story.screening(story.person(), { outcome: 'minor-path' });
    story.adds(screening, 'supervisor', { kind: 'seen' });
    story.reviews(screening, '2026-02-11', { conclusion: 'possible' });
    expect(reasonsOf(story, screening)).toEqual(['no-oral-report']);
    story.adds(screening, 'worker', {
      kind: 'amendment',
      says: { fields: { minorReport: { oralReportAt: '2026-02-11T22:00:00-06:00', reportedBy: 'me' } } },
    });
    expect(reasonsOf(story, screening)).toEqual(['changed']);
  });

  test('returned and not answered waits for the worker; answered waits for the office', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    story.adds(screening, 'supervisor', { kind: 'seen' });
    story.reviews(screening, '2026-02-11', { conclusion: 'returned', comment: 'Which day?' });
    expect(groupOf(story, screening)).toBeUndefined();
    story.adds(screening, 'worker', { kind: 'amendment', says: { fields: { 'answers.own-papers': { is: 'no' } } } });
    expect(groupOf(story, screening)).toBe('answered');
  });

  test('what the reviewer had not seen brings it back, even when the phone wrote it before', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    story.adds(screening, 'supervisor', { kind: 'seen' });
    const first = story.state(screening).history;
    story.reviews(screening, '2026-02-11', { conclusion: 'not' }, first);
    story.adds(screening, 'worker', {
      kind: 'amendment',
      says: { fields: { 'answers.violence': { is: 'yes' } } },
      after: first.slice(0, 1),
      on: '2026-02-09',
    });
    expect(reasonsOf(story, screening)).toEqual(['changed']);
  });

  test('declined and not now ask for no review', () => {
    const story = aStory();
    const declined = story.screening(story.person(), { outcome: 'declined' });
    expect(reasonsOf(story, declined)).toEqual(['new']);
  });

  test('a paused one asks for no review until somebody has ended it; what cannot wait is urgent all the same', () => {
    const story = aStory();
    const paused = story.screening(story.person(), { outcome: 'paused', decision: { step: 'review-soon', reason: 'x', withinDays: 2 } });
    story.adds(paused, 'supervisor', { kind: 'seen' });
    expect(groupOf(story, paused)).toBeUndefined();
    expect(inbox(story, { urgenciesOf: () => ['danger-now'] })[0]).toMatchObject({ record: paused, group: 'urgent' });
    story.adds(paused, 'worker', { kind: 'amendment', says: { fields: { outcome: 'completed' } } });
    expect(groupOf(story, paused)).toBe('waiting');
  });

  test('what is due first stands first among those that wait', () => {
    const story = aStory();
    const slow = story.screening(story.person());
    const soon = story.screening(story.person(), { decision: { step: 'review-soon', reason: 'x', withinDays: 2 } });
    expect(
      inbox(story)
        .filter(({ group }) => group === 'waiting')
        .map(({ record }) => record),
    ).toEqual([soon, slow]);
  });

  test('people who said different things of one field are shown as disagreeing', () => {
    const story = aStory();
    const contact = story.contact(story.person(), { people: 1 });
    const first = story.state(contact).history;
    story.adds(contact, 'worker', { kind: 'amendment', says: { fields: { people: 2 } }, after: first });
    story.adds(contact, 'supervisor', { kind: 'amendment', says: { fields: { people: 3 } }, after: first });
    expect(inbox(story)[0]).toMatchObject({ group: 'disagreement', reasons: [{ fields: ['people'] }, { type: 'new' }] });
  });

  test('a contact is new until a supervisor, not a worker, has opened it', () => {
    const story = aStory();
    const contact = story.contact(story.person());
    story.adds(contact, 'worker', { kind: 'seen' });
    expect(groupOf(story, contact)).toBe('new');
    story.adds(contact, 'supervisor', { kind: 'seen' });
    expect(groupOf(story, contact)).toBeUndefined();
  });
});

test('tallies hold nothing to read and are not news', () => {
  const story = aStory();
  story.contact(story.person(), { informationOnly: true });
  story.screening(story.person(), { outcome: 'not-now' });
  expect(inbox(story)).toEqual([]);
});

describe('follow-ups', () => {
  const opened = (story: Story, record: string) => {
    story.adds(record, 'supervisor', { kind: 'seen' });
    return record;
  };
  test('a wish is due some days later and answered by the next conversation', () => {
    const story = aStory();
    const person = story.person();
    const contact = opened(story, story.contact(person, { followUp: 'yes' }));
    expect(groupOf(story, contact, '2026-02-12')).toBeUndefined();
    expect(groupOf(story, contact, '2026-02-13')).toBe('follow-up');
    story.contact(person, { day: '2026-02-13' });
    expect(groupOf(story, contact, '2026-02-14')).toBeUndefined();
  });
  test('whoever said no to being contacted is left in peace', () => {
    const story = aStory();
    const person = story.person();
    const contact = opened(story, story.contact(person, { followUp: 'yes' }));
    story.consent(person, { 'contact-me': 'no' });
    expect(groupOf(story, contact, '2026-03-01')).toBeUndefined();
  });
});
