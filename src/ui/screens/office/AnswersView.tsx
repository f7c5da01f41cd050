/**
 * Every answer in the checklist's own wording, place by place, with how it is known and when; what was not asked says why. What
 * is answered and not asked any more, or not known, is shown too and never dropped.
 */
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/fold.ts';
import type { Answers, Screening } from '../../../domain/screening.ts';
import { type Section, sectionsOf } from '../../../forms/walk/sections.ts';
import type { Kept } from '../kept/useKept.ts';
import { AnswerPlaces } from './AnswerPlaces.tsx';
import { AskedWith } from './AskedWith.tsx';
import { OtherAnswers } from './OtherAnswers.tsx';
import { useRecordWords } from './recordWords.ts';
import { WorkedOut } from './WorkedOut.tsx';

interface AnswersProps {
  readonly kept: Kept | null;
  readonly screening: Screening;
  readonly state: RecordState;
}

export const AnswersView = ({ kept, screening, state }: AnswersProps) => {
  const { t } = useTranslation('office');
  const { value } = useRecordWords();
  const { answers = {} } = screening;
  const languages = state.fields.get('languages')?.value;
  return (
    <section class="office-part answers">
      <h3>{t('record.answers.title')}</h3>
      <AskedWith kept={kept} screening={screening} />
      {languages !== undefined && languages !== null && <p class="office-hint">{value('languages', languages)}</p>}
      {Object.keys(answers).length === 0 ? (
        <p class="office-hint">{t('record.answers.none')}</p>
      ) : (
        kept &&
        sectionsOf(kept.run).map((section) => <AnsweredSection key={section.path} kept={kept} section={section} answers={answers} />)
      )}
      {kept && <WorkedOut kept={kept} />}
      <OtherAnswers kept={kept} answers={answers} />
    </section>
  );
};

interface SectionProps {
  readonly kept: Kept;
  readonly section: Section;
  readonly answers: Answers;
}

const AnsweredSection = ({ kept, section, answers }: SectionProps) => {
  const title = kept.wording.section(section);
  return (
    <section class="answers-section">
      {section.item && (
        <h4 dir="auto" lang={kept.wording.words.workerTag}>
          {(title && kept.wording.words.worker(title)) || section.item.name}
        </h4>
      )}
      <AnswerPlaces kept={kept} places={section.places} answers={answers} level={section.item ? 5 : 4} />
    </section>
  );
};
