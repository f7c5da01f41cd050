/** Three languages: the screen's, a second one of the worker, and the person's. Each says whether anybody has read its wording. */
import { useTranslation } from 'react-i18next';
import { currentLanguage, personLanguage, secondLanguage, setLanguage, setSecondLanguage } from '../../../i18n/language.ts';
import { isDraftWording, languages } from '../../../i18n/languages.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { offeredLanguages } from '../../shell/LanguageSwitch.tsx';

export const LanguageSettings = () => {
  const { t } = useTranslation('app');
  const options = languages.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }));
  return (
    <section class="section" aria-labelledby="languages">
      <h2 id="languages">{t('settings.languages.title')}</h2>
      <Choice
        legend={t('settings.languages.screen')}
        layout="list"
        options={offeredLanguages().map(({ tag, name }) => ({
          value: tag,
          label: name,
          lang: tag,
          hint: isDraftWording(tag, 'app') ? t('settings.languages.draft') : undefined,
        }))}
        value={currentLanguage.value}
        onChange={(tag) => {
          if (tag) void setLanguage(tag);
        }}
      />
      <Pick
        label={t('settings.languages.second')}
        hint={t('settings.languages.secondHint')}
        empty={t('settings.languages.none')}
        options={options}
        value={secondLanguage.value ?? undefined}
        onChange={(tag) => setSecondLanguage(tag ?? null)}
      />
      <Pick
        label={t('settings.languages.person')}
        hint={t('settings.languages.personHint')}
        empty={t('settings.languages.ask')}
        options={options}
        value={personLanguage.value ?? undefined}
        onChange={(tag) => {
          personLanguage.value = tag ?? null;
        }}
      />
    </section>
  );
};
