/** Bringing in a spreadsheet: what comes of it is a draft on this device, and nothing that was saved before is touched. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { SaveFailure } from '../../../store/notebook.ts';
import { Button } from '../../parts/Button.tsx';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { beginBroughtIn } from './libraryDraft.ts';
import { draftHref } from './libraryHrefs.ts';
import { ReadingProblem } from './ReadingProblem.tsx';
import { withEarlierMarks } from './startingPoint.ts';
import { type Reading, useReading } from './useReading.ts';

export const BringIn = () => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const reading = useReading();
  const { route } = useLocation();
  const failure = useSignal<SaveFailure | null>(null);
  const bring = async (chosen: readonly File[]) => {
    failure.value = null;
    const files = await reading.open(chosen);
    const read = files && (await reading.read(files));
    if (!files || !read) return;
    const begun = await beginBroughtIn(notebook, { ...read, checklist: withEarlierMarks(notebook.recordsOf, read.checklist) }, files);
    if (begun.ok) route(draftHref(begun.value));
    else failure.value = begun.failure;
  };
  return (
    <section class="section library-bring" aria-label={t('import.title')}>
      <FileDrop
        label={t('import.title')}
        hint={t('import.hint')}
        button={t('import.choose')}
        busy={reading.state !== 'idle'}
        onFiles={(files) => void bring(files)}
      />
      <ReadingState reading={reading} />
      <SaveProblem failure={failure.value} />
    </section>
  );
};

export const ReadingState = ({ reading }: { readonly reading: Reading }) => {
  const { t } = useTranslation('library');
  return (
    <>
      {reading.state === 'long' && (
        <Notice kind="info" action={<Button onClick={reading.stop}>{t('import.stop')}</Button>}>
          {t('import.reading')}
        </Notice>
      )}
      <ReadingProblem failure={reading.failure} />
    </>
  );
};
