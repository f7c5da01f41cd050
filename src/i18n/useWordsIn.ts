/** Words in a language other than the interface's: a checklist read in two languages at once, a card for the person. */
import { useSignal } from '@preact/signals';
import i18next, { type TFunction } from 'i18next';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Namespace } from './languages.ts';
import { loadWords } from './load.ts';
import { bringPack } from './packs.ts';

export interface WordsIn {
  readonly tag: string;
  readonly namespace: Namespace;
  readonly t: TFunction;
  /** `missing`: the file did not come; `retry` asks again. Until `here`, `t` answers in English where that is loaded. */
  readonly state: 'loading' | 'here' | 'missing';
  readonly retry: () => void;
}

export const useWordsIn = (tag: string, namespace: Namespace): WordsIn => {
  // Draws again when words arrive, whoever asked for them.
  useTranslation(namespace);
  const missing = useSignal(false);
  const load = async () => {
    missing.value = false;
    const came = await bringPack(tag);
    const loaded = came.ok ? await loadWords(tag, [namespace]) : came;
    missing.value = !loaded.ok;
  };
  useEffect(() => void load(), [tag, namespace]);
  return {
    tag,
    namespace,
    t: i18next.getFixedT(tag, namespace),
    state: i18next.hasResourceBundle(tag, namespace) ? 'here' : missing.value ? 'missing' : 'loading',
    retry: () => void load(),
  };
};
