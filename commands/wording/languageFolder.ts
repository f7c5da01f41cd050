/** The folder of one language: its words, how far people have looked at them, and which English each was written from. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type FlatWords, flatWords } from '../../src/i18n/flatWords.ts';
import { ReviewFile } from '../../src/i18n/reviewFile.ts';

/** `sources.json`: by namespace and key, the sum of the English text that a wording was written from. */
export const Sources = v.record(v.string(), v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/u))));
export type Sources = v.InferOutput<typeof Sources>;

/** By namespace, in the order of their names. */
export type Texts = ReadonlyMap<string, FlatWords>;

export interface LanguageFolder {
  readonly texts: Texts;
  readonly review: ReviewFile;
  readonly sources: Sources;
}

/** Files of a language that hold no words of screens. */
const besides = ['review', 'sources', 'glossary'];

interface Nested {
  readonly [key: string]: string | Nested;
}
const Words: v.GenericSchema<Nested> = v.record(v.string(), v.union([v.string(), v.lazy(() => Words)]));

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const readMaybe = <S extends v.GenericSchema>(path: string, schema: S, without: v.InferOutput<S>): v.InferOutput<S> =>
  existsSync(path) ? v.parse(schema, read(path)) : without;

export const namespacesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.notes.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((name) => !besides.includes(name))
    .sort();

export const readWords = (path: string): FlatWords => flatWords(v.parse(Words, read(path)));
export const textsIn = (folder: string): Texts =>
  new Map(namespacesIn(folder).map((name) => [name, readWords(join(folder, `${name}.json`))]));

/** What is not there yet is empty: nobody has looked at anything. */
export const openLanguage = (folder: string): LanguageFolder => ({
  texts: textsIn(folder),
  review: readMaybe(join(folder, 'review.json'), ReviewFile, { namespaces: {}, strings: {} }),
  sources: readMaybe(join(folder, 'sources.json'), Sources, {}),
});

const write = (path: string, value: unknown): void => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

export const keepLanguage = (folder: string, { review, sources }: Pick<LanguageFolder, 'review' | 'sources'>): void => {
  write(join(folder, 'review.json'), review);
  write(join(folder, 'sources.json'), sources);
};
