/** Whatever reading can find, each language has words for, with the same values in them. */
import { describe, expect, test } from 'vitest';
import { findingKinds } from '../../src/forms/xlsform/findingWords.ts';
import { placeholdersOf, wordsIn } from '../support/words.ts';

const codes = Object.keys(findingKinds).sort();
const group = 'import.findings.';

describe.each(['en', 'ko', 'vi'])('findings in %s', (language) => {
  const words = new Map([...wordsIn(`locales/${language}/library.json`)].filter(([key]) => key.startsWith(group)));

  test('there are words for each, and for nothing else', () => {
    expect([...words.keys()].map((key) => key.slice(group.length)).sort()).toEqual(codes);
  });

  test('each says the values its finding has', () => {
    const values = (text: string) => [...new Set(placeholdersOf(text))].sort();
    for (const [code, kind] of Object.entries(findingKinds))
      expect([code, ...values(words.get(`${group}${code}`) ?? '')]).toEqual([code, ...values(kind.words)]);
  });
});
