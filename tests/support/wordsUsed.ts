/** Which keys the code asks for: `t('…')`, keys with their namespace wherever they stand, and templates such as t(`codes:placeType.${x}`). */
import { filesUnder, textOf, withoutComments } from './source.ts';

export interface Asked {
  readonly file: string;
  /** As written, with `*` for what is only known when it runs. */
  readonly key: string;
  /** Where a key without a namespace may live; empty when the file does not say. */
  readonly namespaces: readonly string[];
  /** False for text that may be a key and may be anything else: it makes a key used, never missing. */
  readonly certain: boolean;
}

const keyShape = /^(?:[a-z]+:)?[\w*-]+(?:\.[\w*-]+)*$/i;

const namespacesNamedIn = (source: string): string[] => {
  const calls = [...source.matchAll(/\b(?:useTranslation|useWordsIn|getFixedT|needWords)\(([^)]*)\)/g)];
  const named = calls.flatMap((call) => [...(call[1] ?? '').matchAll(/['"]([a-z]+)['"]/g)].map((match) => match[1] ?? ''));
  return calls.some((call) => call[1]?.trim() === '') ? [...named, 'app'] : named;
};

const withStars = (template: string): string => template.replace(/\$\{(?:[^{}`]|\{[^{}]*\})*\}/g, '*');

const literalsIn = (source: string): { readonly text: string; readonly inCall: boolean }[] =>
  [...source.matchAll(/(\bt\(\s*)?(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`)/g)].map((match) => ({
    text: match[4] === undefined ? (match[2] ?? match[3] ?? '') : withStars(match[4]),
    inCall: match[1] !== undefined,
  }));

/** `t(isNew ? 'a.b' : 'c.d')`: the choice stands inside the call, so look at it on its own. */
const choicesIn = (source: string): string[] =>
  [...source.matchAll(/\bt\([^()'"`]*\?\s*'([^'\n]+)'\s*:\s*'([^'\n]+)'/g)].flatMap((match) => [match[1] ?? '', match[2] ?? '']);

const askedIn = (file: string, known: readonly string[]): Asked[] => {
  const source = withoutComments(textOf(file));
  const namespaces = namespacesNamedIn(source);
  const named = (text: string) => known.includes(text.split(':')[0] ?? '') && text.includes(':');
  const literals = literalsIn(source).filter(({ text }) => keyShape.test(text) && /[^*.:]/.test(text));
  return [
    ...literals.map(({ text, inCall }) => ({ file, key: text, namespaces, certain: inCall || named(text) })),
    ...choicesIn(source).map((key) => ({ file, key, namespaces, certain: true })),
    // A bare word outside a call ('age') is more likely an id than a key.
  ].filter(({ key, certain }) => certain || key.includes('.'));
};

export const askedForBy = (folder: string, known: readonly string[]): Asked[] =>
  filesUnder(folder, ['.ts', '.tsx']).flatMap((file) => askedIn(file, known));

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A key is asked for whole, as the group above it, or with an i18next context after it. */
export const patternOf = (asked: string): RegExp => new RegExp(`^${asked.split('*').map(escaped).join('[\\w.-]+')}(?:[._][\\w.-]+)?$`);
