/** A second language, or the person's: taken once its words are on this phone, all of them. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/language.ts';
import { findLanguage } from '../../../i18n/languages.ts';
import { bringPack, languagesInReach } from '../../../i18n/packs.ts';
import { nameInList } from '../../packWords.ts';
import { Pick } from '../../parts/Pick.tsx';

interface OtherLanguageProps {
  readonly label: string;
  readonly hint: string;
  /** The words for none. */
  readonly empty: string;
  readonly value: string | null;
  readonly onChange: (tag: string | null) => void;
}

export const OtherLanguage = ({ value, onChange, ...words }: OtherLanguageProps) => {
  const { t } = useTranslation('app');
  const missing = useSignal<string | null>(null);
  const choose = async (tag: string | undefined) => {
    missing.value = null;
    if (tag === undefined || (await bringPack(tag)).ok) onChange(tag ?? null);
    else missing.value = findLanguage(tag)?.name ?? tag;
  };
  return (
    <Pick
      {...words}
      error={missing.value === null ? null : t('bars.language.text', { language: missing.value })}
      options={languagesInReach().map(({ tag, name }) => ({
        value: tag,
        label: nameInList({ tag, name }, currentLanguage.value),
        lang: tag,
      }))}
      value={value ?? undefined}
      onChange={(tag) => void choose(tag)}
    />
  );
};
