/**
 * Wording that the organisation accepted, laid over the words the app came with: only in memory and only while the notebook is
 * open. A language whose words come later gets its own then; when the notebook locks, the app's words stand again.
 */
import i18next from 'i18next';
import { sumOf } from '../domain/sum.ts';
import { reviewStates } from '../domain/wordingStates.ts';
import { englishFor, type FlatWords, flatWords } from './flatWords.ts';
import { type Namespace, namespaces, sourceLanguage } from './languages.ts';
import { layWith, tellLaidOver } from './overlay.ts';
import type { Words } from './pseudo.ts';
import type { Standing } from './reviewFile.ts';
import { forgetWords } from './said.ts';
import { shippedStanding } from './states.ts';

export interface Better extends Standing {
  readonly text: string;
  /** Sum of the English it was written from. */
  readonly source: string;
}

/** By language, then by `ns:key`. */
export type BetterWords = ReadonlyMap<string, ReadonlyMap<string, Better>>;

let wanted: BetterWords = new Map();
/** What lies over now, by language and namespace, and what it covers: `undefined` where the app had no words. */
const covered = new Map<string, ReadonlyMap<string, string | undefined>>();
const laid = new Map<string, ReadonlyMap<string, Standing>>();

const isHere = (tag: string, namespace: Namespace): boolean => i18next.hasResourceBundle(tag, namespace);
const bundleOf = (tag: string, namespace: Namespace): Words => i18next.getResourceBundle(tag, namespace) ?? {};
const placeOf = (tag: string, namespace: Namespace): string => `${tag} ${namespace}`;

/** English of the moment; `null` while it is not here, and then nothing can be called outdated yet. */
const englishIn = (namespace: Namespace): FlatWords | null =>
  isHere(sourceLanguage, namespace) ? flatWords(bundleOf(sourceLanguage, namespace)) : null;

const isAfter = (a: Standing, b: Standing): boolean => reviewStates.indexOf(a.state) > reviewStates.indexOf(b.state);

/** How it stands today: written from another English it is outdated, and then better words of the app's own go before it. */
const standingToday = (tag: string, key: string, better: Better, english: FlatWords | null): Standing | null => {
  const { state, who, when } = better;
  const standing = { state, ...(who === undefined ? {} : { who }), ...(when === undefined ? {} : { when }) };
  if (!english) return standing;
  const says = englishFor(key.slice(key.indexOf(':') + 1), english);
  if (says === undefined) return null;
  if (sumOf(says) === better.source) return standing;
  const outdated = { ...standing, state: 'outdated' as const };
  return isAfter(shippedStanding(tag, key), outdated) ? null : outdated;
};

const put = (tag: string, namespace: Namespace, words: ReadonlyMap<string, string | undefined>): void => {
  for (const [name, text] of words) i18next.addResource(tag, namespace, name, text ?? '', { keySeparator: '.', silent: true });
};

const uncover = (tag: string, namespace: Namespace): void => {
  const place = placeOf(tag, namespace);
  put(tag, namespace, covered.get(place) ?? new Map());
  covered.delete(place);
  laid.delete(place);
};

const cover = (tag: string, namespace: Namespace): void => {
  const mine = [...(wanted.get(tag) ?? [])].filter(([key]) => key.startsWith(`${namespace}:`));
  const english = mine.length > 0 ? englishIn(namespace) : null;
  const standing = mine.flatMap(([key, better]) => {
    const today = standingToday(tag, key, better, english);
    return today ? [{ key, name: key.slice(namespace.length + 1), text: better.text, today }] : [];
  });
  if (standing.length === 0) return;
  const place = placeOf(tag, namespace);
  const before = standing.map(({ name }) => [name, i18next.getResource(tag, namespace, name) as string | undefined] as const);
  covered.set(place, new Map(before));
  put(tag, namespace, new Map(standing.map(({ name, text }) => [name, text])));
  laid.set(place, new Map(standing.map(({ key, today }) => [key, today])));
};

const tell = (): void => {
  const all = new Map<string, Map<string, Standing>>();
  for (const [place, strings] of laid) {
    const [tag = ''] = place.split(' ');
    all.set(tag, new Map([...(all.get(tag) ?? []), ...strings]));
  }
  forgetWords();
  tellLaidOver(all);
};

const layAgain = (tag: string, namespace: Namespace): boolean => {
  if (tag === sourceLanguage || !isHere(tag, namespace)) return false;
  const lay = covered.has(placeOf(tag, namespace));
  uncover(tag, namespace);
  cover(tag, namespace);
  if (!lay && !covered.has(placeOf(tag, namespace))) return false;
  // Whatever was drawn with the words before is drawn again (bindI18nStore).
  i18next.addResourceBundle(tag, namespace, {}, true, true);
  return true;
};

/** Words of a language came. Once English is here, what lies over others is held against it. */
const layOver = (tag: string, namespace: Namespace): void => {
  const tags = tag === sourceLanguage ? [...wanted.keys()] : [tag];
  if (tags.map((each) => layAgain(each, namespace)).includes(true)) tell();
};

/** All that stands of what was accepted; nothing at all when the notebook locks. */
export const setBetterWords = (all: BetterWords): void => {
  const tags = new Set([...wanted.keys(), ...all.keys()]);
  layWith(layOver);
  wanted = all;
  const changed = [...tags].flatMap((tag) => namespaces.map((namespace) => layAgain(tag, namespace)));
  if (changed.includes(true)) tell();
};
