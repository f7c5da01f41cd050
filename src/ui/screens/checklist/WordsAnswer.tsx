/** Free words with their warnings, a code that is typed in, and a box that says something was read or done. */
import { useTranslation } from 'react-i18next';
import { Choices } from '../../parts/Choices.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { NoteField } from '../contact/NoteField.tsx';
import type { AnswerProps } from './answerProps.ts';

const maxWords = 500;
const maxCode = 300;
/** What XForms keeps for something acknowledged. */
const acknowledged = 'OK';

const isOfNumbers = ({ asked: { item } }: AnswerProps): boolean => /(^|\s)(numbers|thousands-sep)($|\s)/u.test(item.appearance ?? '');

export const WordsAnswer = (props: AnswerProps) => {
  const { t } = useTranslation('field');
  const { text, onSay } = props;
  if (isOfNumbers(props)) return <CodeAnswer {...props} />;
  return <NoteField label={t('run.answer.words')} value={text} onInput={(words) => onSay({ words })} maxLength={maxWords} />;
};

export const CodeAnswer = (props: AnswerProps) => {
  const { t } = useTranslation('field');
  return (
    <TextInput
      label={t('run.answer.code')}
      inputMode={isOfNumbers(props) ? 'numeric' : 'text'}
      value={props.text}
      onInput={(value) => props.onSay({ value })}
      maxLength={maxCode}
      spellcheck={false}
    />
  );
};

export const AcknowledgeAnswer = ({ text, legend, onSay }: AnswerProps) => {
  const { t } = useTranslation('field');
  return (
    <Choices
      legend={legend}
      legendHidden
      options={[{ value: acknowledged, label: t('run.answer.acknowledge') }]}
      value={text === '' ? [] : [acknowledged]}
      onChange={(ticked) => onSay({ value: ticked.length > 0 ? acknowledged : undefined })}
    />
  );
};
