import { useTranslation } from 'react-i18next';
import { Bar } from '../../shell/Bar.tsx';

/** Before anything real is written: a window that forgets is no place for it. */
const PrivateWindow = () => {
  const { t } = useTranslation('app');
  return <Bar icon="care">{t('storage.private')}</Bar>;
};

export default PrivateWindow;
