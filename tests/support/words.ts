/** The wording files as flat lists of keys, for the guards. */
import { filesUnder, foldersUnder, textOf } from './source.ts';

export type Words = ReadonlyMap<string, string>;

const entriesOf = (value: unknown, path: string): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither text nor a group of texts`);
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, path ? `${path}.${key}` : key));
};

export const wordsIn = (path: string): Words => new Map(entriesOf(JSON.parse(textOf(path)), ''));

export const languages = foldersUnder('locales').map((path) => path.slice('locales/'.length));
const jsonIn = (language: string) =>
  filesUnder(`locales/${language}`, ['.json']).map((path) => path.slice(`locales/${language}/`.length, -'.json'.length));
export const namespacesOf = (language: string): string[] => jsonIn(language).filter((name) => !name.endsWith('.notes'));

const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

/** The key a program asks for: `entries_one` and `entries_other` are both asked for as `entries`. */
export const stemOf = (key: string, english: Words): string => {
  const stem = key.replace(pluralEnding, '');
  return stem !== key && english.has(`${stem}_other`) ? stem : key;
};

export const isPlural = (stem: string, english: Words): boolean => english.has(`${stem}_other`);
export const stemsOf = (words: Words, english: Words): string[] => [...new Set([...words.keys()].map((key) => stemOf(key, english)))];
export const formsOf = (stem: string, words: Words): string[] =>
  [...words.keys()]
    .filter((key) => key.startsWith(`${stem}_`) && key.replace(pluralEnding, '') === stem)
    .map((key) => key.slice(stem.length + 1));

/** `{{count, number}}` and `{{count}}` say the same; `$t(other.key)` is a placeholder too. */
export const placeholdersOf = (text: string): string[] => {
  const found = [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}|\$t\(([^),]+)/g)];
  return [...new Set(found.map((match) => match[1] ?? `$t(${match[2]})`))].sort();
};
