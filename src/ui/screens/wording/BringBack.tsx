/** A translator's file brought back: every row is looked at, bad ones are named, and what would change is shown before it goes to phones. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type CheckedRows, checkRows } from '../../../forms/wordingFiles/checkRows.ts';
import { findLanguage } from '../../../i18n/languages.ts';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { CheckedFile } from './CheckedFile.tsx';
import type { InLanguageProps } from './useEveryText.ts';
import { type FileProblem, useFileProblem } from './useFileProblem.ts';
import { fileTexts, readFile } from './wordingFiles.ts';

interface Brought {
  readonly name: string;
  readonly checked: CheckedRows;
}

export const BringBack = ({ tag, texts }: InLanguageProps) => {
  const { t } = useTranslation('library');
  const busy = useSignal(false);
  const problem = useSignal<FileProblem | null>(null);
  const brought = useSignal<Brought | null>(null);
  const problemWords = useFileProblem();
  const look = async (file: File): Promise<FileProblem | null> => {
    const read = await readFile(file);
    if (!read.ok) return problemWords(read.failure);
    const { language, rows } = read.value;
    if (language !== null && language !== tag)
      return { what: t('wordings.files.otherLanguage', { language: findLanguage(language)?.name ?? language }) };
    brought.value = { name: file.name, checked: checkRows(tag, rows, fileTexts(texts)) };
    return null;
  };
  const bring = async ([file]: readonly File[]) => {
    if (!file) return;
    busy.value = true;
    brought.value = null;
    // What cannot be opened any more, or the part that reads did not come.
    problem.value = await look(file).catch(() => ({ what: t('import.failed.file-gone'), help: t('import.mend.file-gone') }));
    busy.value = false;
  };
  return (
    <section class="section" aria-label={t('wordings.files.bring')}>
      <FileDrop
        label={t('wordings.files.bring')}
        hint={t('wordings.files.bringHint')}
        button={t('import.choose')}
        busy={busy.value}
        onFiles={(files) => void bring(files)}
      />
      {problem.value && (
        <Notice kind="care" title={problem.value.what}>
          {problem.value.help && <p>{problem.value.help}</p>}
          <p>{t('import.nothingLost')}</p>
        </Notice>
      )}
      {brought.value && (
        <CheckedFile
          key={brought.value.name}
          tag={tag}
          checked={brought.value.checked}
          onDone={() => {
            brought.value = null;
          }}
        />
      )}
    </section>
  );
};
