/** The three ways of having no answer. A missing answer is never "no". */
import { useTranslation } from 'react-i18next';
import { type Answer, unanswered } from '../../../domain/screening.ts';
import { Choice } from '../../parts/Choice.tsx';
import type { Say } from '../twoLanguages.ts';

export interface WhyNoneProps {
  readonly words: Say;
  readonly answer: Answer | undefined;
  readonly onSay: (said: Pick<Answer, 'is'>) => void;
}

export const WhyNone = ({ words, answer, onSay }: WhyNoneProps) => {
  const { t } = useTranslation('field');
  return (
    <Choice
      legend={t('run.unanswered')}
      options={unanswered.map((value) => ({ value, label: words(`checklists:answers.${value}`) }))}
      value={unanswered.find((why) => why === answer?.is)}
      onChange={(is) => onSay({ is })}
      clearable
    />
  );
};
