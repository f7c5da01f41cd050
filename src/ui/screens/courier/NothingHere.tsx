import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/Notice.tsx';

export const NothingHere = () => {
  const { t } = useTranslation('carry');
  return <p>{t('nothing')}</p>;
};

export const StorageProblem = () => {
  const { t } = useTranslation('carry');
  return <Notice kind="care">{t('problem.storage-failed')}</Notice>;
};
