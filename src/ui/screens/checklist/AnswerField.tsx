/** The answer to one question, as its type asks for it. */
import { textOf } from '../../../forms/walk/answers.ts';
import type { AnswerProps } from './answerProps.ts';
import { ChoiceAnswer, isLong } from './ChoiceAnswer.tsx';
import { LongChoice } from './LongChoice.tsx';
import { MomentAnswer } from './MomentAnswer.tsx';
import { NumberAnswer } from './NumberAnswer.tsx';
import { RangeAnswer } from './RangeAnswer.tsx';
import { RankAnswer } from './RankAnswer.tsx';
import { AcknowledgeAnswer, CodeAnswer, WordsAnswer } from './WordsAnswer.tsx';

export interface AnswerFieldProps extends Pick<AnswerProps, 'step' | 'asked' | 'answer' | 'onSay'> {
  readonly labelledBy: string;
}

export const AnswerField = ({ step, asked, answer, labelledBy, onSay }: AnswerFieldProps) => {
  const untouched = answer?.is === undefined && textOf(answer) === '';
  const text = untouched ? asked.state.value : textOf(answer);
  const legend = step.wording.words.worker(step.wording.ask(asked));
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <ByType step={step} asked={asked} answer={answer} text={text} legend={legend} onSay={onSay} />
    </div>
  );
};

const ByType = (props: AnswerProps) => {
  switch (props.asked.item.type) {
    case 'select_one':
    case 'select_multiple':
      return isLong(props.asked) ? <LongChoice {...props} /> : <ChoiceAnswer {...props} />;
    case 'rank':
      return <RankAnswer {...props} />;
    case 'range':
      return <RangeAnswer {...props} />;
    case 'integer':
    case 'decimal':
      return <NumberAnswer {...props} />;
    case 'date':
    case 'time':
    case 'dateTime':
      return <MomentAnswer {...props} />;
    case 'acknowledge':
      return <AcknowledgeAnswer {...props} />;
    case 'barcode':
      return <CodeAnswer {...props} />;
    default:
      return <WordsAnswer {...props} />;
  }
};
