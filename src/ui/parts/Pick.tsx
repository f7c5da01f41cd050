/** A native select: for long lists, where the phone's own wheel is better than anything we could draw. */
import { Field, type FieldWords } from './Field.tsx';

export interface PickOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly group?: string | undefined;
  readonly lang?: string | undefined;
}

export interface PickProps<T extends string> extends FieldWords {
  readonly options: readonly PickOption<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  /** The words of the empty choice; left out, there is none once something is chosen. */
  readonly empty?: string | undefined;
  readonly disabled?: boolean | undefined;
}

const grouped = <T extends string>(options: readonly PickOption<T>[]): readonly (readonly [string, readonly PickOption<T>[]])[] => {
  const groups = new Map<string, PickOption<T>[]>();
  for (const option of options) {
    const name = option.group ?? '';
    groups.set(name, [...(groups.get(name) ?? []), option]);
  }
  return [...groups];
};

const Options = <T extends string>({ options, value }: { readonly options: readonly PickOption<T>[]; readonly value: T | undefined }) => (
  <>
    {options.map((option) => (
      <option key={option.value} value={option.value} selected={option.value === value} lang={option.lang}>
        {option.label}
      </option>
    ))}
  </>
);

export const Pick = <T extends string>({ label, hint, error, options, value, onChange, empty, disabled }: PickProps<T>) => (
  <Field label={label} hint={hint} error={error}>
    {({ id, describedBy, invalid }) => (
      <div class="pick">
        <select
          autocomplete="off"
          id={id}
          class="input"
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid ? 'true' : undefined}
          onChange={(event) => onChange(options.find((option) => option.value === event.currentTarget.value)?.value)}
        >
          {(empty !== undefined || value === undefined) && (
            <option value="" selected={value === undefined}>
              {empty ?? ''}
            </option>
          )}
          {grouped(options).map(([name, members]) =>
            name === '' ? (
              <Options key="" options={members} value={value} />
            ) : (
              <optgroup key={name} label={name}>
                <Options options={members} value={value} />
              </optgroup>
            ),
          )}
        </select>
      </div>
    )}
  </Field>
);
