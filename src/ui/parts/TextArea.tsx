import { BurmeseHelp } from './BurmeseHelp.tsx';
import { Field } from './Field.tsx';
import type { TextProps } from './TextInput.tsx';

export interface TextAreaProps extends TextProps {
  readonly rows?: number | undefined;
}

export const TextArea = ({
  label,
  hint,
  error,
  value,
  onInput,
  autocomplete = 'off',
  maxLength,
  lang,
  autoFocus,
  disabled,
  placeholder,
  rows = 3,
}: TextAreaProps) => (
  <Field label={label} hint={hint} error={error}>
    {({ id, describedBy, invalid }) => (
      <>
        <textarea
          id={id}
          class="input input-area"
          rows={rows}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          autocomplete={autocomplete}
          maxLength={maxLength}
          lang={lang}
          dir="auto"
          autofocus={autoFocus}
          disabled={disabled}
          placeholder={placeholder}
          aria-describedby={describedBy}
          aria-invalid={invalid ? 'true' : undefined}
        />
        <BurmeseHelp value={value} onInput={onInput} />
      </>
    )}
  </Field>
);
