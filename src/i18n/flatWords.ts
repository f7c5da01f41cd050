/** A file of wording as a flat list of keys, and which English text each of them was written from. */
import type { Words } from './pseudo.ts';

export type FlatWords = ReadonlyMap<string, string>;

const pairsOf = (words: Words, before: string): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[`${before}${key}`, word] as const] : pairsOf(word, `${before}${key}.`),
  );

/** `{ a: { b: 'text' } }` as `a.b`, in the order of the file. */
export const flatWords = (words: Words): FlatWords => new Map(pairsOf(words, ''));

const pluralEnding = /_(?:zero|one|two|few|many|other)$/;
export const withoutPluralEnding = (key: string): string => key.replace(pluralEnding, '');

/** The key a program asks for: `entries_one` and `entries_other` are both asked for as `entries`. */
export const stemOf = (key: string, english: FlatWords): string => {
  const stem = withoutPluralEnding(key);
  return stem !== key && english.has(`${stem}_other`) ? stem : key;
};
export const isPlural = (stem: string, english: FlatWords): boolean => english.has(`${stem}_other`);

/** The English text a wording says: of a plural form that English has not, the form for many. */
export const englishFor = (key: string, english: FlatWords): string | undefined =>
  english.get(key) ?? english.get(`${stemOf(key, english)}_other`);
