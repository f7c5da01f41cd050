import { useTranslation } from 'react-i18next';
import { useFieldbook } from '../fieldbook.ts';
import { lockNow } from '../lockNow.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ExchangeSign } from './ExchangeSign.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

export const TopBar = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  return (
    <header class="top">
      <ExchangeSign />
      <LanguageSwitch short />
      <a class="button button-quiet button-sign" href="/settings" aria-label={t('nav.settings')} title={t('nav.settings')}>
        <Icon name="settings" />
      </a>
      <Button kind="plain" icon="lock" label={t('top.lock')} onClick={() => void lockNow(fieldbook)} />
    </header>
  );
};

/** Before the lock: nothing but a neutral name and the language. */
export const GateBar = () => {
  const { t } = useTranslation('app');
  return (
    <header class="top">
      <span class="top-name">{t('app.name')}</span>
      <LanguageSwitch />
    </header>
  );
};
