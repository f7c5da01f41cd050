/** How far people have looked at one text, in the words that the settings have for a whole language. */
import { useTranslation } from 'react-i18next';
import type { ReviewState } from '../../../domain/wordingStates.ts';

export const useStateWords = (): ((state: ReviewState) => string) => {
  const { t } = useTranslation(['app', 'field']);
  return (state) => {
    switch (state) {
      case 'translated':
      case 'reviewed':
      case 'field-checked':
      case 'approved':
        return t(`app:settings.languages.far.${state}`);
      case 'outdated':
        return t('field:wording.state.outdated');
      case 'missing':
        return t('field:better.missing');
      case 'source':
        return '';
      case 'machine-draft':
        return t('field:wording.draft');
    }
  };
};
