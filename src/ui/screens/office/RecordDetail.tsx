/** A record as the office reads it: what is urgent, what people disagree about, what was decided and why, and then all of it. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
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
import { GridView } from '../kept/GridView.tsx';
import { KeptContext, useKept } from '../kept/useKept.ts';
import { AnswersView } from './AnswersView.tsx';
import { Disagreements } from './Disagreements.tsx';
import { Facts } from './Facts.tsx';
import { GoOn } from './GoOn.tsx';
import { History } from './History.tsx';
import { MinorReportForm } from './MinorReportForm.tsx';
import { OtherRecords } from './OtherRecords.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { usePersonName, useRecordWords } from './recordWords.ts';
import { urgenciesOfScreening } from './screeningUrgencies.ts';
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

interface ScreeningProps {
  readonly state: RecordState;
  readonly screening: Screening;
}

const OpenRecord = ({ state }: { readonly state: RecordState }) => {
  const screening = useMemo(() => screeningIn(state), [state]);
  const head = (
    <>
      <RecordHead state={state} />
      {screening && <Urgent screening={screening} />}
      <Unsettled state={state} />
    </>
  );
  return (
    <article class="office-record">
      {screening ? (
        <ScreeningRecord state={state} screening={screening}>
          {head}
        </ScreeningRecord>
      ) : (
        <>
          {head}
          <Facts state={state} />
          <RestOfRecord state={state} />
        </>
      )}
    </article>
  );
};

const Unsettled = ({ state }: { readonly state: RecordState }) => {
  const fields = disagreementsIn(state).filter((field) => field !== 'review' || reviewStateOf(state).type === 'unsettled');
  return fields.length > 0 ? <Disagreements state={state} fields={fields} /> : null;
};

const RestOfRecord = ({ state }: { readonly state: RecordState }) => (
  <>
    <OtherRecords state={state} />
    <History state={state} />
  </>
);

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
  const raised = urgenciesOfScreening(screening, useNotebook().recordsOf);
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

/** Everything that speaks of its questions, the history too, says them as its own checklist does. */
const ScreeningRecord = ({ state, screening, children }: ScreeningProps & { readonly children: ComponentChildren }) => {
  const kept = useKept(screening);
  const showsReport = lacksOralReport(screening) || screening.minorReport !== undefined;
  return (
    <KeptContext.Provider value={kept}>
      {children}
      <GoOn state={state} />
      {showsReport && <MinorReportForm state={state} screening={screening} />}
      <DecisionPart screening={screening} />
      {kept && screening.answers && (
        <div class="office-part">
          <GridView run={kept.run} wording={kept.wording} answers={screening.answers} level={3} />
        </div>
      )}
      <ReviewForm state={state} />
      {(screening.checklist || screening.answers) && <AnswersView kept={kept} screening={screening} state={state} />}
      <Facts state={state} />
      <RestOfRecord state={state} />
    </KeptContext.Provider>
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
