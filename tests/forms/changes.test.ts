/** What changed between two versions is said place by place, and nothing is said twice. */
import { describe, expect, test } from 'vitest';
import type { Checklist, Item } from '../../src/domain/checklist.ts';
import { changesBetween } from '../../src/forms/changes.ts';

const question = (name: string, more: Partial<Item> = {}): Item => ({
  name,
  type: 'text',
  supported: true,
  labels: { English: `Ask ${name}` },
  hints: {},
  ...more,
});
const group = (name: string, children: readonly Item[]): Item => ({ ...question(name), type: 'group', children });

const checklist = (items: Item[], more: Partial<Checklist> = {}): Checklist => ({
  id: 'talk',
  version: '1',
  titles: { English: 'A talk' },
  wording: 'own',
  meantFor: 'adult',
  languages: [{ name: 'English', code: 'en', direction: 'ltr', wording: 'source' }],
  defaultLanguage: 'English',
  items,
  lists: { yesno: [{ name: 'yes', labels: { English: 'Yes' } }] },
  tables: {},
  ...more,
});

const kinds = (before: Checklist, after: Checklist) => changesBetween(before, after).map(({ kind }) => kind);
const before = checklist([group('work', [question('pay'), question('rest')]), question('end')]);

describe('two versions', () => {
  test('that say the same have no changes, whatever the order of their fields', () => {
    const marks = { element: 'act', form: 'any', notedWhen: [], usuallyKnown: 'said', asksTime: false } as const;
    const turned = { asksTime: false, usuallyKnown: 'said', notedWhen: [], form: 'any', element: 'act' } as const;
    const [one, other] = [
      { ...marks, notedWhen: [] },
      { ...turned, notedWhen: [] },
    ];
    expect(changesBetween(checklist([question('pay', { marks: one })]), checklist([question('pay', { marks: other })]))).toEqual([]);
  });

  test('a question that came and one that went are named by their place', () => {
    const after = checklist([group('work', [question('pay'), question('hours')]), question('end')]);
    expect(changesBetween(before, after)).toMatchObject([
      { kind: 'removed', path: '/work/rest' },
      { kind: 'added', path: '/work/hours' },
    ]);
  });

  test('a question in another group was moved, and what else changed in it is still said', () => {
    const after = checklist([group('work', [question('pay')]), question('rest', { relevant: 'true()' }), question('end')]);
    expect(changesBetween(before, after)).toMatchObject([
      { kind: 'moved', path: '/rest', before: '/work/rest' },
      { kind: 'rule', path: '/rest', what: 'relevant', before: '', after: 'true()' },
    ]);
  });

  test('another order inside a group is one change of that group', () => {
    const after = checklist([group('work', [question('rest'), question('pay')]), question('end')]);
    expect(changesBetween(before, after)).toEqual([{ kind: 'reordered', path: '/work' }]);
  });

  test('words, rules, leaving out and marks are told apart', () => {
    const marks = { element: 'means', form: 'any', notedWhen: ['no'], usuallyKnown: 'said', asksTime: false } as const;
    const changed = question('pay', {
      labels: { English: 'Are you paid?' },
      constraint: '. > 0',
      hidden: true,
      marks: { ...marks, notedWhen: ['no'] },
    });
    const after = checklist([group('work', [changed, question('rest')]), question('end')]);
    expect(kinds(before, after)).toEqual(['reworded', 'rule', 'left-out', 'marks']);
  });

  test('a choice that went, one that came and one in other words', () => {
    const lists = {
      yesno: [
        { name: 'yes', labels: { English: 'Yes, it is' } },
        { name: 'no', labels: { English: 'No' } },
      ],
    };
    expect(changesBetween(before, { ...before, lists })).toMatchObject([
      { kind: 'choice-reworded', list: 'yesno', language: 'English', before: 'Yes', after: 'Yes, it is' },
      { kind: 'choice-added', list: 'yesno' },
    ]);
    expect(kinds(before, { ...before, lists: {} })).toEqual(['choice-removed']);
  });

  test('a new language is one change and not one for each of its sentences', () => {
    const korean = { name: 'Korean (ko)', code: 'ko', direction: 'ltr', wording: 'source' } as const;
    const spoken = checklist(
      [group('work', [question('pay', { labels: { English: 'Ask pay', 'Korean (ko)': '임금' } }), question('rest')]), question('end')],
      {
        languages: [...before.languages, korean],
      },
    );
    expect(changesBetween(before, spoken)).toEqual([{ kind: 'language-added', language: 'Korean (ko)' }]);
  });
});
