/** A number between two bounds: a chip for each where there are few, else two large buttons around it. */
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Stepper } from '../../parts/Stepper.tsx';
import type { AnswerProps } from './answerProps.ts';
import { NumberAnswer } from './NumberAnswer.tsx';

const mostChips = 11;

const boundsOf = ({ asked: { item } }: AnswerProps) => {
  const numberOf = (name: string, usual: number) => {
    const said = Number(item.parameters?.[name] ?? usual);
    return Number.isFinite(said) ? said : usual;
  };
  return { start: numberOf('start', 1), end: numberOf('end', 10), step: Math.abs(numberOf('step', 1)) || 1 };
};

/** As an author would write them: 0.1 and 0.2 make 0.3. */
const stepsBetween = ({ start, end, step }: ReturnType<typeof boundsOf>): readonly string[] => {
  const direction = end < start ? -1 : 1;
  const count = Math.floor(Math.abs(end - start) / step + 1e-9) + 1;
  return Array.from({ length: Math.min(count, mostChips + 1) }, (_, at) => String(Number((start + direction * at * step).toFixed(6))));
};

export const RangeAnswer = (props: AnswerProps) => {
  const { t } = useTranslation('field');
  const { text, legend, onSay } = props;
  const bounds = boundsOf(props);
  const steps = stepsBetween(bounds);
  if (steps.length <= mostChips)
    return (
      <Choice
        legend={legend}
        legendHidden
        options={steps.map((value) => ({ value, label: value }))}
        value={text || undefined}
        onChange={(value) => onSay({ value })}
        clearable
      />
    );
  if (!Number.isInteger(bounds.start) || bounds.step !== 1 || bounds.end < bounds.start) return <NumberAnswer {...props} />;
  return (
    <>
      <Stepper
        label={t('run.answer.between', { from: bounds.start, to: bounds.end })}
        value={text === '' ? undefined : Number(text)}
        min={bounds.start}
        max={bounds.end}
        onChange={(value) => onSay({ value: String(value) })}
      />
      {text !== '' && (
        <Button kind="quiet" icon="undo" onClick={() => onSay({ value: undefined })}>
          {t('run.answer.takeBack')}
        </Button>
      )}
    </>
  );
};
