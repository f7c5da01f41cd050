/** Any of several, as large chips over native checkboxes. */
import { useId } from 'preact/hooks';
import { ChoiceFrame, ChoiceLabel, type ChoiceWords, type Option } from './Choice.tsx';

export interface ChoicesProps<T> extends ChoiceWords {
  readonly options: readonly Option<T>[];
  readonly value: readonly T[];
  readonly onChange: (value: readonly T[]) => void;
}

/** In the order of the options, so that the same answer is always the same list. */
export const toggled = <T,>(options: readonly Option<T>[], chosen: readonly T[], value: T): readonly T[] =>
  options.map((option) => option.value).filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each)));

export const Choices = <T extends string | number>({
  legend,
  legendHidden,
  hint,
  error,
  layout = 'chips',
  options,
  value,
  onChange,
}: ChoicesProps<T>) => {
  const group = useId();
  return (
    <ChoiceFrame id={group} legend={legend} legendHidden={legendHidden} hint={hint} error={error} layout={layout}>
      {options.map((option) => (
        <label key={String(option.value)} class="choice">
          <input
            autocomplete="off"
            type="checkbox"
            class="choice-input"
            checked={value.includes(option.value)}
            onChange={() => onChange(toggled(options, value, option.value))}
          />
          <ChoiceLabel option={option} />
        </label>
      ))}
    </ChoiceFrame>
  );
};
