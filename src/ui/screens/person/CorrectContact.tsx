/** Correcting a contact: the same form, filled in. */
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { contactRows } from '../../../domain/contactSummary.ts';
import { contactIn } from '../../../domain/records.ts';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { AfterTheTalk, MoreAboutTheTalk, TheTalk, WhereAndLanguage } from '../contact/ContactFieldset.tsx';
import { type ContactFields, changedFields, correctionDraftId, fieldsOf, problemsIn } from '../contact/contactDraft.ts';
import { quickCodes } from '../contact/quickCodes.ts';
import { CorrectPage, type CorrectProps } from './CorrectPage.tsx';

export const CorrectContact = (correcting: CorrectProps) => {
  const { state } = correcting;
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const contact = contactIn(state);
  const before = useMemo((): ContactFields => (contact ? fieldsOf(contact) : {}), []);
  const quick = useMemo(() => quickCodes(contactRows(notebook.recordsOf('contact'))), []);
  const draft = useDraft<{ readonly fields: ContactFields }>(correctionDraftId(state.record), { fields: before });
  const { fields } = draft.value.value;
  const set = (patch: ContactFields) => draft.set({ fields: { ...draft.value.peek().fields, ...patch } });
  const problems = problemsIn(fields);
  return (
    <CorrectPage
      {...correcting}
      title={t('contact.correct.title')}
      lead={t('contact.correct.text')}
      draft={draft}
      changed={changedFields(before, fields)}
      unfinished={problems.length > 0}
    >
      <WhereAndLanguage fields={fields} set={set} quick={quick} problems={problems} />
      <TheTalk fields={fields} set={set} />
      <AfterTheTalk fields={fields} set={set} />
      <MoreAboutTheTalk fields={fields} set={set} problems={problems} today={notebook.today()} />
    </CorrectPage>
  );
};
