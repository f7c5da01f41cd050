import { useTranslation } from 'react-i18next';
import type { AllowedWording } from '../../domain/allowedWording.ts';
import { Pick } from '../parts/Pick.tsx';
import type { OfferedLanguage } from './twoLanguages.ts';

export interface PersonLanguagePickProps {
  readonly offered: readonly OfferedLanguage[];
  readonly value: string;
  readonly onChange: (tag: string) => void;
  /** Who lets this language be used without the original beneath it. */
  readonly allowed?: AllowedWording | null | undefined;
}

/** The languages there is wording in, each under its own name and in its own script. */
export const PersonLanguagePick = ({ offered, value, onChange, allowed }: PersonLanguagePickProps) => {
  const { t } = useTranslation('field');
  return (
    <>
      <Pick
        label={t('wording.personLanguage')}
        options={offered.map(({ tag, name, lang }) => ({ value: tag, label: name, lang }))}
        value={value}
        onChange={(tag) => tag && onChange(tag)}
      />
      {allowed && <p class="quiet">{t('wording.allowed', { name: allowed.by.name, reason: allowed.reason })}</p>}
    </>
  );
};
