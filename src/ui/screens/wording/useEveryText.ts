/** Every text of a language for a screen, drawn again when any of it changes. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { everyText, loadEveryText, type Wording } from '../../../i18n/everyText.ts';
import { namespaces } from '../../../i18n/languages.ts';

export interface EveryText {
  readonly state: 'loading' | 'here' | 'missing';
  readonly texts: readonly Wording[];
  readonly retry: () => void;
}

/** What each part of the place is given. */
export interface InLanguageProps {
  readonly tag: string;
  readonly texts: readonly Wording[];
}

export const useEveryText = (tag: string): EveryText => {
  useTranslation([...namespaces]);
  const state = useSignal<EveryText['state']>('loading');
  const load = async () => {
    state.value = 'loading';
    state.value = (await loadEveryText(tag)).ok ? 'here' : 'missing';
  };
  useEffect(() => void load(), [tag]);
  return { state: state.value, texts: state.value === 'here' ? everyText(tag) : [], retry: () => void load() };
};
