/** What people said differently without having seen each other, side by side. Both stay in the story; one of them is said to stand. */
import { useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Says } from '../../../domain/entry.ts';
import type { Assertion, RecordState } from '../../../domain/fold.ts';
import type { NewEntry } from '../../../store/notebook.ts';
import { Button } from '../../parts/Button.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { useRecordWords } from './recordWords.ts';
import { replyAudience } from './replyAudience.ts';

/** A review is said again as a review: it is a supervisor's word, and an amendment cannot say one. */
const settles = (field: string, { value, entry }: Assertion): { readonly kind: string; readonly says: Says } =>
  field === 'review' ? { kind: 'review', says: entry.body.says } : { kind: 'amendment', says: { fields: { [field]: value } } };

export const Disagreements = ({ state, fields }: { readonly state: RecordState; readonly fields: readonly string[] }) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const place = useRef<HTMLElement>(null);
  const { busy, failure, save } = useSave();
  const choose = async (field: string, assertion: Assertion) => {
    const entry: NewEntry = { record: state.record, audience: replyAudience(notebook, state.record), ...settles(field, assertion) };
    const heading = place.current?.closest('.office-record')?.querySelector('h2');
    if (!(await save([entry]))) return;
    showToast(t('record.disagreement.settled'));
    // What was pressed is gone with the disagreement.
    heading?.focus();
  };
  return (
    <section class="office-part" ref={place}>
      <h3>{t('record.disagreement.title', { count: fields.length })}</h3>
      <p class="office-hint">{t('record.disagreement.text')}</p>
      {fields.map((field) => (
        <FieldDisagreement key={field} state={state} field={field} busy={busy} onChoose={(assertion) => void choose(field, assertion)} />
      ))}
      <SaveProblem failure={failure} />
    </section>
  );
};

interface FieldProps {
  readonly state: RecordState;
  readonly field: string;
  readonly busy: boolean;
  readonly onChoose: (assertion: Assertion) => void;
}

const FieldDisagreement = ({ state, field, busy, onChoose }: FieldProps) => {
  const { t } = useTranslation('office');
  const words = useRecordWords();
  const standing = state.fields.get(field)?.standing ?? [];
  return (
    <section class="disagreement">
      <h4>{words.field(field)}</h4>
      <ul class="disagreement-sides" role="list">
        {standing.map((assertion) => (
          <li key={assertion.entry.id}>
            <p class="office-words">{words.value(field, assertion.value)}</p>
            <p class="office-hint">
              {t('record.disagreement.said', { name: assertion.entry.body.by.name, when: words.when(assertion.entry.body.writtenAt) })}
            </p>
            <Button busy={busy} onClick={() => onChoose(assertion)}>
              {t('record.disagreement.stands')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
