import { describe, expect, test } from 'vitest';
import { carriedOver, contactRows, followUpsWanted, informationTally, isAnswered, reviewsForMe } from '../../src/domain/contactSummary.ts';
import { aStory } from '../support/storybook.ts';

/** The worker of the storybook. */
const me = 'a1'.padStart(32, '0');
const today = '2026-02-10';

describe('the next contact of the day', () => {
  test('starts with the place and language of the last one, and with nothing about the person', () => {
    const story = aStory();
    const person = story.person();
    story.contact(person, {
      day: today,
      placeType: 'nail-salon',
      area: 'ca-3',
      language: 'vi',
      interpreter: 'worker',
      ageGroup: 'adult',
      privacy: 'alone',
      note: 'late pay',
    });
    expect(carriedOver(contactRows(story.ofKind('contact')), me, today)).toEqual({
      placeType: 'nail-salon',
      area: 'ca-3',
      language: 'vi',
      interpreter: 'worker',
    });
  });

  test("starts with nothing on another day, or after somebody else's contact", () => {
    const story = aStory();
    story.contact(story.person(), { day: today, placeType: 'hotel' });
    const rows = contactRows(story.ofKind('contact'));
    expect(carriedOver(rows, me, '2026-02-11')).toEqual({});
    expect(carriedOver(rows, 'ff'.repeat(16), today)).toEqual({});
  });
});

test('information given without a record is counted and never listed', () => {
  const story = aStory();
  story.contact(story.person(), { day: today });
  story.contact('ee'.repeat(16), { day: today, informationOnly: true });
  story.contact('ef'.repeat(16), { day: '2026-02-09', informationOnly: true });
  expect(informationTally(story.ofKind('contact'), today)).toBe(1);
  expect(contactRows(story.ofKind('contact'))).toHaveLength(1);
});

test('a follow-up is wanted while the newest contact with that person says so', () => {
  const story = aStory();
  const [wants, changed] = [story.person(), story.person()];
  story.contact(wants, { day: '2026-02-01', followUp: 'yes' });
  story.contact(changed, { day: '2026-02-01', followUp: 'yes' });
  story.contact(changed, { day: '2026-02-08', followUp: 'no' });
  expect(followUpsWanted(contactRows(story.ofKind('contact'))).map(({ contact }) => contact.person)).toEqual([wants]);
});

describe('a screening that came back', () => {
  const returned = () => {
    const story = aStory();
    const screening = story.screening(story.person());
    story.reviews(screening, '2026-02-12', { conclusion: 'returned', comment: 'Who holds the papers?' });
    return { story, screening };
  };

  test("stays on the worker's day until it was answered", () => {
    const { story, screening } = returned();
    expect(reviewsForMe(story.ofKind('screening'), me, '2026-06-01').map(({ record }) => record)).toEqual([screening]);
    story.adds(screening, 'worker', {
      kind: 'amendment',
      says: { fields: { decision: { step: 'keep-in-touch', reason: 'The aunt does.' } } },
    });
    expect(isAnswered(story.state(screening))).toBe(true);
    expect(reviewsForMe(story.ofKind('screening'), me, '2026-06-01')).toEqual([]);
  });

  test('is not answered by a correction that was written without having seen it', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    const before = story.state(screening).history;
    story.reviews(screening, '2026-02-12', { conclusion: 'returned', comment: 'Who holds the papers?' });
    story.adds(screening, 'worker', { kind: 'amendment', says: { fields: { privacy: 'alone' } }, after: before });
    expect(isAnswered(story.state(screening))).toBe(false);
  });

  test('other conclusions are news for two weeks', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    story.reviews(screening, '2026-02-12', { conclusion: 'possible' });
    expect(reviewsForMe(story.ofKind('screening'), me, '2026-02-20')).toHaveLength(1);
    expect(reviewsForMe(story.ofKind('screening'), me, '2026-03-20')).toEqual([]);
    expect(reviewsForMe(story.ofKind('screening'), 'ff'.repeat(16), '2026-02-20')).toEqual([]);
  });
});
