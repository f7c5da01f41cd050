/** A number as it is typed. What is no number is kept as it was typed, and said to be none. */
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../parts/TextInput.tsx';
import type { AnswerProps } from './answerProps.ts';

const isWhole = (text: string): boolean => /^[+-]?\d+$/u.test(text);
const isNumber = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)$/u.test(text);

/** Half the world writes a comma. */
export const numberTyped = (text: string): string => text.trim().replace(/^([+-]?\d+),(\d+)$/u, '$1.$2');

export const NumberAnswer = ({ asked, text, onSay }: AnswerProps) => {
  const { t } = useTranslation('field');
  const whole = asked.item.type === 'integer';
  const fits = text === '' || (whole ? isWhole(text) : isNumber(text));
  return (
    <TextInput
      label={t(whole ? 'run.answer.whole' : 'run.answer.number')}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={text}
      onInput={(typed) => onSay({ value: numberTyped(typed) })}
      maxLength={40}
      error={fits ? null : t(whole ? 'run.problem.whole' : 'run.problem.number')}
    />
  );
};
