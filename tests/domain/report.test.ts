import { describe, expect, test } from 'vitest';
import { countPeople } from '../../src/domain/identified.ts';
import type { Period } from '../../src/domain/period.ts';
import { reportOf } from '../../src/domain/report.ts';
import { shownIn } from '../../src/domain/reportState.ts';
import { aStory, type Story } from '../support/storybook.ts';

const winter: Period = { from: '2026-01-01', to: '2026-03-31' };
const spring: Period = { from: '2026-04-01', to: '2026-06-30' };

const figures = (story: Story, period = winter): Record<string, number> => {
  const { sections } = reportOf(story.records(), period);
  return Object.fromEntries(
    sections.flatMap(({ totals, cells }) => totals.map(({ figure, cell }) => [figure, cells.get(cell)?.value ?? Number.NaN])),
  );
};
const reviewed = (story: Story, says: Record<string, unknown>, on = '2026-02-20', person = story.person()) => {
  const screening = story.screening(person);
  return { person, screening, review: story.reviews(screening, on, says) };
};

describe('question 1', () => {
  test('a person reviewed as possible is counted once, however many screenings they had', () => {
    const story = aStory();
    const { person } = reviewed(story, { conclusion: 'possible' });
    reviewed(story, { conclusion: 'possible' }, '2026-03-02', person);
    expect(figures(story)).toMatchObject({ 'api-possible': 1, 'api-actual': 0 });
  });

  test('a screening that nobody reviewed identifies nobody', () => {
    const story = aStory();
    story.screening(story.person(), { decision: { step: 'urgent-safety', reason: 'x' } });
    expect(figures(story)).toMatchObject({ 'api-possible': 0, 'api-actual': 0, 'not-settled': 0 });
  });

  test('possible and actual stand apart, and actual names the kind of body that decided', () => {
    const story = aStory();
    reviewed(story, { conclusion: 'possible' });
    reviewed(story, { conclusion: 'actual', decidedBy: 'court-or-prosecution' });
    const identified = reportOf(story.records(), winter).sections[0];
    expect(figures(story)).toMatchObject({ 'api-possible': 1, 'api-actual': 1 });
    expect(identified?.cells.get('body/court-or-prosecution/api')?.value).toBe(1);
  });

  test('of two conclusions on two screenings the stronger stands for the person, from the first day of either', () => {
    const story = aStory();
    const { person } = reviewed(story, { conclusion: 'possible' }, '2026-03-30');
    reviewed(story, { conclusion: 'actual', decidedBy: 'police' }, '2026-04-20', person);
    expect(countPeople(story.records(), winter)).toMatchObject([{ conclusion: 'actual', day: '2026-03-30' }]);
    expect(figures(story, spring)).toMatchObject({ 'api-actual': 0, 'api-possible': 0 });
  });

  test('only what a person said about their own groups counts as such; a guess is unknown', () => {
    const story = aStory();
    for (const groups of [
      { how: 'worker-guess', codes: ['thai'] },
      { how: 'not-asked', codes: [] },
      { how: 'self', codes: [] },
    ]) {
      reviewed(story, { conclusion: 'possible' }, '2026-02-20', story.person({ groups }));
    }
    reviewed(story, { conclusion: 'possible' }, '2026-02-20', story.person({}));
    reviewed(story, { conclusion: 'possible' }, '2026-02-20', story.person({ groups: { how: 'self', codes: ['white'] } }));
    reviewed(story, { conclusion: 'possible' }, '2026-02-20', story.person({ groups: { how: 'self', codes: ['white', 'tongan'] } }));
    expect(figures(story)).toMatchObject({ 'api-possible': 1, 'unknown-possible': 4 });
    expect(reportOf(story.records(), winter).sections[0]?.cells.get('conclusion/possible/other')?.value).toBe(1);
  });

  test('while two notes of the groups disagree, the group is unknown', () => {
    const story = aStory();
    const person = story.person();
    const [first] = story.state(person).history;
    story.adds(person, 'worker', {
      kind: 'amendment',
      says: { fields: { groups: { how: 'self', codes: ['white'] } } },
      after: first ? [first] : [],
    });
    story.adds(person, 'supervisor', {
      kind: 'amendment',
      says: { fields: { groups: { how: 'self', codes: ['thai'] } } },
      after: first ? [first] : [],
    });
    reviewed(story, { conclusion: 'possible' }, '2026-02-20', person);
    expect(figures(story)).toMatchObject({ 'api-possible': 0, 'unknown-possible': 1 });
  });

  test('somebody whom another member referred is flagged and not added', () => {
    const story = aStory();
    const { person } = reviewed(story, { conclusion: 'possible' });
    story.contact(person, { channel: 'referred-member' });
    expect(figures(story)).toMatchObject({ 'api-possible': 0, 'referred-in': 1 });
  });

  test('a returned review counts for nothing', () => {
    const story = aStory();
    reviewed(story, { conclusion: 'returned', comment: 'Which day was it?' });
    expect(countPeople(story.records(), winter)).toEqual([]);
  });

  test('two supervisors who did not see each other and differ: not settled, until one settles it', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    const first = story.state(screening).history;
    const yes = story.reviews(screening, '2026-02-20', { conclusion: 'possible' }, first);
    const no = story.reviews(screening, '2026-02-21', { conclusion: 'not' }, first);
    expect(figures(story)).toMatchObject({ 'api-possible': 0, 'not-settled': 1, 'helped-not': 0 });
    story.reviews(screening, '2026-04-02', { conclusion: 'possible' }, [yes, no]);
    expect(figures(story)).toMatchObject({ 'api-possible': 1, 'not-settled': 0 });
    expect(figures(story, spring)).toMatchObject({ 'api-possible': 0 });
  });

  test('reviews that differ only in their comment agree', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    const first = story.state(screening).history;
    story.reviews(screening, '2026-02-20', { conclusion: 'possible', comment: 'documents' }, first);
    story.reviews(screening, '2026-02-21', { conclusion: 'possible' }, first);
    expect(figures(story)).toMatchObject({ 'api-possible': 1, 'not-settled': 0 });
  });

  test('a later review of the same kind does not move the person into a later period, one that was taken back does', () => {
    const story = aStory();
    const { screening } = reviewed(story, { conclusion: 'possible' }, '2026-03-20');
    story.reviews(screening, '2026-05-01', { conclusion: 'actual', decidedBy: 'police' });
    expect(figures(story)).toMatchObject({ 'api-actual': 1 });
    expect(figures(story, spring)).toMatchObject({ 'api-actual': 0 });
    story.reviews(screening, '2026-05-02', { conclusion: 'not' });
    story.reviews(screening, '2026-06-01', { conclusion: 'possible' });
    expect(figures(story)).toMatchObject({ 'api-possible': 0 });
    expect(figures(story, spring)).toMatchObject({ 'api-possible': 1 });
  });

  test('a worker cannot review, not even with an amendment that says so', () => {
    const story = aStory();
    const screening = story.screening(story.person());
    story.adds(screening, 'worker', { kind: 'review', says: { conclusion: 'possible' } });
    story.adds(screening, 'worker', { kind: 'amendment', says: { fields: { review: { conclusion: 'possible' } } } });
    expect(countPeople(story.records(), winter)).toEqual([]);
  });

  test('people who were helped and are not trafficked are counted beside', () => {
    const story = aStory();
    reviewed(story, { conclusion: 'not' });
    expect(figures(story)).toMatchObject({ 'helped-not': 1, 'api-possible': 0 });
  });
});

