import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/fold.ts';
import { factOrder, useRecordWords } from './recordWords.ts';

/** These stand elsewhere on the page, in a form of their own. */
const elsewhere = (field: string): boolean =>
  field.startsWith('answers.') ||
  ['person', 'review', 'decision', 'minorReport', 'checklist', 'languages', 'run', 'paused'].includes(field);

const placeOf = (field: string): number => {
  const at = factOrder.indexOf(field.split('.')[0] ?? field);
  return at < 0 ? factOrder.length : at;
};

/** Every other field of the record, one under the other. What nobody said is not listed: silence is not a fact. */
export const Facts = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('office');
  const words = useRecordWords();
  const facts = [...state.fields].filter(([field, { value }]) => !elsewhere(field) && value !== null && value !== undefined);
  if (facts.length === 0) return null;
  return (
    <section class="office-part">
      <h3>{t('record.facts.title')}</h3>
      <dl class="office-facts">
        {facts
          .sort(([a], [b]) => placeOf(a) - placeOf(b))
          .map(([field, { value }]) => (
            <div key={field}>
              <dt>{words.field(field)}</dt>
              <dd>{words.value(field, value)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
};
