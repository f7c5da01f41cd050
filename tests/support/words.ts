/** The wording files as flat lists of keys, for the guards. */
import { namespacesIn, readWords } from '../../commands/wording/languageFolder.ts';
import { type FlatWords, stemOf, withoutPluralEnding } from '../../src/i18n/flatWords.ts';
import { foldersUnder, root } from './source.ts';

export type Words = FlatWords;

export const wordsIn = (path: string): Words => readWords(`${root}/${path}`);

export const languages = foldersUnder('locales').map((path) => path.slice('locales/'.length));
export const namespacesOf = (language: string): string[] => [...namespacesIn(`${root}/locales/${language}`)];

export const stemsOf = (words: Words, english: Words): string[] => [...new Set([...words.keys()].map((key) => stemOf(key, english)))];
export const formsOf = (stem: string, words: Words): string[] =>
  [...words.keys()]
    .filter((key) => key.startsWith(`${stem}_`) && withoutPluralEnding(key) === stem)
    .map((key) => key.slice(stem.length + 1));

/** `{{count, number}}` and `{{count}}` say the same; `$t(other.key)` is a placeholder too. */
export const placeholdersOf = (text: string): string[] => {
  const found = [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}|\$t\(([^),]+)/g)];
  return [...new Set(found.map((match) => match[1] ?? `$t(${match[2]})`))].sort();
};
