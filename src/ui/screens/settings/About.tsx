/** What this is and what it cannot do. False safety is a harm of its own, so the limits stand here in plain words (R20). */
import { useTranslation } from 'react-i18next';

const limits = ['quickExit', 'screen', 'passphrase', 'phone', 'browser', 'keyboard'] as const;
const version: string = import.meta.env.VITE_APP_VERSION ?? '';

export const About = () => {
  const { t } = useTranslation('app');
  return (
    <section class="section" aria-labelledby="about">
      <h2 id="about">{t('about.title')}</h2>
      <p>{t('about.text')}</p>
      <details class="more">
        <summary>{t('about.limits.title')}</summary>
        <ul>
          {limits.map((limit) => (
            <li key={limit}>{t(`about.limits.${limit}`)}</li>
          ))}
        </ul>
      </details>
      <p class="field-hint">{t('about.version', { version })}</p>
      <div class="buttons">
        <a class="button button-quiet" href="/licenses.txt" target="_blank" rel="noreferrer">
          {t('about.licences')}
        </a>
      </div>
    </section>
  );
};
