import { useTranslation } from 'react-i18next';
import { LinkButton } from '../parts/Button.tsx';
import { Page } from '../parts/Page.tsx';
import { useNotebook } from '../useNotebook.ts';
import { About } from './settings/About.tsx';
import { BetterWords } from './settings/BetterWords.tsx';
import { LanguageSettings } from './settings/LanguageSettings.tsx';
import { ThisDevice } from './settings/ThisDevice.tsx';

const Settings = () => {
  const { t } = useTranslation('app');
  const { me, organisation } = useNotebook();
  return (
    <Page title={t('settings.title')} back="/">
      <section class="section" aria-labelledby="me">
        <h2 id="me">{t('settings.me.title')}</h2>
        <p>
          <strong>{me.name}</strong> · {t(`roles.${me.role}`)}
          <br />
          {organisation.name}
        </p>
        <div class="buttons">
          <LinkButton icon="people" href="/team">
            {t('settings.me.team')}
          </LinkButton>
          {me.role === 'supervisor' && (
            <LinkButton icon="library" href="/library">
              {t('nav.library')}
            </LinkButton>
          )}
        </div>
      </section>
      <LanguageSettings />
      <BetterWords />
      <ThisDevice />
      <About />
    </Page>
  );
};

export default Settings;
