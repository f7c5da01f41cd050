/** Languages of a checklist: the direction follows the code, nobody's word counts for nothing, two spellings can be made one. */
import { expect, test } from 'vitest';
import type { Checklist, ChecklistLanguage } from '../../src/domain/checklist.ts';
import { joinLanguages, setLanguage } from '../../src/forms/checklistLanguages.ts';
import { wordingThatCounts } from '../../src/forms/wordingThatCounts.ts';

const bare: ChecklistLanguage = { name: 'Dari', code: null, direction: 'ltr', wording: 'machine-draft' };
const checklist: Checklist = {
  id: 'talk',
  version: '1',
  titles: { Dari: 'Hello' },
  wording: 'own',
  meantFor: 'adult',
  languages: [bare, { ...bare, name: 'English' }, { ...bare, name: 'English (en)', code: 'en' }],
  defaultLanguage: 'English',
  items: [
    {
      name: 'work',
      type: 'group',
      supported: true,
      labels: { English: 'Work' },
      hints: {},
      children: [
        {
          name: 'pay',
          type: 'text',
          supported: true,
          labels: { English: 'Pay?', 'English (en)': 'Paid?' },
          hints: { English: 'Ask kindly.' },
        },
      ],
    },
  ],
  lists: { yesno: [{ name: 'yes', labels: { English: 'Yes' } }] },
  tables: {},
};

test('saying which language it is sets the direction, and a person may still say otherwise', () => {
  const named = setLanguage(checklist, 'Dari', { code: 'prs' });
  expect(named.languages[0]).toMatchObject({ code: 'prs', direction: 'rtl' });
  expect(setLanguage(named, 'Dari', { direction: 'ltr' }).languages[0]).toMatchObject({ code: 'prs', direction: 'ltr' });
});

test('two spellings become one, gaps are filled and nothing that was there is written over', () => {
  const joined = joinLanguages(checklist, 'English', 'English (en)');
  expect(joined.languages.map(({ name }) => name)).toEqual(['Dari', 'English (en)']);
  expect(joined.defaultLanguage).toBe('English (en)');
  const [work] = joined.items;
  expect(work?.labels).toEqual({ 'English (en)': 'Work' });
  expect(work?.children?.[0]).toMatchObject({ labels: { 'English (en)': 'Paid?' }, hints: { 'English (en)': 'Ask kindly.' } });
  expect(joined.lists.yesno?.[0]?.labels).toEqual({ 'English (en)': 'Yes' });
});

test('wording counts as looked at only when somebody stands for it', () => {
  expect(wordingThatCounts({ ...bare, wording: 'reviewed' })).toBe('machine-draft');
  expect(wordingThatCounts({ ...bare, wording: 'reviewed', reviewedBy: ' ' })).toBe('machine-draft');
  expect(wordingThatCounts({ ...bare, wording: 'reviewed', reviewedBy: 'our caseworker' })).toBe('reviewed');
  expect(wordingThatCounts({ ...bare, wording: 'source' })).toBe('source');
});
