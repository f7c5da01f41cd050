/** Free words, with a warning while they are typed about anything that could lead somebody to the person (R25). */
import { useTranslation } from 'react-i18next';
import { noteWarnings } from '../../../domain/noteWarnings.ts';
import { Notice } from '../../parts/Notice.tsx';
import { TextArea } from '../../parts/TextArea.tsx';

export interface NoteFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly maxLength: number;
  readonly rows?: number | undefined;
  readonly error?: string | null | undefined;
}

/** Said only near the end, so that nobody feels they have to fill the space. */
const nearlyFull = 100;

export const NoteField = ({ label, hint, value, onInput, maxLength, rows, error }: NoteFieldProps) => {
  const { t } = useTranslation('field');
  const left = maxLength - value.length;
  return (
    <div class="note-field">
      <TextArea label={label} hint={hint} value={value} onInput={onInput} maxLength={maxLength} rows={rows} error={error} />
      {left <= nearlyFull && <p class="note-left">{t('note.left', { count: left })}</p>}
      <NoteWarnings note={value} />
    </div>
  );
};

const NoteWarnings = ({ note }: { readonly note: string }) => {
  const { t } = useTranslation('field');
  const warnings = noteWarnings(note);
  return (
    <div role="status">
      {warnings.length > 0 && (
        <Notice kind="care" title={t('note.warning.title')} still>
          <ul class="note-warnings">
            {warnings.map(({ concern, words }) => (
              <li key={`${concern} ${words}`}>{t(`note.warning.${concern}`, { words })}</li>
            ))}
          </ul>
          <p>{t('note.warning.advice')}</p>
        </Notice>
      )}
    </div>
  );
};
