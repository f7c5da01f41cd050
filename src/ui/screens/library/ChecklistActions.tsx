/** Copy it to change it, save it as a spreadsheet, take it off the phones or offer it again. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist.ts';
import { builtInStanding, type PublishedChecklist } from '../../../domain/library.ts';
import { offerBuiltIn, offeredAgain, withdrawal } from '../../../domain/publishing.ts';
import type { SaveFailure } from '../../../store/notebook.ts';
import { Button, LinkButton } from '../../parts/Button.tsx';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { SaveAnswers } from '../office/SaveAnswers.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { beginDraft } from './libraryDraft.ts';
import { draftHref, placeInLibrary, recordingsHref } from './libraryHrefs.ts';
import { SaveAsSpreadsheet } from './SaveAsSpreadsheet.tsx';
import { nextVersion, versionsOf } from './startingPoint.ts';

export interface ActionsProps {
  /** With its words in it. */
  readonly checklist: Checklist;
  readonly published?: PublishedChecklist | undefined;
  readonly builtIn?: string | undefined;
}

export const ChecklistActions = (props: ActionsProps) => (
  <div class="checklist-actions no-print">
    <CopyToChange checklist={props.checklist} />
    <LinkButton icon="microphone" href={recordingsHref(props.published?.record ?? placeInLibrary(props.builtIn ?? ''))}>
      <RecordingsTitle />
    </LinkButton>
    <SaveAsSpreadsheet checklist={props.checklist} />
    <SaveAnswers id={props.checklist.id} />
    <Offering {...props} />
  </div>
);

const RecordingsTitle = () => {
  const { t } = useTranslation('library');
  return <>{t('recordings.title')}</>;
};

const CopyToChange = ({ checklist }: { readonly checklist: Checklist }) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const { route } = useLocation();
  const failure = useSignal<SaveFailure | null>(null);
  const copy = async () => {
    const version = nextVersion(checklist.version, versionsOf(notebook.recordsOf, checklist.id));
    const begun = await beginDraft(notebook, 'copied', { ...checklist, version });
    if (begun.ok) route(draftHref(begun.value));
    else failure.value = begun.failure;
  };
  return (
    <>
      <Button icon="copy" onClick={() => void copy()}>
        {t('library.copy')}
      </Button>
      <SaveProblem failure={failure.value} />
    </>
  );
};

const Offering = ({ published, builtIn }: ActionsProps) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const { busy, failure, save } = useSave();
  const offered = published ? published.standing !== 'withdrawn' : builtInStanding(notebook.recordsOf, builtIn ?? '').offered;
  const offer = async (isOffered: boolean) => {
    const entries = published
      ? [isOffered ? offeredAgain(published) : withdrawal(published)]
      : offerBuiltIn({ id: builtIn ?? '', isOffered }, notebook.recordsOf, notebook.newId);
    if (await save(entries)) showToast(t(isOffered ? 'library.offeredAgain' : 'library.withdrawn'));
  };
  return (
    <>
      {offered ? (
        <ConfirmButton
          icon="hidden"
          label={t('library.withdraw.label')}
          question={t('library.withdraw.question')}
          confirm={t('library.withdraw.confirm')}
          busy={busy}
          onConfirm={() => void offer(false)}
        />
      ) : (
        <Button icon="undo" busy={busy} onClick={() => void offer(true)}>
          {t('library.offerAgain')}
        </Button>
      )}
      <SaveProblem failure={failure} />
    </>
  );
};
