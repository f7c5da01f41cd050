/** Three languages: the screen's, a second one of the worker, and the person's. Each says how far people have looked at its wording. */
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import {
  currentLanguage,
  languageMissing,
  personLanguage,
  secondLanguage,
  setLanguage,
  setSecondLanguage,
} from '../../../i18n/language.ts';
import { findLanguage, languages } from '../../../i18n/languages.ts';
import { isHere } from '../../../i18n/packs.ts';
import { loadStates } from '../../../i18n/states.ts';
import { isKeptPack, sizeToFetch } from '../../packWords.ts';
import { Choice } from '../../parts/Choice.tsx';
import { offeredLanguages } from '../../shell/LanguageSwitch.tsx';
import { KeptLanguages } from './KeptLanguages.tsx';
import { OtherLanguage } from './OtherLanguage.tsx';
import { useHowFar } from './useHowFar.ts';

export const LanguageSettings = () => {
  const { t } = useTranslation('app');
  const { howFar, howFarAloud } = useHowFar();
  const person = personLanguage.value;
  const missing = languageMissing.value;
  const hintOf = (tag: string): string | undefined => {
    const size = sizeToFetch(tag, currentLanguage.value);
    if (size !== null) return t('settings.languages.away', { size });
    return [isKeptPack(tag) && t('settings.languages.here'), howFar(tag)].filter(Boolean).join(' · ') || undefined;
  };
  useEffect(() => {
    // What is on this phone says how far it is; of a language that does not come, nothing is said.
    for (const { tag } of languages.filter((language) => isHere(language.tag))) void loadStates(tag).catch(() => undefined);
  }, []);
  return (
    <section class="section" aria-labelledby="languages">
      <h2 id="languages">{t('settings.languages.title')}</h2>
      <Choice
        legend={t('settings.languages.screen')}
        layout="list"
        options={offeredLanguages().map(({ tag, name }) => ({ value: tag, label: name, lang: tag, hint: hintOf(tag) }))}
        value={currentLanguage.value}
        error={missing === null ? null : t('bars.language.text', { language: findLanguage(missing)?.name ?? missing })}
        onChange={(tag) => tag && void setLanguage(tag)}
      />
      <OtherLanguage
        label={t('settings.languages.second')}
        hint={t('settings.languages.secondHint')}
        empty={t('settings.languages.none')}
        value={secondLanguage.value}
        onChange={setSecondLanguage}
      />
      <OtherLanguage
        label={t('settings.languages.person')}
        hint={t('settings.languages.personHint')}
        empty={t('settings.languages.ask')}
        value={person}
        onChange={(tag) => {
          personLanguage.value = tag;
        }}
      />
      {person !== null && <p class="quiet">{howFarAloud(person)}</p>}
      <KeptLanguages />
    </section>
  );
};
