/** To the phones: first what they will get and what will not be collected, then one press. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { libraryIn, newestOf, type PublishedChecklist } from '../../../domain/library.ts';
import { checklistEntries, type PublishFailure } from '../../../domain/publishing.ts';
import { changesBetween } from '../../../forms/changes.ts';
import type { NewEntry } from '../../../store/notebook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatNumber } from '../../words.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { ChangesView } from './ChangesView.tsx';
import type { DetailsProps, DraftPart } from './draftParts.ts';
import { dropDraft, type LibraryDraft } from './libraryDraft.ts';
import { publishedHref } from './libraryHrefs.ts';
import { asPublished, type MissingThing, missingFor, phonesWillGet } from './publishable.ts';

/** Where a thing that is missing is put right; the others stand above on the same part. */
const placeOf: Partial<Record<MissingThing, DraftPart>> = { questions: 'questions', languages: 'languages' };

export const PublishPart = ({ draft, onShow }: DetailsProps) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const publishing = usePublishing(draft);
  const missing = missingFor(draft, recordsOf);
  return (
    <section class="publish">
      <h2>{t('import.publish.title')}</h2>
      <PhonesGet draft={draft} />
      <SinceLast draft={draft} />
      {missing.length > 0 && (
        <Notice kind="care" still title={t('import.publish.missingTitle')}>
          <ul>
            {missing.map((thing) => {
              const part = placeOf[thing];
              return (
                <li key={thing}>
                  {t(`import.publish.missing.${thing}`)}{' '}
                  {part && (
                    <button type="button" class="text-button" onClick={() => onShow(part)}>
                      {t('import.publish.missingShow')}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      {publishing.problem}
      <Button kind="main" icon="send" disabled={missing.length > 0} busy={publishing.busy} onClick={() => void publishing.publish()}>
        {t('import.publish.do')}
      </Button>
      <p class="field-hint">{t('import.publish.after')}</p>
    </section>
  );
};

const usePublishing = (draft: LibraryDraft) => {
  const { t, i18n } = useTranslation('library');
  const notebook = useNotebook();
  const { route } = useLocation();
  const { busy, failure, save } = useSave(draft.kept);
  const tooLarge = useSignal<PublishFailure | null>(null);
  const publish = async () => {
    const library = libraryIn(notebook.recordsOf);
    const made = checklistEntries(asPublished(draft), { newId: notebook.newId, library });
    tooLarge.value = made.ok ? null : made.failure;
    if (!made.ok) return;
    const head = made.value.at(-1);
    // The draft goes with the head: when the head is kept, so are the parts before it.
    const entries = made.value.map((entry): NewEntry => (entry === head ? { ...entry, draft: draft.draft } : entry));
    if (!(await save(entries)) || !head) return;
    await dropDraft(notebook, draft.id);
    showToast(t('import.publish.done'));
    route(publishedHref(head.record));
  };
  const problem = (
    <>
      {tooLarge.value && (
        <Notice kind="care" title={t('import.publish.tooLarge.title')}>
          {t('import.publish.tooLarge.text', { most: formatNumber(tooLarge.value.most, i18n.language) })}
        </Notice>
      )}
      <SaveProblem failure={failure} />
    </>
  );
  return { busy, publish, problem };
};

const PhonesGet = ({ draft: { checklist } }: { readonly draft: LibraryDraft }) => {
  const { t } = useTranslation('library');
  const get = phonesWillGet(checklist);
  return (
    <>
      <ul class="publish-list">
        <li>{t('import.publish.asked', { count: get.asked })}</li>
        {get.conditional > 0 && <li>{t('import.publish.conditional', { count: get.conditional })}</li>}
        {get.leftOut > 0 && <li>{t('import.publish.leftOut', { count: get.leftOut })}</li>}
        {get.unmarked > 0 && <li>{t('import.publish.unmarked', { count: get.unmarked })}</li>}
        {get.drafts.length > 0 && <li>{t('import.publish.drafts', { languages: get.drafts.join(', ') })}</li>}
        {checklist.meantFor === 'under-18' && <li>{t('import.publish.underEighteen')}</li>}
      </ul>
      {get.notCollected.length > 0 && (
        <>
          <h3>{t('import.publish.notCollected')}</h3>
          <ul class="publish-list">
            {get.notCollected.map(({ why, count, names }) => (
              <li key={why}>
                {t('import.publish.reason', { count, reason: t(`import.why.${why}`) })} <code dir="auto">{names.join(', ')}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const newestBefore = (all: readonly PublishedChecklist[], id: string): PublishedChecklist | undefined =>
  newestOf(
    all.filter((one) => one.id === id),
    all,
  )[0];

const SinceLast = ({ draft: { checklist } }: { readonly draft: LibraryDraft }) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const last = newestBefore(libraryIn(recordsOf), checklist.id);
  const before = last?.checklist();
  if (!last || !before) return null;
  return (
    <details class="publish-changes">
      <summary>{t('import.publish.changes', { version: last.version, count: changesBetween(before, checklist).length })}</summary>
      <ChangesView before={before} after={checklist} />
    </details>
  );
};
