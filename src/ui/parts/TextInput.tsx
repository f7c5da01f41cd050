import type { ComponentChildren } from 'preact';
import { BurmeseHelp } from './BurmeseHelp.tsx';
import { Field, type FieldWords } from './Field.tsx';

export interface TextProps extends FieldWords {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  /** The language of what is typed, when it is not the screen's. */
  readonly lang?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

export interface TextInputProps extends TextProps {
  readonly type?: 'text' | 'password' | 'search' | 'date' | 'time' | 'url' | 'tel' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'search' | 'url' | 'none' | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Something that belongs to the field, at its end: show and hide, paste. */
  readonly trailing?: ComponentChildren;
}

export const TextInput = ({
  label,
  hint,
  error,
  value,
  onInput,
  type = 'text',
  autocomplete = 'off',
  maxLength,
  lang,
  autoFocus,
  disabled,
  placeholder,
  inputMode,
  spellcheck,
  trailing,
}: TextInputProps) => (
  <Field label={label} hint={hint} error={error}>
    {({ id, describedBy, invalid }) => (
      <>
        <div class="input-line">
          <input
            id={id}
            class="input"
            // One of the types above; the union of JSX has a case for each and cannot see that all of them take the same.
            type={type as 'text'}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
            autocomplete={autocomplete}
            autocapitalize={type === 'password' ? 'none' : undefined}
            spellcheck={spellcheck}
            maxLength={maxLength}
            lang={lang}
            dir="auto"
            autofocus={autoFocus}
            disabled={disabled}
            placeholder={placeholder}
            inputMode={inputMode}
            aria-describedby={describedBy}
            aria-invalid={invalid ? 'true' : undefined}
          />
          {trailing}
        </div>
        {type !== 'password' && <BurmeseHelp value={value} onInput={onInput} />}
      </>
    )}
  </Field>
);
