/** Answers that no open question has: a later answer closed the question, or the version that is here does not know it. */
import { useTranslation } from 'react-i18next';
import type { Answer, Answers } from '../../../domain/screening.ts';
import { questionsToAsk } from '../../../forms/walk/questions.ts';
import { placedBy } from '../kept/questionWords.ts';
import type { Kept } from '../kept/useKept.ts';
import { AnswerMeta, SaidRow } from './AnswerRow.tsx';
import { useRecordWords } from './recordWords.ts';

type Entries = readonly (readonly [string, Answer])[];

export const OtherAnswers = ({ kept, answers }: { readonly kept: Kept | null; readonly answers: Answers }) => {
  const { t } = useTranslation('office');
  const open = new Set(kept ? questionsToAsk(kept.run).map(({ key }) => key) : []);
  const others = Object.entries(answers).filter(([key]) => !open.has(key));
  const isKnown = (key: string) => kept !== null && placedBy(kept, key) !== undefined;
  return (
    <>
      <Listed title={t('record.answers.closed')} entries={others.filter(([key]) => isKnown(key))} />
      <Listed title={kept ? t('record.answers.unknown') : null} entries={others.filter(([key]) => !isKnown(key))} />
    </>
  );
};

const Listed = ({ title, entries }: { readonly title: string | null; readonly entries: Entries }) => {
  const words = useRecordWords();
  if (entries.length === 0) return null;
  return (
    <section class="answers-section">
      {title !== null && <h4>{title}</h4>}
      <dl class="office-answers">
        {entries.map(([key, answer]) => (
          <SaidRow key={key} question={words.question(key)} lang={undefined} said={words.answer(key, answer)}>
            <AnswerMeta answer={answer} />
          </SaidRow>
        ))}
      </dl>
    </section>
  );
};
