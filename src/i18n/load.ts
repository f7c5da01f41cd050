/**
 * Where the words come from. English that the first screen needs is in the bundle; the rest are files of their own, which the
 * service worker keeps. A language is loaded whole before it is switched to, so no screen is ever half in one.
 */
import i18next from 'i18next';
import { failed, ok, type Result } from '../domain/result.ts';
import { bringFont } from './font.ts';
import { type Namespace, pseudoLanguage, sourceLanguage } from './languages.ts';
import { wordsCame } from './overlay.ts';
import { pseudoWords, type Words } from './pseudo.ts';
import { forgetWords } from './said.ts';
import { loadStates } from './states.ts';

export const bundledNamespaces: readonly Namespace[] = ['app'];
/** What nearly every screen behind the lock speaks: brought with the first of them. */
export const behindTheLock: readonly Namespace[] = ['codes', 'field'];

const bundled = import.meta.glob<Words>('../../locales/en/app.json', { eager: true, import: 'default' });
/** Apart from the list of all languages (otherWords.ts), which nobody who reads English needs. */
const englishBehindTheLock = import.meta.glob<Words>('../../locales/en/{codes,field,checklists}.json', { import: 'default' });
const pathOf = (tag: string, namespace: Namespace) => `../../locales/${tag}/${namespace}.json`;

export type LoadFailure = { readonly type: 'words-not-loaded' };

export const bundledWords = (namespace: Namespace): Words => bundled[pathOf(sourceLanguage, namespace)] ?? {};

const wordsOf = async (tag: string, namespace: Namespace): Promise<Words> => {
  if (tag === pseudoLanguage) return pseudoWords(await wordsOf(sourceLanguage, namespace));
  const here = bundled[pathOf(tag, namespace)];
  if (here) return here;
  const english = englishBehindTheLock[pathOf(tag, namespace)];
  if (english) return english();
  const { wordFiles } = await import('./otherWords.ts');
  const load = wordFiles[pathOf(tag, namespace)];
  // A language that lacks a file falls back to English, which a guard test forbids for those we ship.
  return load ? await load() : {};
};

const loadOne = async (tag: string, namespace: Namespace): Promise<void> => {
  if (i18next.hasResourceBundle(tag, namespace)) return;
  const [words] = await Promise.all([wordsOf(tag, namespace), loadStates(tag), bringFont(tag)]);
  i18next.addResourceBundle(tag, namespace, words);
  wordsCame(tag, namespace);
  forgetWords();
};

/** What screens have asked for so far: a change of language brings all of it along. */
const inUse = new Set<Namespace>(bundledNamespaces);
export const namespacesInUse = (): readonly Namespace[] => [...inUse];

/** Brings the words in; a lazy file can fail to come after an update or without a connection. Then ask again. */
export const loadWords = async (tag: string, wanted: readonly Namespace[]): Promise<Result<void, LoadFailure>> => {
  for (const namespace of wanted) inUse.add(namespace);
  try {
    await Promise.all(wanted.map((namespace) => loadOne(tag, namespace)));
    return ok(undefined);
  } catch {
    return failed({ type: 'words-not-loaded' });
  }
};
