import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checklist, Item } from '../../../src/domain/checklist.ts';
import { type Condition, conditionOf, expressionOf } from '../../../src/forms/editing/conditions.ts';
import { changeItem, findItem, freeNameIn, insertItem, moveInto, moveItem, removeItem } from '../../../src/forms/editing/items.ts';
import { addChoice, addLanguage, gapsIn, moveChoice, removeChoice, reword, rewordChoice } from '../../../src/forms/editing/wording.ts';

const asks = (name: string, more: Partial<Item> = {}): Item => ({
  name,
  type: 'text',
  supported: true,
  labels: { 'English (en)': `About ${name}` },
  hints: {},
  ...more,
});
const group = (name: string, ...children: Item[]): Item => asks(name, { type: 'group', children });

/** Invented: a talk with people who work in an orchard that does not exist. */
const orchard: Checklist = {
  id: 'orchard',
  version: '1',
  titles: { 'English (en)': 'Orchard talk' },
  wording: 'own',
  meantFor: 'adult',
  languages: [{ name: 'English (en)', code: 'en', direction: 'ltr', wording: 'source' }],
  defaultLanguage: 'English (en)',
  items: [asks('season'), group('work', asks('ladder'), asks('baskets')), asks('wishes')],
  lists: {
    fruit: [
      { name: 'plum', labels: { 'English (en)': 'Plums' } },
      { name: 'pear', labels: { 'English (en)': 'Pears' } },
    ],
  },
  tables: {},
};
const namesIn = ({ items }: Checklist): readonly string[] =>
  items.flatMap(({ name, children }) => [name, ...(children ?? []).map((child) => `${name}/${child.name}`)]);

describe('items moved about by hand', () => {
  test('a question goes in, moves, is changed and goes out again, and the checklist it came from stays as it was', () => {
    const before = structuredClone(orchard);
    const added = insertItem(orchard, '/work', 1, asks('shears'));
    expect(namesIn(added)).toEqual(['season', 'work', 'work/ladder', 'work/shears', 'work/baskets', 'wishes']);
    expect(namesIn(moveItem(added, '/work/shears', -1))).toEqual([
      'season',
      'work',
      'work/shears',
      'work/ladder',
      'work/baskets',
      'wishes',
    ]);
    expect(
      findItem(
        changeItem(added, '/work/shears', (item) => ({ ...item, hidden: true })),
        '/work/shears',
      )?.hidden,
    ).toBe(true);
    expect(removeItem(added, '/work/shears')).toEqual(orchard);
    expect(orchard).toEqual(before);
  });

  test('at the edge nothing moves, and a group does not go into itself', () => {
    expect(moveItem(orchard, '/season', -1)).toEqual(orchard);
    expect(moveItem(orchard, '/work/baskets', 1)).toEqual(orchard);
    expect(moveInto(orchard, '/work', '/work')).toBe(orchard);
  });

  test('into another group, under a name that is free there', () => {
    const twice = insertItem(orchard, '/work', 0, asks('season'));
    const moved = moveInto(twice, '/season', '/work');
    expect(namesIn(moved)).toEqual(['work', 'work/season', 'work/ladder', 'work/baskets', 'work/season-2', 'wishes']);
    expect(freeNameIn(moved, 'season')).toBe('season-3');
    expect(namesIn(moveInto(orchard, '/work/ladder', ''))).toEqual(['season', 'work', 'work/baskets', 'wishes', 'ladder']);
  });
});

describe('words put in by hand', () => {
  test('a language is added, its gaps are counted, and a text that was emptied is a gap again', () => {
    const korean = addLanguage(orchard, { name: '한국어 (ko)', code: 'ko', direction: 'ltr', wording: 'machine-draft' });
    const gaps = gapsIn(korean, '한국어 (ko)');
    expect(gaps).toBe(7);
    const worded = reword(korean, '/work/ladder', 'labels', '한국어 (ko)', '사다리는 안전한가요?');
    expect(gapsIn(worded, '한국어 (ko)')).toBe(gaps - 1);
    expect(reword(worded, '/work/ladder', 'labels', '한국어 (ko)', '  ')).toEqual(korean);
    expect(addLanguage(korean, korean.languages[1] as (typeof korean.languages)[number])).toBe(korean);
  });

  test('choices are added, worded, put in order and taken away', () => {
    const more = addChoice(orchard, 'fruit', { name: 'quince', labels: {} });
    const worded = rewordChoice(more, 'fruit', 'quince', 'English (en)', 'Quinces');
    const first = moveChoice(moveChoice(worded, 'fruit', 'quince', -1), 'fruit', 'quince', -1);
    expect(first.lists.fruit?.map(({ labels }) => labels['English (en)'])).toEqual(['Quinces', 'Plums', 'Pears']);
    expect(removeChoice(first, 'fruit', 'quince')).toEqual(orchard);
  });
});

