/** How far each language is, and a supervisor's word that one may be used before its wording was checked. */
import '../../styles/library.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { type AllowedWording, allowWording, findAllowed, longestReason, takingBack } from '../../../domain/allowedWording.ts';
import { type Language, languages, sourceLanguage } from '../../../i18n/languages.ts';
import { hasUnchecked, loadStates } from '../../../i18n/states.ts';
import { Button } from '../../parts/Button.tsx';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Page } from '../../parts/Page.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { OfficeOnly } from '../office/OfficeOnly.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { useHowFar } from '../settings/useHowFar.ts';
import { libraryHref } from './libraryHrefs.ts';

const translations = languages.filter(({ tag }) => tag !== sourceLanguage);

const Languages = () => {
  const { t } = useTranslation('library');
  return <OfficeOnly title={t('languages.title')}>{() => <LanguagesOfOffice />}</OfficeOnly>;
};
export default Languages;

const LanguagesOfOffice = () => {
  const { t } = useTranslation('library');
  useEffect(() => {
    // Of a language that does not come without a connection, nothing is said but that it counts as a draft.
    for (const { tag } of translations) void loadStates(tag).catch(() => undefined);
  }, []);
  return (
    <Page title={t('languages.title')} back={libraryHref}>
      <p class="library-about">{t('languages.about')}</p>
      {translations.map((language) => (
        <LanguageRow key={language.tag} language={language} />
      ))}
    </Page>
  );
};

const isAllChecked = (tag: string): boolean => !hasUnchecked(tag, 'checklists') && !hasUnchecked(tag, 'directory');

const LanguageRow = ({ language: { tag, name } }: { readonly language: Language }) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const far = useHowFar().howFarAloud(tag);
  const allowed = findAllowed(recordsOf, tag);
  return (
    <section class="section language-standing" aria-labelledby={`language-${tag}`}>
      <h2 id={`language-${tag}`} lang={tag}>
        {name}
      </h2>
      {far !== undefined && <p class="quiet">{far}</p>}
      {allowed ? <Allowed allowed={allowed} /> : !isAllChecked(tag) && <Allow tag={tag} />}
      {!allowed && isAllChecked(tag) && <p>{t('languages.checked')}</p>}
    </section>
  );
};

const Allowed = ({ allowed }: { readonly allowed: AllowedWording }) => {
  const { t, i18n } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const { busy, failure, save } = useSave();
  const takeBack = async () => {
    if (await save(takingBack(recordsOf, allowed.language))) showToast(t('languages.saved'));
  };
  return (
    <>
      <p>{t('languages.allowed', { name: allowed.by.name, when: formatWhen(allowed.at, i18n.language), reason: allowed.reason })}</p>
      <ConfirmButton
        icon="undo"
        label={t('languages.takeBack.label')}
        question={t('languages.takeBack.question')}
        confirm={t('languages.takeBack.confirm')}
        busy={busy}
        onConfirm={() => void takeBack()}
      />
      <SaveProblem failure={failure} />
    </>
  );
};

const Allow = ({ tag }: { readonly tag: string }) => {
  const { t } = useTranslation('library');
  const opened = useSignal(false);
  return opened.value ? (
    <AllowForm tag={tag} />
  ) : (
    <Button
      kind="quiet"
      onClick={() => {
        opened.value = true;
      }}
    >
      {t('languages.allow.open')}
    </Button>
  );
};

const AllowForm = ({ tag }: { readonly tag: string }) => {
  const { t } = useTranslation('library');
  const { newId } = useNotebook();
  const id = `allow:${tag}`;
  const draft = useDraft(id, { reason: '' });
  const { busy, failure, save } = useSave(draft);
  const tried = useSignal(false);
  const { reason } = draft.value.value;
  const submit = async (event: Event) => {
    event.preventDefault();
    tried.value = true;
    if (reason.trim() === '') return;
    if (await save([{ ...allowWording(tag, reason, newId), draft: id }])) showToast(t('languages.saved'));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextArea
        label={t('languages.allow.label')}
        hint={t('languages.allow.hint')}
        value={reason}
        maxLength={longestReason}
        rows={2}
        onInput={(typed) => draft.set({ reason: typed })}
        error={tried.value && reason.trim() === '' ? t('languages.allow.error') : null}
      />
      <SaveProblem failure={failure} />
      <Button kind="main" type="submit" busy={busy}>
        {t('languages.allow.save')}
      </Button>
    </form>
  );
};
