/** What there is to read aloud in a checklist of one's own: what is said to people, once, and nothing that cannot be read in advance. */
import { expect, test } from 'vitest';
import type { Checklist, Item } from '../../src/domain/checklist.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { library } from '../../src/forms/library/library.ts';
import { wordingOf } from '../../src/ui/screens/checklist/wording.ts';
import { spokenLines } from '../../src/ui/screens/library/recordings/spokenLines.ts';
import type { TwoLanguages } from '../../src/ui/screens/twoLanguages.ts';
import { aChecklist } from '../support/published.ts';
import { say } from '../support/say.ts';

const en = (key: string): string => say('en')(key);
const words: TwoLanguages = {
  worker: en,
  person: en,
  beside: null,
  original: en,
  placeOf: (key) => ({ key }),
  originalLanguage: { tag: 'en', direction: 'ltr' },
  workerTag: 'en',
  personTag: 'en',
  same: true,
  stateOf: () => 'source',
  allowed: null,
  mark: () => null,
  direction: 'ltr',
  lacks: () => false,
  offered: [],
  chosen: 'en',
  missing: null,
};
const linesOf = (checklist: Checklist) => spokenLines(checklist, wordingOf(null, checklist, words, 'en'));
const ownOf = (checklist: Checklist) => linesOf(checklist).lines.filter(({ part }) => part === 'own');

const asks = (name: string, more: Partial<Item> = {}): Item => ({
  name,
  type: 'text',
  supported: true,
  labels: { English: `Ask ${name}` },
  hints: {},
  ...more,
});
const yesNo = [
  { name: 'yes', labels: { English: 'Yes' } },
  { name: 'no', labels: { English: 'No' } },
];

test('questions with their hints and answers, in order; what is hidden, not collected or holds an answer is not read', () => {
  const checklist = aChecklist({
    lists: { yn: yesNo, many: Array.from({ length: 13 }, (_, at) => ({ name: `c${at}`, labels: { English: `Choice ${at}` } })) },
    items: [
      asks('pay', { type: 'select_one', list: 'yn', hints: { English: 'In your own hand' } }),
      asks('left', { hidden: true }),
      asks('picture', { type: 'image', supported: false }),
      asks('town', { type: 'select_one', list: 'many' }),
      asks('again', { labels: { English: `And at \${place}?` } }),
      asks('homes', { type: 'repeat', children: [asks('rest')] }),
      asks('gone', { type: 'group', hidden: true, children: [asks('within')] }),
    ],
  });
  const { leftOut } = linesOf(checklist);
  expect(leftOut).toBe(true);
  expect(ownOf(checklist).map(({ place, isAnswer }) => [place, isAnswer])).toEqual([
    [{ checklist: checklist.id, path: '/pay', part: 'label' }, false],
    [{ checklist: checklist.id, path: '/pay', part: 'hint' }, false],
    [{ checklist: checklist.id, path: '/pay', part: 'choice', choice: 'yes' }, true],
    [{ checklist: checklist.id, path: '/pay', part: 'choice', choice: 'no' }, true],
    [{ checklist: checklist.id, path: '/town', part: 'label' }, false],
    [{ checklist: checklist.id, path: '/homes/rest', part: 'label' }, false],
  ]);
});

test('in a run a question that repeats is the same place as at the desk', () => {
  const checklist = aChecklist({ items: [asks('homes', { type: 'repeat', children: [asks('rest')] })] });
  const wording = wordingOf(null, checklist, words, 'en');
  const item = checklist.items[0]?.children?.[0] as Item;
  expect(ownOf(checklist).map(({ place }) => place)).toEqual([wording.words.placeOf(wording.ask({ path: '/homes[3]/rest', item }))]);
});

test('of ours every question is there, each line once, and what is said with every checklist after them', () => {
  for (const checklist of library) {
    const { lines, leftOut } = linesOf(checklist);
    expect(leftOut).toBe(false);
    expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
    expect(lines.filter(({ part }) => part === 'always')).toHaveLength(linesOf(adult).lines.filter(({ part }) => part === 'always').length);
  }
  expect(ownOf(adult).map(({ says }) => says)).toContain('checklists:questions.pay-received.ask');
  const under18 = library.find(({ meantFor }) => meantFor === 'under-18');
  expect(under18 && ownOf(under18)).toEqual([]);
});
