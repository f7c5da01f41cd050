/** In languages of other scripts, words in Latin letters stand only where they were meant to: no English was left behind. */
import { describe, expect, test } from 'vitest';
import { staysIn } from '../support/glossary.ts';
import { languages, namespacesOf, wordsIn } from '../support/words.ts';

const inLatin = (language: string): boolean => new Intl.Locale(language).maximize().script === 'Latn';
const withoutPlaceholders = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}|\$\{[^}]*\}|\$t\([^)]*\)/g, '');
const wordsOf = (text: string): readonly string[] => withoutPlaceholders(text).match(/[A-Za-z][A-Za-z_]*[A-Za-z]/g) ?? [];

/** Official names of hotlines and counties stand beside what they are called in the language. */
const namesStand = (key: string): boolean => /^directory:entries\..*\.official$|^codes:area\./.test(key);

test.each([
  ['Excel 파일', ['Excel']],
  ['{{count}} 개', []],
])('%s has the words %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

describe.each(languages.filter((language) => !inLatin(language)))('%s', (language) => {
  const stays = staysIn(language);

  test('says nothing in English that has words of its own', () => {
    const left = namespacesOf(language).flatMap((name) =>
      [...wordsIn(`locales/${language}/${name}.json`)]
        .filter(([key]) => !namesStand(`${name}:${key}`))
        .flatMap(([key, text]) =>
          wordsOf(text)
            .filter((word) => !stays.has(word))
            .map((word) => `${name}:${key} “${word}”: ${text}`),
        ),
    );
    expect(left).toEqual([]);
  });
});
