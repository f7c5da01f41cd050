/** Every language says hard things by the words its glossary chose, and does without those that shame or mislead (domain 5.3). */
import { describe, expect, test } from 'vitest';
import { englishFor } from '../../src/i18n/flatWords.ts';
import { englishGlossary, glossaryOf, notUsedIn, says, soughtIn } from '../support/glossary.ts';
import { isThere } from '../support/source.ts';
import { languages, namespacesOf, type Words, wordsIn } from '../support/words.ts';

interface Text {
  readonly key: string;
  readonly text: string;
  readonly english: string;
}

const english = new Map<string, Words>(namespacesOf('en').map((name) => [name, wordsIn(`locales/en/${name}.json`)]));
const textsOf = (language: string): readonly Text[] =>
  namespacesOf(language).flatMap((name) =>
    [...wordsIn(`locales/${language}/${name}.json`)].map(([key, text]) => ({
      key: `${name}:${key}`,
      text,
      english: englishFor(key, english.get(name) ?? new Map()) ?? '',
    })),
  );

const withGlossary = languages.filter((language) => isThere(`locales/${language}/glossary.json`));

test('every language has a glossary', () => {
  expect(withGlossary).toEqual(languages);
});

test.each([
  ['Do you have a VISA?', '|visa|', true],
  ['Was it advisable?', '|visa|', false],
  ['Le trata la gente', 'trata de personas', false],
  ['वीज़ा है?', 'वीज़ा', true],
  ['सचमुच', '|सच|', false],
  ['ถามได้ไหม', 'ไหม|', true],
  ['Shall we go on?', '?', true],
])('“%s” has %s: %s', (text, sought, has) => {
  expect(soughtIn(text, [sought]).length > 0).toBe(has);
});

describe.each(withGlossary)('%s', (language) => {
  const texts = textsOf(language);

  test('does without the words it has put aside', () => {
    const used = texts.flatMap(({ key, text }) =>
      notUsedIn(language)
        .filter(({ word, except = [] }) => says(text, word) && !except.includes(key))
        .map(({ word, why }) => `${key} says "${word}" (${why}): ${text}`),
    );
    expect(used).toEqual([]);
  });

  test('makes no exception for a text that is gone', () => {
    const keys = new Set(texts.map(({ key }) => key));
    const excepted = [
      ...notUsedIn(language).flatMap(({ except = [] }) => except),
      ...(language === 'en' ? [] : Object.values(glossaryOf(language).terms).flatMap(({ exceptions = {} }) => Object.keys(exceptions))),
    ];
    expect(excepted.filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe.each(withGlossary.filter((language) => language !== 'en'))('the terms of %s', (language) => {
  const { terms } = glossaryOf(language);

  test('are those of English, and whatever else it wants to keep in mind', () => {
    expect(englishGlossary.terms.map(({ id }) => id).filter((id) => !(id in terms))).toEqual([]);
  });

  test.each(englishGlossary.terms.map(({ id }) => id))('%s is said the way the glossary says it', (id) => {
    const { match } = englishGlossary.terms.find((term) => term.id === id) ?? { match: [] };
    const { forms, exceptions = {} } = terms[id] ?? { forms: [] };
    const meant = new RegExp(`\\b(?:${match.join('|')})\\b`, 'iu');
    const otherwise = textsOf(language)
      .filter(({ english: original }) => meant.test(original))
      .filter(({ key, text }) => !forms.some((form) => says(text, form)) && !(key in exceptions))
      .map(({ key, text, english: original }) => `${key} says none of ${forms.join(', ')}: "${original}" → "${text}"`);
    expect(otherwise).toEqual([]);
  });
});
