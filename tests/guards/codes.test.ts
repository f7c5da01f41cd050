/** A person's code is read aloud, so no screen shows it as it is: on one written from the right it might be drawn the other way round. */
import { expect, test } from 'vitest';
import { filesUnder, textOf } from '../support/source.ts';

/** Filled into a sentence it holds together (src/i18n/isolated.ts); a search and a spreadsheet show nothing. */
const isFilledIn = (before: string): boolean => /\bcode(?::| =) $/.test(before);
const showsNothing = new Set(['src/ui/shownCode.ts', 'src/ui/screens/office/answersFile.ts']);

test('a code stands in a sentence, or holds together by itself', () => {
  const shown = filesUnder('src/ui', ['.ts', '.tsx'])
    .filter((path) => !showsNothing.has(path))
    .flatMap((path) => {
      const pieces = textOf(path).split('personCode(');
      return pieces.slice(0, -1).flatMap((before) => (isFilledIn(before) ? [] : [`${path}: ${before.slice(-40)}`]));
    });
  expect(shown).toEqual([]);
});
