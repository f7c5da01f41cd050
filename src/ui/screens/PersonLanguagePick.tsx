import { useTranslation } from 'react-i18next';
import { languages } from '../../i18n/languages.ts';
import { Pick } from '../parts/Pick.tsx';

/** The languages we have wording in, each under its own name and in its own script. */
export const PersonLanguagePick = ({ value, onChange }: { readonly value: string; readonly onChange: (tag: string) => void }) => {
  const { t } = useTranslation('field');
  return (
    <Pick
      label={t('wording.personLanguage')}
      options={languages.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
      value={value}
      onChange={(tag) => tag && onChange(tag)}
    />
  );
};
