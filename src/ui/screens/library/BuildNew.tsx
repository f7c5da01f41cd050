/** A checklist from nothing: a draft with its questions open. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { SaveFailure } from '../../../store/notebook.ts';
import { Button } from '../../parts/Button.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { beginDraft } from './libraryDraft.ts';
import { draftHref } from './libraryHrefs.ts';
import { emptyChecklist, languageToWriteIn } from './startingPoint.ts';

export const BuildNew = () => {
  const { t, i18n } = useTranslation('library');
  const notebook = useNotebook();
  const { route } = useLocation();
  const failure = useSignal<SaveFailure | null>(null);
  const build = async () => {
    // A random id: what it is about stands in its title, which is sealed.
    const checklist = emptyChecklist(`own-${notebook.newId().slice(0, 12)}`, languageToWriteIn(i18n.language));
    const begun = await beginDraft(notebook, 'new', checklist);
    if (begun.ok) route(draftHref(begun.value));
    else failure.value = begun.failure;
  };
  return (
    <section class="section library-build">
      <h2>{t('build.title')}</h2>
      <p class="field-hint">{t('build.hint')}</p>
      <Button icon="plus" onClick={() => void build()}>
        {t('build.begin')}
      </Button>
      <SaveProblem failure={failure.value} />
    </section>
  );
};
