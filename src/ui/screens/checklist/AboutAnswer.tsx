/** How an answer is known, when it was, and a short note: asked only once there is an answer. */
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../domain/checklist.ts';
import { type Answer, howKnown, times } from '../../../domain/screening.ts';
import { whyUnanswered } from '../../../forms/engine.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { NoteField } from '../contact/NoteField.tsx';
import type { Say } from '../twoLanguages.ts';

export interface AboutAnswerProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly words: Say;
  readonly onChange: (answer: Answer) => void;
}

const maxNote = 500;

export const AboutAnswer = ({ question, answer, words, onChange }: AboutAnswerProps) => {
  const { t } = useTranslation('field');
  const isAnswered = whyUnanswered(answer) === undefined;
  const change = (patch: Partial<Answer>) => onChange({ ...answer, ...patch });
  return (
    <>
      {isAnswered && question.asksTime && (
        <Choices
          legend={words('checklists:times.ask')}
          options={times.map((value) => ({ value, label: words(`checklists:times.choices.${value}`) }))}
          value={answer?.time ?? []}
          onChange={(time) => change({ time: [...time] })}
        />
      )}
      {isAnswered && (
        <Choice
          legend={words('checklists:howKnown.ask')}
          options={howKnown.map((value) => ({ value, label: words(`checklists:howKnown.choices.${value}`) }))}
          value={answer?.how}
          onChange={(how) => how && change({ how })}
        />
      )}
      <details class="more" open={Boolean(answer?.note)}>
        <summary>{t('run.note.open')}</summary>
        <NoteField
          label={t('run.note.label')}
          hint={t('run.note.hint')}
          value={answer?.note ?? ''}
          onInput={(note) => change({ note })}
          maxLength={maxNote}
          rows={2}
        />
      </details>
    </>
  );
};
