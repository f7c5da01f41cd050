/** The record's story from its first entry to its last: who, when by their own clock, what they said, and what it replaced. */
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/fold.ts';
import { type Change, type Step, storyOf } from '../../../domain/history.ts';
import { useRecordWords } from './recordWords.ts';

export const History = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('office');
  return (
    <section class="office-part">
      <h3>{t('record.history.title')}</h3>
      <ol class="office-history">
        {storyOf(state).map((step) => (
          <StepView key={step.entry.id} step={step} />
        ))}
      </ol>
    </section>
  );
};

const known = ['person', 'contact', 'consent', 'screening', 'amendment', 'review', 'seen'];

const StepView = ({ step: { entry, changes } }: { readonly step: Step }) => {
  const { t } = useTranslation('office');
  const { when } = useRecordWords();
  const { kind, by, writtenAt } = entry.body;
  const act = known.includes(kind) ? kind : 'unknown';
  return (
    <li class="history-step">
      <p class="history-head">
        <strong>{t(`record.history.did.${act}`, { name: by.name })}</strong>
        <span>
          {t(`record.history.role.${entry.role}`)} · <time dateTime={writtenAt}>{when(writtenAt)}</time>
        </span>
      </p>
      <Changes changes={changes} />
    </li>
  );
};

/** A whole screening says forty things at once: those fold away, a correction of two fields does not. */
const foldsAwayAbove = 6;

const Changes = ({ changes }: { readonly changes: readonly Change[] }) => {
  const { t } = useTranslation('office');
  const shown = changes.filter(({ field }) => field !== 'person');
  if (shown.length === 0) return null;
  const list = (
    <dl class="office-facts">
      {shown.map((change) => (
        <ChangeView key={change.field} change={change} />
      ))}
    </dl>
  );
  if (shown.length <= foldsAwayAbove) return list;
  return (
    <details>
      <summary>{t('record.history.fields', { count: shown.length })}</summary>
      {list}
    </details>
  );
};

const ChangeView = ({ change: { field, now, before } }: { readonly change: Change }) => {
  const { t } = useTranslation('office');
  const words = useRecordWords();
  return (
    <div>
      <dt>{words.field(field)}</dt>
      <dd>
        {words.value(field, now)}
        {before !== undefined && <span class="history-before">{t('record.history.before', { value: words.value(field, before) })}</span>}
      </dd>
    </div>
  );
};
