/**
 * What became of a language since it was last settled: wording whose English has changed is outdated, new wording is a draft,
 * what is gone is forgotten. Pure: the folder is read and written by others.
 */
import { sumOf } from '../../src/domain/sum.ts';
import { englishFor } from '../../src/i18n/flatWords.ts';
import { draft, type ReviewFile, type Standing, standingIn } from '../../src/i18n/reviewFile.ts';
import type { LanguageFolder, Sources, Texts } from './languageFolder.ts';

export interface Line {
  readonly namespace: string;
  readonly key: string;
  /** Sum of the English that stands now, and of that which the wording was written from. */
  readonly now: string;
  readonly from: string | undefined;
  readonly standing: Standing;
}

/** Every wording that says something English says; what English has no text for is left out. */
export const linesOf = ({ texts, review, sources }: LanguageFolder, english: Texts): readonly Line[] =>
  [...texts].flatMap(([namespace, words]) =>
    [...words.keys()].flatMap((key) => {
      const text = englishFor(key, english.get(namespace) ?? new Map());
      if (text === undefined) return [];
      return [{ namespace, key, now: sumOf(text), from: sources[namespace]?.[key], standing: standingIn(review, `${namespace}:${key}`) }];
    }),
  );

/** Whose name stood for it stays with it, so that they can be asked again. */
const outdated = ({ who, when }: Standing): Standing => ({ state: 'outdated', ...(who ? { who } : {}), ...(when ? { when } : {}) });

/** English went back to what the wording says: its text is right again, its readers' word for the passage is not renewed by that. */
const backAgain = ({ who, when }: Standing): Standing => (who && when ? { state: 'translated', who, when } : draft);

/** `written`: the whole language was just gone through, so what stands says what English says now. */
const settledLine = (line: Line, written: boolean): Line => {
  const { now, from, standing } = line;
  if (from === undefined) return { ...line, from: now, standing: draft };
  if (written && from !== now) return { ...line, from: now, standing: draft };
  if (from !== now) return { ...line, standing: outdated(standing) };
  return standing.state === 'outdated' ? { ...line, standing: backAgain(standing) } : line;
};

const sourcesOf = (lines: readonly Line[]): Sources => {
  const namespaces = [...new Set(lines.map(({ namespace }) => namespace))];
  const of = (name: string) => lines.filter(({ namespace }) => namespace === name).map(({ key, now, from }) => [key, from ?? now]);
  return Object.fromEntries(namespaces.map((name) => [name, Object.fromEntries(of(name))]));
};

const isSame = (a: Standing, b: Standing): boolean => a.state === b.state && a.who === b.who && a.when === b.when;

const reviewOf = ({ texts, review }: LanguageFolder, lines: readonly Line[]): ReviewFile => {
  const namespaces = Object.fromEntries([...texts.keys()].map((name) => [name, review.namespaces[name] ?? draft]));
  const others = lines.filter(({ namespace, standing }) => !isSame(standing, namespaces[namespace] ?? draft));
  return { namespaces, strings: Object.fromEntries(others.map(({ namespace, key, standing }) => [`${namespace}:${key}`, standing])) };
};

export interface Settled extends Pick<LanguageFolder, 'review' | 'sources'> {
  /** Keys that became outdated, and keys that were not known before. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

const namesOf = (lines: readonly Line[]): readonly string[] => lines.map(({ namespace, key }) => `${namespace}:${key}`);

export const settle = (language: LanguageFolder, english: Texts, { written }: { readonly written: boolean }): Settled => {
  const before = linesOf(language, english);
  const lines = before.map((line) => settledLine(line, written));
  return {
    review: reviewOf(language, lines),
    sources: sourcesOf(lines),
    changed: namesOf(lines.filter(({ standing }, at) => standing.state === 'outdated' && before[at]?.standing.state !== 'outdated')),
    added: namesOf(before.filter(({ from }) => from === undefined)),
  };
};
