/** A text as it stands: its English, its words in the language and how far people have looked at them. */
import { useTranslation } from 'react-i18next';
import type { Wording } from '../../../i18n/everyText.ts';
import { sourceLanguage } from '../../../i18n/languages.ts';
import { useStateWords } from './useStateWords.ts';

export const WordsNow = ({ tag, wording: { english, text, standing } }: { readonly tag: string; readonly wording: Wording }) => {
  const { t } = useTranslation('field');
  const stateWords = useStateWords();
  return (
    <dl class="better-now">
      <dt>{t('better.english')}</dt>
      <dd lang={sourceLanguage} dir="ltr">
        {english}
      </dd>
      <dt>{t('better.now')}</dt>
      <dd lang={tag} dir="auto">
        {text || t('better.missing')}
      </dd>
      <dd class="soft">{[stateWords(standing.state), standing.who].filter(Boolean).join(' · ')}</dd>
    </dl>
  );
};
