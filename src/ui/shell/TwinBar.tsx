/** Above everything while another phone goes by this one's name: what is written here does not reach the office. */
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../parts/Button.tsx';
import { useNotebook } from '../useNotebook.ts';
import { Bar } from './Bar.tsx';

const TwinBar = () => {
  const { t } = useTranslation(['field', 'app']);
  const { path } = useLocation();
  // There it is said at length.
  if (!useNotebook().twin() || path === '/sent') return null;
  return (
    <Bar icon="care" action={<LinkButton href="/sent">{t('app:exchange.open')}</LinkButton>}>
      {t('sent.twin.title')}
    </Bar>
  );
};
export default TwinBar;
