/** How an answer is known, when it was, and a short note: asked only once there is an answer. */
import { useTranslation } from 'react-i18next';
import { type Answer, howKnown, times } from '../../../domain/screening.ts';
import { whyUnanswered } from '../../../forms/walk/answers.ts';
import type { Asked } from '../../../forms/walk/places.ts';
import { marksOf } from '../../../forms/walk/questions.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { NoteField } from '../contact/NoteField.tsx';
import type { Say } from '../twoLanguages.ts';

export interface AboutAnswerProps {
  readonly asked: Asked;
  readonly answer: Answer | undefined;
  readonly words: Say;
  /** Else it lies in a fold already. */
  readonly alone: boolean;
  readonly onChange: (answer: Answer) => void;
}

const maxNote = 500;

export const AboutAnswer = (props: AboutAnswerProps) => {
  const { t } = useTranslation('field');
  return (
    <>
      <HowAndWhen {...props} />
      {props.alone ? (
        <details class="more" open={Boolean(props.answer?.note)}>
          <summary>{t('run.note.open')}</summary>
          <Note {...props} />
        </details>
      ) : (
        <Note {...props} />
      )}
    </>
  );
};

const HowAndWhen = ({ asked, answer, words, onChange }: AboutAnswerProps) => {
  if (whyUnanswered(answer) !== undefined) return null;
  return (
    <>
      {marksOf(asked).asksTime && (
        <Choices
          legend={words('checklists:times.ask')}
          options={times.map((value) => ({ value, label: words(`checklists:times.choices.${value}`) }))}
          value={answer?.time ?? []}
          onChange={(time) => onChange({ ...answer, time: [...time] })}
        />
      )}
      <Choice
        legend={words('checklists:howKnown.ask')}
        options={howKnown.map((value) => ({ value, label: words(`checklists:howKnown.choices.${value}`) }))}
        value={answer?.how}
        onChange={(how) => how && onChange({ ...answer, how })}
      />
    </>
  );
};

const Note = ({ answer, onChange }: AboutAnswerProps) => {
  const { t } = useTranslation('field');
  return (
    <NoteField
      label={t('run.note.label')}
      hint={t('run.note.hint')}
      value={answer?.note ?? ''}
      onInput={(note) => onChange({ ...answer, note })}
      maxLength={maxNote}
      rows={2}
    />
  );
};
