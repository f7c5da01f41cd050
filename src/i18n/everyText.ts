/** Every text there is to say in a language, one by one, for those who put them right: what English says, what stands now, how far it is. */
import i18next from 'i18next';
import { failed, ok, type Result } from '../domain/result.ts';
import { englishFor, type FlatWords, flatWords, isPlural, stemOf } from './flatWords.ts';
import { type Namespace, namespaces, sourceLanguage } from './languages.ts';
import { type LoadFailure, loadWords } from './load.ts';
import { bringPack } from './packs.ts';
import type { Standing } from './reviewFile.ts';
import { standingOf } from './states.ts';

export interface Wording {
  /** `ns:key`, one form of a plural with its ending. */
  readonly key: string;
  readonly namespace: Namespace;
  readonly english: string;
  /** Empty where there is none yet. */
  readonly text: string;
  readonly standing: Standing;
}

const wordsIn = (tag: string, namespace: Namespace): FlatWords => flatWords(i18next.getResourceBundle(tag, namespace) ?? {});

/** The forms a language counts in, and i18next's kinder word for none where English has one. */
const formsOf = (tag: string, stem: string, english: FlatWords): readonly string[] => [
  ...(english.has(`${stem}_zero`) ? ['zero'] : []),
  ...new Intl.PluralRules(tag).resolvedOptions().pluralCategories.filter((form) => form !== 'zero' || !english.has(`${stem}_zero`)),
];

const keysIn = (tag: string, english: FlatWords): readonly string[] => {
  const stems = [...new Set([...english.keys()].map((key) => stemOf(key, english)))];
  return stems.flatMap((stem) => (isPlural(stem, english) ? formsOf(tag, stem, english).map((form) => `${stem}_${form}`) : [stem]));
};

const wordingIn = (tag: string, namespace: Namespace): readonly Wording[] => {
  const [english, own] = [wordsIn(sourceLanguage, namespace), wordsIn(tag, namespace)];
  return keysIn(tag, english).map((name) => {
    const key = `${namespace}:${name}`;
    const text = own.get(name) ?? '';
    return { key, namespace, english: englishFor(name, english) ?? '', text, standing: text ? standingOf(tag, key) : { state: 'missing' } };
  });
};

/** Of namespaces that are loaded. */
export const everyText = (tag: string, among: readonly Namespace[] = namespaces): readonly Wording[] =>
  among.flatMap((namespace) => wordingIn(tag, namespace));

/** The words of a language and of English, all of them. */
export const loadEveryText = async (tag: string): Promise<Result<void, LoadFailure>> => {
  const came = await bringPack(tag);
  const loaded = came.ok ? await Promise.all([loadWords(tag, namespaces), loadWords(sourceLanguage, namespaces)]) : [came];
  return loaded.every((each) => each.ok) ? ok(undefined) : failed({ type: 'words-not-loaded' });
};

/** One text by its key; `undefined` where its words are not loaded or there is no such text. */
export const oneText = (tag: string, key: string): Wording | undefined => {
  const namespace = namespaces.find((name) => key.startsWith(`${name}:`));
  return namespace && everyText(tag, [namespace]).find((wording) => wording.key === key);
};