describe('when a question is asked, picked by hand', () => {
  const several = (question: string) => question === 'fruit';

  test.each<[string, Condition]>([
    ["${paid} = 'no'", { match: 'all', picks: [{ question: 'paid', says: 'is', answers: ['no'] }] }],
    ["${paid} = 'no' or ${paid} = 'late'", { match: 'all', picks: [{ question: 'paid', says: 'is', answers: ['no', 'late'] }] }],
    ["selected(${fruit}, 'plum')", { match: 'all', picks: [{ question: 'fruit', says: 'is', answers: ['plum'] }] }],
    [
      "(${paid} = 'no' or ${paid} = 'late') and ${hours} >= 10",
      {
        match: 'all',
        picks: [
          { question: 'paid', says: 'is', answers: ['no', 'late'] },
          { question: 'hours', says: 'at-least', number: 10 },
        ],
      },
    ],
    [
      "${paid} = 'no' or ${hours} >= 10",
      {
        match: 'any',
        picks: [
          { question: 'paid', says: 'is', answers: ['no'] },
          { question: 'hours', says: 'at-least', number: 10 },
        ],
      },
    ],
    ["not(selected(${fruit}, 'plum'))", { match: 'all', picks: [{ question: 'fruit', says: 'is-not', answers: ['plum'] }] }],
    ["${wishes} != ''", { match: 'all', picks: [{ question: 'wishes', says: 'answered' }] }],
  ])('%s', (expression, condition) => {
    expect(conditionOf(expression)).toEqual(condition);
    expect(expressionOf(condition, several)).toBe(expression);
  });

  test('both of one question is not one of them', () => {
    const both = conditionOf("${paid} = 'no' and ${paid} = 'late'");
    expect(both).toEqual({
      match: 'all',
      picks: [
        { question: 'paid', says: 'is', answers: ['no'] },
        { question: 'paid', says: 'is', answers: ['late'] },
      ],
    });
    expect(both && expressionOf(both, several)).toBe("${paid} = 'no' and ${paid} = 'late'");
  });

  test('what says more than can be picked is left to its author, and nothing picked asks always', () => {
    expect(conditionOf("${paid} = 'no' and (${hours} > 3 or today() > '2026-01-01')")).toBeNull();
    expect(conditionOf('count(${row}) > 2')).toBeNull();
    expect(conditionOf('${paid} = ')).toBeNull();
    expect(conditionOf(undefined)).toEqual({ match: 'all', picks: [] });
    expect(expressionOf({ match: 'all', picks: [{ question: 'paid', says: 'is', answers: [] }] }, several)).toBeUndefined();
  });

  const name = fc.constantFrom('paid', 'fruit', 'hours', 'rest');
  const pick = fc.oneof(
    fc.record({
      question: name,
      says: fc.constantFrom('is' as const, 'is-not' as const),
      answers: fc.uniqueArray(fc.constantFrom('yes', 'no', 'plum', "o'clock"), { minLength: 1 }),
    }),
    fc.record({ question: name, says: fc.constantFrom('at-least' as const, 'at-most' as const), number: fc.nat(99) }),
    fc.record({ question: name, says: fc.constant('answered' as const) }),
  );

  test('whatever was picked says the same when it is read and written again', () => {
    fc.assert(
      fc.property(
        fc.record({ match: fc.constantFrom('all' as const, 'any' as const), picks: fc.array(pick, { minLength: 1, maxLength: 4 }) }),
        (condition) => {
          const expression = expressionOf(condition, several);
          const read = conditionOf(expression);
          expect(read && expressionOf(read, several)).toBe(expression);
        },
      ),
    );
  });
});
