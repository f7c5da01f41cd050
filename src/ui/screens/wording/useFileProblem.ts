/** Why a file could not be read, in one kind sentence: in the words that spreadsheets have for it, and a few of its own. */
import { useTranslation } from 'react-i18next';
import type { FileFailure } from '../../../forms/wordingFiles/wordingFile.ts';
import { formatNumber } from '../../words.ts';

export const useFileProblem = (): ((failure: FileFailure) => string) => {
  const { t, i18n } = useTranslation('library');
  return (failure) => {
    switch (failure.type) {
      case 'not-json':
      case 'no-wording':
      case 'other-xliff':
        return t(`wordings.files.failed.${failure.type}`);
      case 'too-many':
        return t('wordings.files.failed.too-many', { limit: formatNumber(failure.limit, i18n.language) });
      case 'too-large':
        return t(`import.failed.too-large.${failure.what}`, { limit: formatNumber(failure.limit, i18n.language) });
      default:
        return t(`import.failed.${failure.type}`);
    }
  };
};
