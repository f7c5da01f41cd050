/** The few usual answers as chips, one tap each; all the others in a list beneath. */
import { Choice } from '../../parts/Choice.tsx';
import { Pick, type PickOption } from '../../parts/Pick.tsx';

export interface QuickChoiceProps<T extends string> {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly options: readonly PickOption<T>[];
  readonly quick: readonly T[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  /** Label of the list beneath, e.g. "Another place". */
  readonly others: string;
}

export const QuickChoice = <T extends string>({ legend, hint, options, quick, value, onChange, others }: QuickChoiceProps<T>) => {
  const shown = value === undefined || quick.includes(value) ? quick : [...quick, value];
  const chips = shown.flatMap((code) => options.find((option) => option.value === code) ?? []);
  const rest = options.filter((option) => !shown.includes(option.value));
  const list = (
    <Pick label={others} options={rest} value={undefined} empty={others} onChange={(chosen) => chosen !== undefined && onChange(chosen)} />
  );
  if (chips.length === 0) return <Pick label={legend} hint={hint} options={options} value={value} empty={others} onChange={onChange} />;
  return (
    <div class="quick-choice">
      <Choice legend={legend} hint={hint} options={chips} value={value} onChange={onChange} clearable />
      {list}
    </div>
  );
};
