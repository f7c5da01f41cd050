/** Two people wrote different things without having seen the other's: both shown, a person says which one stands. */
import { useTranslation } from 'react-i18next';
import { office } from '../../../domain/entry.ts';
import { disagreementsIn, type RecordState } from '../../../domain/fold.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { formatWhen } from '../../words.ts';
import { useRecordWords } from '../recordWords.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';

/** Supervisors' words are theirs to settle; what only helps to open a run again is nothing a person could choose between. */
const settledElsewhere: ReadonlySet<string> = new Set(['review', 'run', 'paused']);

export const Disagreements = ({ state }: { readonly state: RecordState }) => (
  <>
    {disagreementsIn(state)
      .filter((field) => !settledElsewhere.has(field))
      .map((field) => (
        <OneDisagreement key={field} state={state} field={field} />
      ))}
  </>
);

const OneDisagreement = ({ state, field }: { readonly state: RecordState; readonly field: string }) => {
  const { t } = useTranslation('field');
  const words = useRecordWords();
  const saving = useSave();
  const settle = (value: unknown) =>
    saving.save([{ kind: 'amendment', record: state.record, says: { fields: { [field]: value } }, audience: office }]);
  return (
    <Notice kind="care" title={t('disagreement.title', { field: words.field(field) })} still>
      <p>{t('disagreement.text')}</p>
      <ul class="versions" role="list">
        {state.fields.get(field)?.standing.map(({ value, entry }) => (
          <li class="version" key={entry.id}>
            <p class="version-value">{words.value(field, value)}</p>
            <p class="version-by">
              {t('record.by', { name: entry.body.by.name, when: formatWhen(entry.body.writtenAt, currentLanguage.value) })}
            </p>
            <Button busy={saving.busy} onClick={() => void settle(value)}>
              {t('disagreement.settle')}
            </Button>
          </li>
        ))}
      </ul>
      <SaveProblem failure={saving.failure} />
    </Notice>
  );
};
