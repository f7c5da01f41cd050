/** Why a file could not be read and what to do: in the words that spreadsheets have for it, and a few of its own. */
import { useTranslation } from 'react-i18next';
import type { FileFailure } from '../../../forms/wordingFiles/wordingFile.ts';
import { formatNumber } from '../../words.ts';

export interface FileProblem {
  readonly what: string;
  readonly help?: string;
}

/** What helps against these helps whatever the spreadsheet is for. */
const mended = ['empty', 'old-binary', 'encrypted', 'binary-workbook', 'open-document', 'xml-spreadsheet', 'damaged'];

export const useFileProblem = (): ((failure: FileFailure) => FileProblem) => {
  const { t, i18n } = useTranslation('library');
  const what = (failure: FileFailure): string => {
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
  return (failure) => ({
    what: what(failure),
    ...(mended.includes(failure.type) ? { help: t(`import.mend.${failure.type}`) } : {}),
  });
};
