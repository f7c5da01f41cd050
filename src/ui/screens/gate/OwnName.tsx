/** What somebody is called by those they work with, asked when founding and when joining. */
import type { Signal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../parts/TextInput.tsx';

export interface OwnNameProps {
  readonly name: Signal<string>;
  /** The button was pressed: what is missing is said from then on. */
  readonly pressed: boolean;
}

export const OwnName = ({ name, pressed }: OwnNameProps) => {
  const { t } = useTranslation('app');
  return (
    <TextInput
      label={t('names.own.label')}
      hint={t('names.own.hint')}
      error={pressed && name.value.trim() === '' ? t('names.missing') : null}
      maxLength={80}
      value={name.value}
      onInput={(value) => {
        name.value = value;
      }}
    />
  );
};
