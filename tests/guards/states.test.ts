/** What is said of how far people have looked at a wording is true: it names its readers, and no English has changed behind its back. */
import { describe, expect, test } from 'vitest';
import { openLanguage, textsIn } from '../../commands/wording/languageFolder.ts';
import { linesOf, settle } from '../../commands/wording/settle.ts';
import { isVouchedFor } from '../../src/domain/wordingStates.ts';
import { isThere, root } from '../support/source.ts';
import { languages } from '../support/words.ts';

const english = textsIn(`${root}/locales/en`);
const translations = languages.filter((language) => language !== 'en');
const settleFirst = 'English has changed, or wording was added, that nobody has settled yet: run npm run wording -- settle';

test('there are translations to look at', () => {
  expect(translations.length).toBeGreaterThan(1);
});

describe.each(translations)('%s', (tag) => {
  const folder = openLanguage(`${root}/locales/${tag}`);
  const standings = [...Object.entries(folder.review.namespaces), ...Object.entries(folder.review.strings)];

  test('has its states and its sources beside it', () => {
    expect(['review', 'sources'].filter((name) => !isThere(`locales/${tag}/${name}.json`))).toEqual([]);
  });

  test('says of each wording which English it was written from, and whether that still stands', () => {
    const unsettled = linesOf(folder, english).filter(({ from, now, standing }) => (from !== now) !== (standing.state === 'outdated'));
    expect(
      unsettled.map(({ namespace, key }) => `${namespace}:${key}`),
      settleFirst,
    ).toEqual([]);
  });

  test('says nothing of wording that is gone', () => {
    const { review, sources } = settle(folder, english, { written: false });
    expect(Object.keys(folder.review.strings), settleFirst).toEqual(Object.keys(review.strings));
    expect(folder.sources, settleFirst).toEqual(sources);
  });

  test('has one state for each file of words', () => {
    expect(Object.keys(folder.review.namespaces).sort(), settleFirst).toEqual([...folder.texts.keys()]);
  });

  test('calls nothing its own source, nor missing what is there', () => {
    expect(standings.filter(([, { state }]) => state === 'source' || state === 'missing')).toEqual([]);
  });

  test('names who looked, and when, wherever somebody did', () => {
    expect(standings.filter(([, { state, who, when }]) => isVouchedFor(state) && !(who && when))).toEqual([]);
  });
});
