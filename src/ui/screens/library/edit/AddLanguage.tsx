/** One more language to word it in. What is written in it counts as a draft until somebody stands for it. */
import { useTranslation } from 'react-i18next';
import { addLanguage } from '../../../../forms/editing/wording.ts';
import { directionOf } from '../../../../forms/xlsform/languageNames.ts';
import { Pick } from '../../../parts/Pick.tsx';
import { languageOptions } from '../languageOptions.ts';
import type { EditProps } from './edited.ts';

export const AddLanguage = ({ checklist, change }: EditProps) => {
  const { t, i18n } = useTranslation('library');
  const has = new Set(checklist.languages.map(({ code }) => code));
  const options = languageOptions(i18n.language, null).filter(({ value }) => !has.has(value));
  const add = (code: string) => {
    const label = options.find(({ value }) => value === code)?.label ?? code;
    change(addLanguage(checklist, { name: `${label} (${code})`, code, direction: directionOf(code), wording: 'machine-draft' }));
  };
  return (
    <div class="edit-language">
      <Pick
        label={t('edit.language.add')}
        options={options}
        value={undefined}
        empty={t('edit.language.choose')}
        onChange={(code) => code && add(code)}
      />
    </div>
  );
};
