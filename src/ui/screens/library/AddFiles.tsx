/** Csv files that come later, or the spreadsheet mended: read again together, and what was said of the questions stays. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type BroughtFile, isSpreadsheet } from '../../../forms/brought.ts';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { ReadingState } from './BringIn.tsx';
import { filesOf, keepFiles, type LibraryDraft } from './libraryDraft.ts';
import { carriedOver } from './readAgain.ts';
import { useReading } from './useReading.ts';

/** A new spreadsheet takes the place of the old one, and so does a table of the same name. */
const joined = (before: readonly BroughtFile[], come: readonly BroughtFile[]): readonly BroughtFile[] => {
  const names = new Set(come.map(({ name }) => name));
  const replacesForm = come.some(isSpreadsheet);
  return [...before.filter((file) => !names.has(file.name) && !(replacesForm && isSpreadsheet(file))), ...come];
};

export const AddFiles = ({ draft }: { readonly draft: LibraryDraft }) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const reading = useReading();
  const names = useSignal<readonly string[]>(filesOf(notebook, draft.id).map(({ name }) => name));
  const add = async (chosen: readonly File[]) => {
    const opened = await reading.open(chosen);
    if (!opened) return;
    const files = joined(filesOf(notebook, draft.id), opened);
    const read = await reading.read(files);
    if (!read) return;
    draft.readAgain({ ...read, checklist: carriedOver(draft.checklist, read.checklist) });
    await keepFiles(notebook, draft.id, files);
    names.value = files.map(({ name }) => name);
    showToast(t('import.again.done'));
  };
  return (
    <section class="section no-print">
      <h2>{t('import.again.title')}</h2>
      {names.value.length > 0 && <p class="field-hint">{t('import.again.files', { names: names.value.join(', ') })}</p>}
      <FileDrop
        label={t('import.again.label')}
        hint={t('import.again.hint')}
        button={t('import.again.choose')}
        busy={reading.state !== 'idle'}
        onFiles={(files) => void add(files)}
      />
      <ReadingState reading={reading} />
    </section>
  );
};
