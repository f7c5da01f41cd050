/** Above what can be listened to: in which spoken language, where there are several, and a word about headphones. */
import { useTranslation } from 'react-i18next';
import { ownLanguageName } from '../../words.ts';
import type { Listening } from './useListening.ts';

export const ListeningBar = ({ listening: { languages, language, choose } }: { readonly listening: Listening }) => {
  const { t } = useTranslation('field');
  if (languages.length === 0) return null;
  return (
    <div class="listen-bar">
      {languages.length > 1 && (
        <select
          class="input show-language"
          autocomplete="off"
          aria-label={t('listen.dialect')}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {languages.map((tag) => (
            <option key={tag} value={tag} lang={tag} selected={tag === language}>
              {ownLanguageName(tag)}
            </option>
          ))}
        </select>
      )}
      <p class="quiet">{t('listen.headphones')}</p>
    </div>
  );
};
