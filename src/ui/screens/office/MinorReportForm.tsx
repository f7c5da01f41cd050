/** Whether the child hotline was told. Sending a record to the office is not a report, and a review does not make it one (R12). */
import { useTranslation } from 'react-i18next';
import { directoryNumbers } from '../../../domain/directory.ts';
import type { RecordState } from '../../../domain/fold.ts';
import { lacksOralReport } from '../../../domain/inbox.ts';
import type { MinorReport, Screening } from '../../../domain/screening.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { DialLink } from '../DialLink.tsx';
import { ReportFields } from '../MinorPath.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { useRecordWords } from './recordWords.ts';
import { replyAudience } from './replyAudience.ts';

export const MinorReportForm = ({ state, screening }: { readonly state: RecordState; readonly screening: Screening }) => {
  const { t } = useTranslation('office');
  const { value } = useRecordWords();
  const report = screening.minorReport ?? {};
  return (
    <section class="office-part">
      <h3>{t('minor.title')}</h3>
      {lacksOralReport(screening) ? (
        <Notice kind="danger" still title={t('minor.missing.title')} action={<DialLink number={directoryNumbers.childLine} />}>
          {t('minor.missing.text')}
        </Notice>
      ) : (
        <p class="office-words">{value('minorReport', report)}</p>
      )}
      <details>
        <summary>{t('minor.record')}</summary>
        <ReportDraft state={state} report={report} />
      </details>
    </section>
  );
};

const ReportDraft = ({ state, report }: { readonly state: RecordState; readonly report: MinorReport }) => {
  const { t } = useTranslation('office');
  const { t: asked } = useTranslation('checklists');
  const notebook = useNotebook();
  const id = `report:${state.record}`;
  const draft = useDraft<{ readonly report: MinorReport }>(id, { report });
  const { busy, failure, save } = useSave(draft);
  const keep = async () => {
    const says = { fields: { minorReport: draft.value.value.report } };
    const audience = replyAudience(notebook, state.record);
    if (await save([{ kind: 'amendment', record: state.record, says, audience, draft: id }])) showToast(t('minor.saved'));
  };
  return (
    <div class="review-form">
      <ReportFields words={(key) => asked(key)} report={draft.value.value.report} onReport={(next) => draft.set({ report: next })} />
      <SaveProblem failure={failure} />
      <Button kind="main" busy={busy} onClick={() => void keep()}>
        {t('minor.save')}
      </Button>
    </div>
  );
};
