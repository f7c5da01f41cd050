import { useTranslation } from 'react-i18next';
import { never } from '../../../domain/result.ts';
import type { SaveFailure } from '../../../store/notebook.ts';
import { Notice } from '../../parts/Notice.tsx';

/** What went wrong while saving, and that what was typed is still there. */
export const SaveProblem = ({ failure }: { readonly failure: SaveFailure | null }) => {
  const { t } = useTranslation('field');
  if (!failure) return null;
  switch (failure.type) {
    case 'storage-full':
      return (
        <Notice kind="care" title={t('save.problem.title')}>
          {t('save.problem.full')}
        </Notice>
      );
    case 'storage-failed':
      return (
        <Notice kind="care" title={t('save.problem.title')}>
          {t('save.problem.storage')}
        </Notice>
      );
    case 'too-large':
      return (
        <Notice kind="care" title={t('save.problem.title')}>
          {t('save.problem.large')}
        </Notice>
      );
    case 'locked':
      return (
        <Notice kind="care" title={t('save.problem.title')}>
          {t('save.problem.locked')}
        </Notice>
      );
    default:
      return never(failure);
  }
};
