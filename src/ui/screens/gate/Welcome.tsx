import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';

export const Welcome = () => {
  const { t } = useTranslation('app');
  return (
    <Page title={t('welcome.title')}>
      <p class="lead">{t('welcome.text')}</p>
      <div class="ways">
        <LinkButton kind="main" wide icon="inbox" href="/join">
          {t('welcome.join')}
        </LinkButton>
        <p class="field-hint">{t('welcome.joinHint')}</p>
        <LinkButton wide icon="people" href="/start">
          {t('welcome.start')}
        </LinkButton>
        <p class="field-hint">{t('welcome.startHint')}</p>
      </div>
    </Page>
  );
};
