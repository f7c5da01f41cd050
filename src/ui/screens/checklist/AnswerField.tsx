/** The answers to one question, in both languages, and the three ways of having none. A missing answer is never "no". */
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../domain/checklist.ts';
import { type Answer, unanswered } from '../../../domain/screening.ts';
import { toggled } from '../../../forms/engine.ts';
import { Choice, type Option } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { NoteField } from '../contact/NoteField.tsx';
import type { TwoLanguages } from '../twoLanguages.ts';

export interface AnswerFieldProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly words: TwoLanguages;
  readonly onSay: (said: Pick<Answer, 'is' | 'several' | 'words'>) => void;
}

const yesNo = ['yes', 'no', 'unsure'] as const;
const choicesOf = ({ type, choices = [] }: Question): readonly string[] => (type === 'yes-no' ? yesNo : choices);

/** What the person may tap themselves: the answers, and that they would rather not say. */
export const answersTo = (question: Question): readonly string[] =>
  question.type === 'words' ? [] : [...choicesOf(question), 'preferred-not-to-say'];

export const sayAnswer = (question: Question, code: string): string =>
  question.type === 'yes-no' || unanswered.some((why) => why === code)
    ? `checklists:answers.${code}`
    : `checklists:adult.questions.${question.id}.choices.${code}`;

const optionsOf = (question: Question, codes: readonly string[], words: TwoLanguages): readonly Option<string>[] =>
  codes.map((value) => ({
    value,
    label: words.worker(sayAnswer(question, value)),
    hint: words.same ? undefined : words.person(sayAnswer(question, value)),
  }));

export const AnswerField = ({ question, answer, words, onSay }: AnswerFieldProps) => {
  const { t } = useTranslation('field');
  const legend = words.worker(`checklists:adult.questions.${question.id}.ask`);
  const options = optionsOf(question, choicesOf(question), words);
  const several = answer?.several ?? [];
  const changeSeveral = (chosen: readonly string[]) => {
    const changed = chosen.find((code) => !several.includes(code)) ?? several.find((code) => !chosen.includes(code));
    if (changed !== undefined) onSay({ several: toggled(several, changed) });
  };
  return (
    <>
      {question.type === 'words' && (
        <NoteField label={legend} value={answer?.words ?? ''} onInput={(said) => onSay({ words: said })} maxLength={500} />
      )}
      {question.type === 'several' && (
        <Choices legend={legend} legendHidden layout="list" options={options} value={several} onChange={changeSeveral} />
      )}
      {(question.type === 'yes-no' || question.type === 'one') && (
        <Choice
          legend={legend}
          legendHidden
          layout={question.type === 'one' ? 'list' : 'chips'}
          options={options}
          value={answer?.is}
          onChange={(is) => onSay({ is })}
          clearable
        />
      )}
      <Choice
        legend={t('run.unanswered')}
        options={optionsOf(question, unanswered, { ...words, same: true })}
        value={unanswered.find((why) => why === answer?.is)}
        onChange={(is) => onSay({ is })}
        clearable
      />
    </>
  );
};
