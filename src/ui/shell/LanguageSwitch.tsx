/** On every screen, before the lock and behind it: whoever holds the phone can read it. Own names, no flags. */
import { useTranslation } from 'react-i18next';
import { currentLanguage, pseudoOffered, setLanguage } from '../../i18n/language.ts';
import { findLanguage, languages, pseudoLanguage } from '../../i18n/languages.ts';
import { nameInList } from '../packWords.ts';
import { Icon } from '../parts/Icon.tsx';

export const offeredLanguages = (): readonly { readonly tag: string; readonly name: string }[] =>
  pseudoOffered() ? [...languages, { tag: pseudoLanguage, name: '[Pseudo]' }] : languages;

/** The list goes back to what is spoken when the chosen one did not come; why is said above (Bars.tsx). */
const choose = async (list: HTMLSelectElement): Promise<void> => {
  if (!(await setLanguage(list.value)).ok) list.value = currentLanguage.peek();
};

export const LanguageSwitch = ({ short = false }: { readonly short?: boolean }) => {
  const { t } = useTranslation('app');
  const tag = currentLanguage.value;
  return (
    <label class={short ? 'language language-short' : 'language'}>
      <Icon name="language" />
      {short && (
        <span class="language-tag" aria-hidden="true">
          {findLanguage(tag)?.short ?? tag.split('-')[0]?.toUpperCase()}
        </span>
      )}
      <select class="language-select" aria-label={t('language.switch')} onChange={(event) => void choose(event.currentTarget)}>
        {offeredLanguages().map((language) => (
          <option key={language.tag} value={language.tag} lang={language.tag} selected={language.tag === tag}>
            {nameInList(language, tag)}
          </option>
        ))}
      </select>
    </label>
  );
};
