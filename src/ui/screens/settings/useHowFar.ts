/** How far people have looked at a language, in plain words: its screens, and what is said to people in it. */
import { useTranslation } from 'react-i18next';
import { leastOf, type ReviewState } from '../../../domain/wordingStates.ts';
import { countOutdated, stateOfNamespace, statesAreHere } from '../../../i18n/states.ts';

export interface HowFar {
  /** Nothing of English, and of a language of which nothing is known here. */
  readonly howFar: (tag: string) => string | undefined;
  readonly howFarAloud: (tag: string) => string | undefined;
}

/** Of the checklists and the information card, the one that was looked at less. */
export const stateAloud = (tag: string): ReviewState => leastOf([stateOfNamespace(tag, 'checklists'), stateOfNamespace(tag, 'directory')]);

export const useHowFar = (): HowFar => {
  const { t } = useTranslation('app');
  const plain = (state: ReviewState): string => {
    switch (state) {
      case 'translated':
      case 'reviewed':
      case 'field-checked':
      case 'approved':
        return t(`settings.languages.far.${state}`);
      default:
        return t('settings.languages.draft');
    }
  };
  const isKnown = (tag: string): boolean => statesAreHere(tag) && stateOfNamespace(tag, 'app') !== 'source';
  const aloud = (tag: string): string => t('settings.languages.far.aloud', { far: plain(stateAloud(tag)) });
  return {
    howFar: (tag) => {
      if (!isKnown(tag)) return undefined;
      const outdated = countOutdated(tag);
      const [screens, said] = [plain(stateOfNamespace(tag, 'app')), plain(stateAloud(tag))];
      const parts = [screens, ...(said === screens ? [] : [aloud(tag)])];
      return [...parts, ...(outdated > 0 ? [t('settings.languages.far.outdated', { count: outdated })] : [])].join(' · ');
    },
    howFarAloud: (tag) => (isKnown(tag) ? aloud(tag) : undefined),
  };
};
