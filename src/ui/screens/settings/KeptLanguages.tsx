/** Languages that take up space on this phone without being spoken by anybody here: they can go, and come back with a connection. */
import { useTranslation } from 'react-i18next';
import { currentLanguage, personLanguage, secondLanguage } from '../../../i18n/language.ts';
import { languages } from '../../../i18n/languages.ts';
import { packs, removePack } from '../../../i18n/packs.ts';
import { formatSize, isKeptPack } from '../../packWords.ts';
import { Button } from '../../parts/Button.tsx';

export const KeptLanguages = () => {
  const { t } = useTranslation('app');
  const spoken = [currentLanguage.value, secondLanguage.value, personLanguage.value];
  const idle = languages.filter(({ tag }) => isKeptPack(tag) && !spoken.includes(tag));
  if (idle.length === 0) return null;
  return (
    <section aria-labelledby="kept-languages">
      <h3 id="kept-languages">{t('settings.languages.kept')}</h3>
      <p class="soft">{t('settings.languages.keptHint')}</p>
      <ul class="rows" role="list">
        {idle.map(({ tag, name }) => (
          <li key={tag} class="row row-still">
            <span class="row-words">
              <span class="row-title" lang={tag}>
                {name}
              </span>
              <span class="row-meta">{formatSize(packs.value.get(tag)?.bytes ?? 0, currentLanguage.value)}</span>
            </span>
            <Button icon="trash" label={t('settings.languages.remove', { language: name })} onClick={() => void removePack(tag)} />
          </li>
        ))}
      </ul>
    </section>
  );
};