describe('the other figures', () => {
  test('conversations, information given, others present and people reached add up', () => {
    const story = aStory();
    const ana = story.person();
    story.contact(ana, { people: 3, language: 'ko', placeType: 'restaurant' });
    story.contact(ana, { language: 'ko' });
    story.contact(story.person(), { informationOnly: true, people: 2 });
    story.contact(story.person(), { day: '2026-04-01' });
    story.screening(story.person(), { outcome: 'not-now' });
    expect(figures(story)).toMatchObject({ conversations: 2, 'information-only': 1, 'others-present': 3, 'people-reached': 6, people: 1 });
  });

  test('every screening that was offered is counted with how it ended', () => {
    const story = aStory();
    for (const outcome of ['completed', 'stopped', 'declined', 'declined', 'not-now', 'minor-path', 'paused'])
      story.screening(story.person(), { outcome });
    expect(figures(story)).toMatchObject({ offered: 7, completed: 1, stopped: 1, declined: 2, 'not-now': 1, 'minor-path': 1, paused: 1 });
  });

  test('a paused screening is counted as paused until somebody ends it, and then as what it became', () => {
    const story = aStory();
    const screening = story.screening(story.person(), { outcome: 'paused' });
    story.adds(screening, 'worker', { kind: 'amendment', says: { fields: { outcome: 'completed' } } });
    expect(figures(story)).toMatchObject({ offered: 1, completed: 1, paused: 0 });
  });

  test('a screening stands at the place where the worker met the person that day', () => {
    const story = aStory();
    const person = story.person();
    story.contact(person, { placeType: 'nail-salon' });
    story.screening(person, { languages: { worker: 'en', person: 'vi', wording: 'machine-draft' } });
    story.screening(person, { day: '2026-02-11' });
    const section = reportOf(story.records(), winter).sections[1];
    expect(section?.cells.get('screenings/b/nail-salon/completed')?.value).toBe(1);
    expect(section?.cells.get('screenings/b/not-noted/completed')?.value).toBe(1);
    expect(section?.cells.get('screenings/a/vi/all')?.value).toBe(1);
  });

  test('what cannot be read is in no figure, and said', () => {
    const story = aStory();
    story.screening(story.person(), { outcome: 'of-a-newer-version' });
    expect(reportOf(story.records(), winter).unread).toBe(1);
    expect(figures(story)).toMatchObject({ offered: 0 });
  });
});

describe('who may see how much', () => {
  const busy = (): Story => {
    const story = aStory();
    for (let at = 0; at < 40; at += 1) story.contact(story.person(), { language: 'ko', placeType: 'restaurant' });
    for (let at = 0; at < 4; at += 1) story.contact(story.person(), { language: 'th', placeType: 'restaurant' });
    return story;
  };
  const contactsOf = (story: Story) => {
    const section = reportOf(story.records(), winter).sections.find(({ id }) => id === 'contacts');
    if (!section) throw new Error('no section of contacts');
    return section;
  };

  test('a funder gets the totals, and no table in which few people stand', () => {
    const { shown, withheldTables } = shownIn('funder', contactsOf(busy()));
    expect(shown.get('contacts/all')).toEqual({ as: 'number', value: 44 });
    expect([...withheldTables]).toEqual(['contacts-by-language']);
  });

  test('in public the four cannot be worked out from the forty and the total', () => {
    const { shown } = shownIn('public', contactsOf(busy()));
    expect(shown.get('contacts/a/th/conversations')).toEqual({ as: 'few' });
    const known = ['contacts/a/ko/conversations', 'contacts/conversations'].filter((id) => shown.get(id)?.as === 'number');
    expect(known.length).toBeLessThan(2);
    expect(shown.get('contacts/a/th/information-only')).toEqual({ as: 'number', value: 0 });
  });

  test('rows stand in the order of the code list: an order by size would tell', () => {
    expect(contactsOf(busy()).tables[0]?.rows.map(({ code }) => code)).toEqual(['ko', 'th']);
  });
});
