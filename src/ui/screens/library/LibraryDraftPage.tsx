/** A checklist under way, part by part: what was found, its questions, languages, how it runs, what it speaks to, and publishing. */
import '../../styles/library.css';
import '../../styles/libraryDraft.css';
import '../../styles/libraryPreview.css';
import '../../styles/officePrint.css';
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { unnamedLanguages } from '../../../forms/checklistLanguages.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { type TabOption, Tabs } from '../../parts/Tabs.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { OfficeOnly } from '../office/OfficeOnly.tsx';
import { DetailsTab } from './DetailsTab.tsx';
import { type DraftPart, draftParts } from './draftParts.ts';
import { Editor } from './edit/Editor.tsx';
import { FindingsTab } from './FindingsTab.tsx';
import { LanguagesTab } from './LanguagesTab.tsx';
import { dropDraft, type LibraryDraft, titleIn, useLibraryDraft } from './libraryDraft.ts';
import { libraryHref } from './libraryHrefs.ts';
import { MarksTab } from './MarksTab.tsx';
import { notMarkedYet } from './markRows.ts';
import { PreviewTab } from './PreviewTab.tsx';

const LibraryDraftPage = ({ draft }: { readonly draft: Id }) => {
  const { t } = useTranslation('library');
  return <OfficeOnly title={t('library.title')}>{() => <DraftOfOffice key={draft} id={draft} />}</OfficeOnly>;
};
export default LibraryDraftPage;

const DraftOfOffice = ({ id }: { readonly id: Id }) => {
  const { t } = useTranslation('library');
  const draft = useLibraryDraft(id);
  if (draft) return <OpenDraft draft={draft} />;
  return (
    <Page title={t('library.title')} back={libraryHref}>
      <Empty
        title={t('library.draftGone.title')}
        action={
          <LinkButton kind="main" href={libraryHref}>
            {t('library.back')}
          </LinkButton>
        }
      >
        <p>{t('library.draftGone.text')}</p>
      </Empty>
    </Page>
  );
};

const countOf = (part: DraftPart, { findings, checklist }: LibraryDraft): number | undefined => {
  const counts: Partial<Record<DraftPart, number>> = {
    findings: findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length,
    languages: unnamedLanguages(checklist).length,
    marks: notMarkedYet(checklist).length,
  };
  return counts[part] || undefined;
};

const OpenDraft = ({ draft }: { readonly draft: LibraryDraft }) => {
  const { t } = useTranslation('library');
  const parts = draftParts.filter((part) => part !== 'findings' || draft.origin === 'brought-in');
  const open = useSignal<DraftPart>(draft.origin === 'brought-in' ? 'findings' : 'questions');
  const tabs = parts.map((part): TabOption<DraftPart> => ({ value: part, label: t(`library.parts.${part}`), count: countOf(part, draft) }));
  const show = (part: DraftPart) => {
    open.value = part;
  };
  return (
    <Page title={titleIn(draft.checklist) || t('library.untitled')} back={libraryHref} wide actions={<DraftState draft={draft} />}>
      <Tabs label={t('library.parts.label')} tabs={tabs} value={open.value} onChange={show}>
        <Part part={open.value} draft={draft} onShow={show} />
      </Tabs>
    </Page>
  );
};

const Part = ({
  part,
  draft,
  onShow,
}: {
  readonly part: DraftPart;
  readonly draft: LibraryDraft;
  readonly onShow: (part: DraftPart) => void;
}) => {
  switch (part) {
    case 'findings':
      return <FindingsTab draft={draft} />;
    case 'questions':
      return <Editor checklist={draft.checklist} change={draft.change} />;
    case 'languages':
      return <LanguagesTab checklist={draft.checklist} change={draft.change} />;
    case 'preview':
      return <PreviewTab checklist={draft.checklist} />;
    case 'marks':
      return <MarksTab checklist={draft.checklist} change={draft.change} />;
    case 'details':
      return <DetailsTab draft={draft} onShow={onShow} />;
  }
};

/** Says that it is kept, as every draft does, and offers to throw it away. */
const DraftState = ({ draft }: { readonly draft: LibraryDraft }) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const { route } = useLocation();
  const throwAway = async () => {
    await draft.kept.pause();
    await dropDraft(notebook, draft.id);
    showToast(t('library.thrownAway'));
    route(libraryHref);
  };
  return (
    <div class="library-kept">
      {draft.kept.state === 'failed' ? (
        <Notice kind="care">{t('library.notKept')}</Notice>
      ) : (
        <span class="field-hint">{t('library.kept')}</span>
      )}
      <ConfirmButton
        kind="quiet"
        icon="trash"
        label={t('library.throwAway.label')}
        question={t('library.throwAway.question')}
        confirm={t('library.throwAway.confirm')}
        onConfirm={() => void throwAway()}
      />
    </div>
  );
};
