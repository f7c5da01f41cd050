/** One of several, as large chips over native radio buttons: arrow keys, screen readers and forms work as they always do. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FieldError } from './Field.tsx';

export interface Option<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The languages the label and the hint are written in, when they are not the screen's. */
  readonly lang?: string | undefined;
  readonly hintLang?: string | undefined;
}

export interface ChoiceWords {
  readonly legend: string;
  /** The legend is read out, not shown: when the words stand just above already. */
  readonly legendHidden?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | null | undefined;
  readonly layout?: 'chips' | 'list' | undefined;
}

export interface ChoiceProps<T> extends ChoiceWords {
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  /** Tapping the chosen one takes the answer back. */
  readonly clearable?: boolean | undefined;
}

export const Choice = <T extends string | number | boolean>({
  legend,
  legendHidden,
  hint,
  error,
  layout = 'chips',
  options,
  value,
  onChange,
  clearable = false,
}: ChoiceProps<T>) => {
  const group = useId();
  return (
    <ChoiceFrame id={group} legend={legend} legendHidden={legendHidden} hint={hint} error={error} layout={layout}>
      {options.map((option) => (
        <label key={String(option.value)} class="choice">
          <input
            autocomplete="off"
            type="radio"
            name={group}
            class="choice-input"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onClick={() => {
              if (clearable && option.value === value) onChange(undefined);
            }}
          />
          <ChoiceLabel option={option} />
        </label>
      ))}
    </ChoiceFrame>
  );
};

export const ChoiceLabel = <T,>({ option }: { readonly option: Option<T> }) => (
  <span class="choice-face">
    <span class="choice-mark" aria-hidden="true" />
    <span class="choice-words">
      <span lang={option.lang}>{option.label}</span>
      {option.hint && (
        <small class="choice-hint" lang={option.hintLang} dir={option.hintLang ? 'auto' : undefined}>
          {option.hint}
        </small>
      )}
    </span>
  </span>
);

export const ChoiceFrame = ({
  id,
  legend,
  legendHidden,
  hint,
  error,
  layout,
  children,
}: ChoiceWords & { readonly id: string; readonly children: ComponentChildren }) => (
  <fieldset
    class={`choices choices-${layout}`}
    aria-describedby={[hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined}
  >
    <legend class={legendHidden ? 'only-read-out' : 'field-label'}>{legend}</legend>
    {hint && (
      <p class="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <div class="choices-options">{children}</div>
    <FieldError id={`${id}-error`} error={error} />
  </fieldset>
);
