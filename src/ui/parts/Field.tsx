import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface FieldWords {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong and what to do, in words; shown with a sign and read out. */
  readonly error?: string | null | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export interface FieldProps extends FieldWords {
  readonly children: (ids: FieldIds) => VNode;
}

/** Label above, hint beneath it, then the input, then what is wrong: the order in which a person reads. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, describedBy, invalid: Boolean(error) })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
};

export const FieldError = ({ id, error }: { readonly id: string; readonly error: string | null | undefined }) =>
  error ? (
    <p class="field-error" id={id} role="alert">
      <Icon name="care" />
      <span>{error}</span>
    </p>
  ) : null;
