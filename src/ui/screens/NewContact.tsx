/**
 * One conversation, noted in under half a minute: what stayed the same since the last one of the day is filled in already.
 * The draft's id is in the address, so that a lock, a crash or a reload comes back to the same half-filled page.
 */

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { carriedOver, contactRows } from '../../domain/contactSummary.ts';
import { personCode } from '../../domain/person.ts';
import { followsMinorPath } from '../../domain/screening.ts';
import { Button } from '../parts/Button.tsx';
import { Page } from '../parts/Page.tsx';
import { showToast } from '../parts/Toast.tsx';
import { useDraft } from '../useDraft.ts';
import { useNotebook } from '../useNotebook.ts';
import { CarriedSummary } from './contact/CarriedSummary.tsx';
import { AfterTheTalk, MoreAboutTheTalk, TheTalk, WhereAndLanguage } from './contact/ContactFieldset.tsx';
import { beginContact, type ContactDraft, type ContactFields, contactDraftId, entriesOf, problemsIn } from './contact/contactDraft.ts';
import { PersonFields } from './contact/PersonFields.tsx';
import { quickCodes } from './contact/quickCodes.ts';
import { SavedContact } from './contact/SavedContact.tsx';
import { MinorPath } from './MinorPath.tsx';
import { DraftKept, DraftTrouble } from './saving/DraftKept.tsx';
import { SaveProblem } from './saving/SaveProblem.tsx';
import { useSave } from './saving/useSave.ts';
import { wordingFor } from './twoLanguages.ts';
import '../styles/field.css';

export const NewContact = () => {
  const { query, route } = useLocation();
  const notebook = useNotebook();
  const { draft, person } = query;
  useLayoutEffect(() => {
    if (!draft) route(`/new?draft=${notebook.newId()}${person ? `&person=${person}` : ''}`, true);
  }, [draft]);
  if (!draft) return null;
  if (notebook.record(draft)) return <SavedContact key={draft} record={draft} />;
  return <ContactForm key={draft} record={draft} person={person} />;
};

export default NewContact;

/** What the form starts from is worked out once: nothing on it moves because a list elsewhere changed. */
const useBeginning = (person: string | undefined) => {
  const notebook = useNotebook();
  return useMemo(() => {
    const contacts = contactRows(notebook.recordsOf('contact'));
    const today = notebook.today();
    const draft = beginContact({
      person: person ?? notebook.newId(),
      isNew: person === undefined,
      minorRecord: notebook.newId(),
      today,
      carriedOver: carriedOver(contacts, notebook.me.person, today),
    });
    return { draft, quick: quickCodes(contacts), today };
  }, []);
};

const ContactForm = ({ record, person }: { readonly record: string; readonly person: string | undefined }) => {
  const { t } = useTranslation('field');
  const { route } = useLocation();
  const notebook = useNotebook();
  const beginning = useBeginning(person);
  const draft = useDraft<ContactDraft>(contactDraftId(record), beginning.draft);
  const saving = useSave(draft);
  const tried = useSignal(false);
  const contact = draft.value.value;
  const { fields } = contact;
  const set = (patch: ContactFields) => draft.set({ fields: { ...draft.value.peek().fields, ...patch } });
  const problems = tried.value ? problemsIn(fields) : [];
  const save = async () => {
    tried.value = true;
    if (problemsIn(draft.value.peek().fields).length > 0) return;
    await saving.save(entriesOf(draft.value.peek(), record, (id) => notebook.record(id) !== undefined));
  };
  const discard = async () => {
    const was = draft.value.peek();
    await draft.drop();
    route('/');
    showToast(t('draft.discarded'), { undo: () => void notebook.drafts.keep(contactDraftId(record), was) });
  };
  const minor = fields.ageGroup !== undefined && followsMinorPath(fields.ageGroup);
  return (
    <Page
      title={contact.isNew ? t('contact.title.new') : t('contact.title.known', { code: personCode(contact.person) })}
      back={contact.isNew ? '/' : `/p/${contact.person}`}
      foot={
        <>
          <SaveProblem failure={saving.failure} />
          <Button kind="main" wide busy={saving.busy} onClick={() => void save()}>
            {t('contact.save')}
          </Button>
        </>
      }
    >
      <DraftTrouble state={draft.state} />
      {contact.carried ? (
        <CarriedSummary fields={fields} onChange={() => draft.set({ carried: false })} />
      ) : (
        <WhereAndLanguage fields={fields} set={set} quick={beginning.quick} problems={problems} />
      )}
      <TheTalk fields={fields} set={set} />
      {minor && (
        <MinorPath
          personTag={wordingFor(fields.language)}
          report={contact.minorReport}
          onReport={(minorReport) => draft.set({ minorReport })}
        />
      )}
      <AfterTheTalk fields={fields} set={set} />
      <details class="more">
        <summary>{t('contact.more')}</summary>
        <MoreAboutTheTalk fields={fields} set={set} problems={problems} today={beginning.today} />
        {contact.isNew && (
          <PersonFields person={contact.person} cue={contact.cue} groups={contact.groups} set={(patch) => draft.set(patch)} />
        )}
      </details>
      <DraftKept />
      <Button kind="quiet" icon="trash" onClick={() => void discard()}>
        {t('draft.discard')}
      </Button>
    </Page>
  );
};
