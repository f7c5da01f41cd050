/** A passphrase field: can be shown, can be pasted into, and no browser keeps, corrects or reads it aloud. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { TextInput } from '../../parts/TextInput.tsx';

export interface PassphraseInputProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly fresh?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

export const PassphraseInput = ({ label, hint, error, value, onInput, fresh = false, autoFocus }: PassphraseInputProps) => {
  const { t } = useTranslation('app');
  const shown = useSignal(false);
  return (
    <TextInput
      label={label}
      hint={hint}
      error={error}
      type={shown.value ? 'text' : 'password'}
      autocomplete={fresh ? 'new-password' : 'current-password'}
      spellcheck={false}
      value={value}
      onInput={onInput}
      autoFocus={autoFocus}
      trailing={
        <Button
          icon={shown.value ? 'hidden' : 'seen'}
          pressed={shown.value}
          label={t('passphrase.show')}
          onClick={() => {
            shown.value = !shown.value;
          }}
        />
      }
    />
  );
};
