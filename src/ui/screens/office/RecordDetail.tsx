/** A record as the office reads it: what is urgent, what people disagree about, what was decided and why, and then all of it. */
import { useTranslation } from 'react-i18next';
import { disagreementsIn, type RecordState } from '../../../domain/fold.ts';
import type { Id } from '../../../domain/id.ts';
import { lacksOralReport } from '../../../domain/inbox.ts';
import { personOf, screeningIn, writtenFirst } from '../../../domain/records.ts';
import { reviewStateOf } from '../../../domain/reviewState.ts';
import type { Screening } from '../../../domain/screening.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { useCodeWords } from '../codeWords.ts';
import { AnswersView } from './AnswersView.tsx';
import { Disagreements } from './Disagreements.tsx';
import { Facts } from './Facts.tsx';
import { findChecklist, urgenciesOfScreening } from './findChecklist.ts';
import { GridView } from './GridView.tsx';
import { History } from './History.tsx';
import { MinorReportForm } from './MinorReportForm.tsx';
import { OtherRecords } from './OtherRecords.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { usePersonName, useRecordWords } from './recordWords.ts';
import { useSeen } from './useSeen.ts';

export const RecordDetail = ({ record }: { readonly record: Id }) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const state = notebook.record(record);
  useSeen(notebook, state);
  if (!state)
    return (
      <Empty title={t('record.missing.title')}>
        <p>{t('record.missing.text')}</p>
      </Empty>
    );
  return <OpenRecord state={state} />;
};

const OpenRecord = ({ state }: { readonly state: RecordState }) => {
  const screening = screeningIn(state);
  const unsettled = disagreementsIn(state).filter((field) => field !== 'review' || reviewStateOf(state).type === 'unsettled');
  return (
    <article class="office-record">
      <RecordHead state={state} />
      {screening && <Urgent screening={screening} />}
      {unsettled.length > 0 && <Disagreements state={state} fields={unsettled} />}
      {screening ? <ScreeningParts state={state} screening={screening} /> : <Facts state={state} />}
      <OtherRecords state={state} />
      <History state={state} />
    </article>
  );
};

const RecordHead = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('office');
  const personName = usePersonName(useNotebook());
  const { when } = useRecordWords();
  const first = writtenFirst(state)?.body;
  return (
    <header class="office-head">
      <h2 tabIndex={-1}>{personName(personOf(state))}</h2>
      {first && (
        <p>
          {t('record.written', {
            kind: t(`kind.${state.kind}`, { defaultValue: t('kind.unknown') }),
            name: first.by.name,
            when: when(first.writtenAt),
          })}
        </p>
      )}
    </header>
  );
};

const Urgent = ({ screening }: { readonly screening: Screening }) => {
  const { t } = useTranslation('office');
  const { t: asked } = useTranslation('checklists');
  const raised = urgenciesOfScreening(screening);
  const chosen = screening.decision?.step === 'urgent-safety';
  if (!chosen && raised.length === 0) return null;
  return (
    <Notice kind="danger" still title={t('record.urgent.title')}>
      <ul>
        {chosen && <li>{t('record.urgent.chosen')}</li>}
        {raised.map((urgency) => (
          <li key={urgency}>{asked(`urgencies.${urgency}.title`, { defaultValue: urgency })}</li>
        ))}
      </ul>
    </Notice>
  );
};

const ScreeningParts = ({ state, screening }: { readonly state: RecordState; readonly screening: Screening }) => {
  const checklist = findChecklist(screening.checklist?.id);
  const showsReport = lacksOralReport(screening) || screening.minorReport !== undefined;
  return (
    <>
      {showsReport && <MinorReportForm state={state} screening={screening} />}
      <DecisionPart screening={screening} />
      {checklist && screening.answers && <GridView checklist={checklist} answers={screening.answers} />}
      <ReviewForm state={state} />
      {screening.answers && <AnswersView checklist={checklist} answers={screening.answers} state={state} />}
      <Facts state={state} />
    </>
  );
};

const DecisionPart = ({ screening: { decision } }: { readonly screening: Screening }) => {
  const { t } = useTranslation('office');
  const { word } = useCodeWords();
  return (
    <section class="office-part">
      <h3>{t('record.decision.title')}</h3>
      {decision ? (
        <>
          <p class="office-step">
            {word('nextStep', decision.step)}
            {decision.withinDays !== undefined && ` · ${t('value.withinDays', { count: decision.withinDays })}`}
          </p>
          <p class="office-words">{decision.reason}</p>
          {decision.offered && decision.offered.length > 0 && (
            <p class="office-hint">
              {t('record.decision.offered', { offers: decision.offered.map((offer) => word('offer', offer)).join(', ') })}
            </p>
          )}
        </>
      ) : (
        <p class="office-hint">{t('record.decision.none')}</p>
      )}
    </section>
  );
};
