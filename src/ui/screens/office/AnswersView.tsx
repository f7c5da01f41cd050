/** Every answer in the checklist's own wording, with how it is known and when; what was not asked says why. */
import { useTranslation } from 'react-i18next';
import { type Checklist, type Question, questionsOf } from '../../../domain/checklist.ts';
import type { RecordState } from '../../../domain/fold.ts';
import type { Answer, Answers } from '../../../domain/screening.ts';
import { questionsToAsk, urgencyOf } from '../../../forms/engine.ts';
import { standingOf } from '../../../forms/grid.ts';
import { Tag } from '../../parts/Tag.tsx';
import { useCodeWords } from '../codeWords.ts';
import { useRecordWords } from './recordWords.ts';

interface AnswersProps {
  readonly checklist: Checklist | undefined;
  readonly answers: Answers;
  readonly state: RecordState;
}

export const AnswersView = ({ checklist, answers, state }: AnswersProps) => {
  const { t } = useTranslation('office');
  const { value } = useRecordWords();
  const languages = state.fields.get('languages')?.value;
  return (
    <section class="office-part">
      <h3>{t('record.answers.title')}</h3>
      {languages !== undefined && <p class="office-hint">{value('languages', languages)}</p>}
      {checklist ? <BySection checklist={checklist} answers={answers} /> : <p class="office-hint">{t('record.answers.otherChecklist')}</p>}
      <Unknown checklist={checklist} answers={answers} />
    </section>
  );
};

const BySection = ({ checklist, answers }: { readonly checklist: Checklist; readonly answers: Answers }) => {
  const { t: asked } = useTranslation('checklists');
  const open = new Set(questionsToAsk(checklist, answers));
  return (
    <>
      {checklist.sections.map(({ id, questions }) => {
        const shown = questions.filter((question) => open.has(question));
        if (shown.length === 0) return null;
        return (
          <section key={id} class="answers-section">
            <h4>{asked(`${checklist.id}.sections.${id}.title`, { defaultValue: id })}</h4>
            <dl class="office-answers">
              {shown.map((question) => (
                <AnswerRow key={question.id} checklist={checklist.id} question={question} answer={answers[question.id]} />
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
};

const AnswerRow = ({
  checklist,
  question,
  answer,
}: {
  readonly checklist: string;
  readonly question: Question;
  readonly answer: Answer | undefined;
}) => {
  const { t } = useTranslation('office');
  const words = useRecordWords(checklist);
  const urgent = urgencyOf(question, answer) !== undefined;
  const noted = standingOf(question, answer) === 'noted';
  return (
    <div class="office-answer">
      <dt>{words.question(question.id)}</dt>
      <dd>
        <span class="answer-words">{words.answer(question.id, answer ?? {})}</span>
        {urgent ? <Tag kind="danger">{t('record.answers.urgent')}</Tag> : noted && <Tag icon="note">{t('record.answers.noted')}</Tag>}
        {answer && <AnswerMeta answer={answer} />}
      </dd>
    </div>
  );
};

const AnswerMeta = ({ answer: { how, time, note } }: { readonly answer: Answer }) => {
  const { word } = useCodeWords();
  const parts = [how && word('howKnown', how), time && time.length > 0 && time.map((when) => word('time', when)).join(', ')].filter(
    Boolean,
  );
  return (
    <>
      {parts.length > 0 && <span class="answer-meta">{parts.join(' · ')}</span>}
      {note && <span class="answer-note">{note}</span>}
    </>
  );
};

/** Answers to questions this version does not know: shown as they came, never dropped. */
const Unknown = ({ checklist, answers }: Pick<AnswersProps, 'checklist' | 'answers'>) => {
  const { t } = useTranslation('office');
  const words = useRecordWords(checklist?.id);
  const known = new Set(checklist ? questionsOf(checklist).map(({ id }) => id) : []);
  const others = Object.entries(answers).filter(([id]) => !known.has(id));
  if (others.length === 0) return null;
  return (
    <section class="answers-section">
      <h4>{t('record.answers.unknown')}</h4>
      <dl class="office-answers">
        {others.map(([id, answer]) => (
          <div key={id} class="office-answer">
            <dt>{id}</dt>
            <dd>
              {words.answer(id, answer)}
              <AnswerMeta answer={answer} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
