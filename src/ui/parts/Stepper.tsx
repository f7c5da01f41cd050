/** A small number between two large buttons; it can also be typed. */
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Field, type FieldWords } from './Field.tsx';

export interface StepperProps extends FieldWords {
  readonly value: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly onChange: (value: number) => void;
}

export const Stepper = ({ label, hint, error, value, min = 0, max = 999, onChange }: StepperProps) => {
  const { t } = useTranslation('app');
  const within = (number: number) => Math.min(max, Math.max(min, Math.round(number)));
  const stepped = (by: number) => onChange(value === undefined ? within(min) : within(value + by));
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <div class="stepper">
          <Button
            icon="minus"
            label={t('parts.stepper.less', { what: label })}
            disabled={value !== undefined && value <= min}
            onClick={() => stepped(-1)}
          />
          <input
            autocomplete="off"
            id={id}
            class="input stepper-number"
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            value={value ?? ''}
            aria-describedby={describedBy}
            aria-invalid={invalid ? 'true' : undefined}
            onInput={(event) => {
              const said = event.currentTarget.valueAsNumber;
              if (Number.isFinite(said)) onChange(within(said));
            }}
          />
          <Button
            icon="plus"
            label={t('parts.stepper.more', { what: label })}
            disabled={value !== undefined && value >= max}
            onClick={() => stepped(1)}
          />
        </div>
      )}
    </Field>
  );
};
