/** The words that a screen has shown since it was opened, in one language, each with its English; a tap opens it. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { everyText } from '../../../i18n/everyText.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { findLanguage, sourceLanguage } from '../../../i18n/languages.ts';
import { Pick } from '../../parts/Pick.tsx';
import { wanted } from '../../translating.ts';

interface ScreenWordsProps {
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

export const ScreenWords = ({ texts }: ScreenWordsProps) => {
  const { t } = useTranslation('field');
  const tags = [...texts.keys()].filter((tag) => tag !== sourceLanguage && findLanguage(tag));
  const chosen = useSignal(tags.includes(currentLanguage.peek()) ? currentLanguage.peek() : tags[0]);
  const tag = chosen.value;
  if (tag === undefined) return <p>{t('better.list.none')}</p>;
  const shown = new Set(texts.get(tag));
  return (
    <>
      {tags.length > 1 && (
        <Pick
          label={t('better.list.language')}
          options={tags.map((value) => ({ value, label: findLanguage(value)?.name ?? value, lang: value }))}
          value={tag}
          onChange={(next) => {
            chosen.value = next;
          }}
        />
      )}
      <ul class="rows" role="list">
        {everyText(tag)
          .filter(({ key }) => shown.has(key))
          .map(({ key, text, english }) => (
            <li key={key} class="row">
              <button
                type="button"
                class="row-link better-row"
                onClick={() => {
                  wanted.value = { type: 'text', tag, key, from: texts };
                }}
              >
                <span class="row-words">
                  <span class="row-title" lang={tag} dir="auto">
                    {text || t('better.missing')}
                  </span>
                  <span class="row-meta" lang={sourceLanguage} dir="ltr">
                    {english}
                  </span>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
};
