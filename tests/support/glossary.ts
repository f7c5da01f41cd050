/** What a language calls the things that are hard to name, and words it does without: `locales/<lang>/glossary.json`. */
import * as v from 'valibot';
import { textOf } from './source.ts';
import { escaped } from './wordsUsed.ts';

const Words = v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1));
const DoNotUse = v.strictObject({ word: v.pipe(v.string(), v.minLength(1)), why: v.string(), except: v.optional(v.array(v.string())) });
export type DoNotUse = v.InferOutput<typeof DoNotUse>;

/** Found anywhere in a text, in any case; where a bar stands before or after it, only where a word begins or ends: `|visa|`. */
const Sought = v.pipe(v.array(v.pipe(v.string(), v.regex(/^\|?[^|\s](?:[^|]*[^|\s])?\|?$/u))), v.minLength(1));

/** What the wording of checklists and directory is held to. */
const spokenLists = {
  /** Words that would tell a stranger what the app is for. */
  telling: Words,
  /** Labels for people and promises, which no wording uses: victim, slave, rescue. */
  labels: Sought,
  /** What our checklists neither ask nor say: status, papers, how somebody came, whether it is true. */
  neverAsked: Sought,
  /** How a scoring would speak. */
  verdicts: Sought,
  /** How a pause asks whether to go on, or says that we can stop. */
  mayStop: Sought,
};

/** English names each term, and the words of ours that mean it: patterns, matched as whole words. */
const EnglishGlossary = v.strictObject({
  terms: v.array(v.strictObject({ id: v.string(), match: Words, means: v.string() })),
  doNotUse: v.pipe(v.array(DoNotUse), v.minLength(1)),
  ...spokenLists,
  /** Words in Latin letters that stay as they are in other scripts: names of programs and files, of laws, columns and keys. */
  stays: Words,
});

const Term = v.strictObject({
  use: v.pipe(v.string(), v.minLength(1)),
  /** Any written form or stem that counts as using it. */
  forms: Words,
  note: v.pipe(v.string(), v.minLength(1)),
  /** By `ns:key`, why a text says it otherwise. */
  exceptions: v.optional(v.record(v.string(), v.pipe(v.string(), v.minLength(1)))),
});
const Glossary = v.strictObject({
  terms: v.record(v.string(), Term),
  doNotUse: v.pipe(v.array(DoNotUse), v.minLength(1)),
  ...spokenLists,
  /** Words in Latin letters that this language keeps besides those that all keep. */
  stays: v.optional(Words),
});
export type Glossary = v.InferOutput<typeof Glossary>;

const read = (language: string): unknown => JSON.parse(textOf(`locales/${language}/glossary.json`));

export const englishGlossary = v.parse(EnglishGlossary, read('en'));
export const glossaryOf = (language: string): Glossary => v.parse(Glossary, read(language));
const listsOf = (language: string) => (language === 'en' ? englishGlossary : glossaryOf(language));

export const tellingIn = (language: string): readonly string[] => listsOf(language).telling;
export const notUsedIn = (language: string): readonly DoNotUse[] => listsOf(language).doNotUse;
export const spokenListsOf = (language: string): Readonly<Record<keyof typeof spokenLists, readonly string[]>> => listsOf(language);

/** What stays in Latin letters in this language. */
export const staysIn = (language: string): ReadonlySet<string> =>
  new Set([...englishGlossary.stays, ...(glossaryOf(language).stays ?? [])]);

export const says = (text: string, words: string): boolean =>
  text.normalize('NFC').toLowerCase().includes(words.normalize('NFC').toLowerCase());

/** Vowel signs of Indic and Arabic scripts are marks, which `\b` takes for the end of a word. */
const inAWord = '[\\p{L}\\p{M}]';
const patternFor = (sought: string): RegExp => {
  const [before, after] = [sought.startsWith('|') ? `(?<!${inAWord})` : '', sought.endsWith('|') ? `(?!${inAWord})` : ''];
  return new RegExp(before + escaped(sought.replaceAll('|', '').normalize('NFC')) + after, 'iu');
};

/** Which of the words a text has. */
export const soughtIn = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => patternFor(word).test(text.normalize('NFC')));
