/** Why a file could not be read: what it is, in one kind sentence, and what to do about it in another. */
import { useTranslation } from 'react-i18next';
import type { ReadingFailure } from '../../fieldbook.ts';
import { Notice } from '../../parts/Notice.tsx';
import { formatNumber } from '../../words.ts';

const partOf = (failure: ReadingFailure): string => (failure.type === 'too-large' ? `too-large.${failure.what}` : failure.type);

export const ReadingProblem = ({ failure }: { readonly failure: ReadingFailure | null }) => {
  const { t, i18n } = useTranslation('library');
  if (!failure) return null;
  const limit = failure.type === 'too-large' ? formatNumber(failure.limit, i18n.language) : '';
  return (
    <Notice kind="care" title={t(`import.failed.${partOf(failure)}`, { limit })}>
      <p>{t(`import.mend.${failure.type}`)}</p>
      <p>{t('import.nothingLost')}</p>
    </Notice>
  );
};
