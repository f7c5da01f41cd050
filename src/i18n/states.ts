/**
 * How far each string of a language has been looked at. The states come with the language's words (load.ts), so that no draft
 * is ever on a screen before it is known to be one; of a language that is not here, everything counts as a draft.
 */

import { signal } from '@preact/signals';
import i18next from 'i18next';
import * as v from 'valibot';
import { isCheckedState, type ReviewState } from '../domain/wordingStates.ts';
import { type Namespace, sourceLanguage } from './languages.ts';
import { laidOver } from './overlay.ts';
import { draft, ReviewFile, type Standing, standingIn } from './reviewFile.ts';

/** A signal: a list of languages is drawn again when one more is known. */
const known = signal<ReadonlyMap<string, ReviewFile>>(new Map());

/** Throws when the file does not come, as the words do that it belongs to. */
export const loadStates = async (tag: string): Promise<void> => {
  if (tag === sourceLanguage || known.peek().has(tag)) return;
  const { stateFiles } = await import('./otherWords.ts');
  const load = stateFiles[`../../locales/${tag}/review.json`];
  if (!load) return;
  const review = v.parse(ReviewFile, await load());
  known.value = new Map(known.peek()).set(tag, review);
};

const source: Standing = { state: 'source' };
const missing: Standing = { state: 'missing' };
const nothingKnown: ReviewFile = { namespaces: {}, strings: {} };

const isMissing = (tag: string, key: string): boolean => {
  const [namespace = '', name = ''] = key.split(':');
  if (!i18next.hasResourceBundle(tag, namespace)) return false;
  return [name, `${name}_other`].every((each) => !i18next.getResource(tag, namespace, each));
};

/** Of the words the app came with. */
export const shippedStanding = (tag: string, key: string): Standing => {
  if (tag === sourceLanguage) return source;
  return isMissing(tag, key) ? missing : standingIn(known.value.get(tag) ?? nothingKnown, key);
};

/** Who stands for a string, and since when: for what the organisation laid over it, else for what the app came with. `key`: `ns:key`. */
export const standingOf = (tag: string, key: string): Standing => laidOver(tag, key) ?? shippedStanding(tag, key);

export const stateOf = (tag: string, key: string): ReviewState => standingOf(tag, key).state;

/** What most of a namespace is; strings may stand otherwise. */
export const stateOfNamespace = (tag: string, namespace: Namespace): ReviewState =>
  tag === sourceLanguage ? 'source' : (known.value.get(tag)?.namespaces[namespace] ?? draft).state;

/** Whether anything of a namespace would be marked. */
export const hasUnchecked = (tag: string, namespace: Namespace): boolean => {
  if (!isCheckedState(stateOfNamespace(tag, namespace))) return true;
  const strings = Object.entries(known.value.get(tag)?.strings ?? {});
  return strings.some(([key, { state }]) => key.startsWith(`${namespace}:`) && !isCheckedState(state));
};

/** How many texts of a language stand as English was and no longer is. */
export const countOutdated = (tag: string): number =>
  Object.values(known.value.get(tag)?.strings ?? {}).filter(({ state }) => state === 'outdated').length;

/** Whether anything is known of how far a language is. */
export const statesAreHere = (tag: string): boolean => tag === sourceLanguage || known.value.has(tag);
