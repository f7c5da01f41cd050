import { useTranslation } from 'react-i18next';
import { Pick } from '../parts/Pick.tsx';
import type { OfferedLanguage } from './twoLanguages.ts';

export interface PersonLanguagePickProps {
  readonly offered: readonly OfferedLanguage[];
  readonly value: string;
  readonly onChange: (tag: string) => void;
}

/** The languages there is wording in, each under its own name and in its own script. */
export const PersonLanguagePick = ({ offered, value, onChange }: PersonLanguagePickProps) => {
  const { t } = useTranslation('field');
  return (
    <Pick
      label={t('wording.personLanguage')}
      options={offered.map(({ tag, name, lang }) => ({ value: tag, label: name, lang }))}
      value={value}
      onChange={(tag) => tag && onChange(tag)}
    />
  );
};
