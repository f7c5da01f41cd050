/** How far people have looked at each string: by its own standing, by that of its file, and as a draft where nothing is known. */

import i18next from 'i18next';
import { expect, test } from 'vitest';
import { inFourWords, isCheckedState, isVouchedFor, leastOf, reviewStates } from '../../src/domain/wordingStates.ts';
import { englishFor, flatWords, stemOf } from '../../src/i18n/flatWords.ts';
import { type ReviewFile, standingIn } from '../../src/i18n/reviewFile.ts';
import { loadStates, stateOf } from '../../src/i18n/states.ts';

const review: ReviewFile = {
  namespaces: { checklists: { state: 'field-checked', who: 'two advocates', when: '2026-11-02' }, field: { state: 'machine-draft' } },
  strings: {
    'checklists:limits.court': { state: 'outdated', who: 'two advocates', when: '2026-11-02' },
    'field:found_other': { state: 'translated', who: 'Linh', when: '2026-11-03' },
  },
};

test('a string has its own standing, or that of its file; what is not known is a draft', () => {
  expect(standingIn(review, 'checklists:limits.court').state).toBe('outdated');
  expect(standingIn(review, 'checklists:limits.purpose')).toMatchObject({ state: 'field-checked', who: 'two advocates' });
  expect(standingIn(review, 'directory:card.intro').state).toBe('machine-draft');
});

test('a plural is asked for by its stem', () => {
  expect(standingIn(review, 'field:found').state).toBe('translated');
});

test('English is the source; a language that is not here counts as a draft', async () => {
  await i18next.init({ resources: {} });
  await loadStates('ko');
  expect(stateOf('en', 'checklists:limits.court')).toBe('source');
  expect(stateOf('ko', 'checklists:limits.court')).toBe('machine-draft');
  expect(stateOf('xx', 'checklists:limits.court')).toBe('machine-draft');
});

test('only what was read aloud with people counts as checked, and what English left behind never does', () => {
  expect(reviewStates.filter(isCheckedState)).toEqual(['field-checked', 'approved', 'source']);
  expect(reviewStates.filter(isVouchedFor)).toEqual(['translated', 'reviewed', 'field-checked', 'approved', 'source']);
  expect(leastOf(['approved', 'outdated', 'reviewed'])).toBe('outdated');
});

test('phones of before know four words for it', () => {
  expect(reviewStates.map(inFourWords)).toEqual([
    'machine-draft',
    'machine-draft',
    'machine-draft',
    'read-once',
    'read-once',
    'reviewed',
    'reviewed',
    'source',
  ]);
});

test('a form that English has not says what its form for many says', () => {
  const english = flatWords({ a: { entries_one: 'one entry', entries_other: '{{count}} entries' }, b: 'Hello' });
  expect(englishFor('a.entries_few', english)).toBe('{{count}} entries');
  expect(englishFor('a.entries_one', english)).toBe('one entry');
  expect(englishFor('b', english)).toBe('Hello');
  expect(englishFor('gone', english)).toBeUndefined();
  expect(stemOf('a.entries_few', english)).toBe('a.entries');
});
