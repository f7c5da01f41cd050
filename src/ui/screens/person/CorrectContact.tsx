/** Correcting a contact: the same form, filled in; what changed goes as an amendment, and the old words stay in the history. */
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { contactRows } from '../../../domain/contactSummary.ts';
import { office } from '../../../domain/entry.ts';
import type { RecordState } from '../../../domain/fold.ts';
import { contactIn } from '../../../domain/records.ts';
import { Button } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { AfterTheTalk, MoreAboutTheTalk, TheTalk, WhereAndLanguage } from '../contact/ContactFieldset.tsx';
import { type ContactFields, changedFields, correctionDraftId, fieldsOf, problemsIn } from '../contact/contactDraft.ts';
import { quickCodes } from '../contact/quickCodes.ts';
import { DraftKept, DraftTrouble } from '../saving/DraftKept.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';

export interface CorrectProps {
  readonly state: RecordState;
  readonly back: string;
  readonly onSaved: () => void;
}

export const CorrectContact = ({ state, back, onSaved }: CorrectProps) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const contact = contactIn(state);
  const before = useMemo((): ContactFields => (contact ? fieldsOf(contact) : {}), []);
  const quick = useMemo(() => quickCodes(contactRows(notebook.recordsOf('contact'))), []);
  const draft = useDraft<{ readonly fields: ContactFields }>(correctionDraftId(state.record), { fields: before });
  const saving = useSave(draft);
  const { fields } = draft.value.value;
  const set = (patch: ContactFields) => draft.set({ fields: { ...draft.value.peek().fields, ...patch } });
  const problems = problemsIn(fields);
  const changed = changedFields(before, fields);
  const nothing = Object.keys(changed).length === 0;
  const save = async () => {
    if (problems.length > 0) return;
    const amendment = {
      kind: 'amendment',
      record: state.record,
      says: { fields: changed },
      audience: office,
      draft: correctionDraftId(state.record),
    };
    if (await saving.save([amendment])) onSaved();
  };
  return (
    <Page
      title={t('contact.correct.title')}
      back={back}
      foot={
        <>
          <SaveProblem failure={saving.failure} />
          <Button kind="main" wide busy={saving.busy} disabled={nothing} onClick={() => void save()}>
            {t('contact.correct.save')}
          </Button>
        </>
      }
    >
      <p>{t('contact.correct.text')}</p>
      <DraftTrouble state={draft.state} />
      <WhereAndLanguage fields={fields} set={set} quick={quick} problems={problems} />
      <TheTalk fields={fields} set={set} />
      <AfterTheTalk fields={fields} set={set} />
      <MoreAboutTheTalk fields={fields} set={set} problems={problems} today={notebook.today()} />
      <DraftKept />
    </Page>
  );
};
