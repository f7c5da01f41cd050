/** Correcting a person's own record: the memory cue, and how they describe their groups. */
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { office, type Says } from '../../../domain/entry.ts';
import type { Person } from '../../../domain/person.ts';
import { personIn } from '../../../domain/records.ts';
import { Button } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';
import { useDraft } from '../../useDraft.ts';
import { correctionDraftId, type Groups } from '../contact/contactDraft.ts';
import { PersonFields } from '../contact/PersonFields.tsx';
import { DraftKept, DraftTrouble } from '../saving/DraftKept.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import type { CorrectProps } from './CorrectContact.tsx';

interface PersonSaid {
  readonly cue?: Person['cue'] | undefined;
  readonly groups?: Groups | undefined;
}

const changedIn = (before: PersonSaid, after: PersonSaid): Says =>
  Object.fromEntries(
    (['cue', 'groups'] as const)
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, after[field] ?? null]),
  );

export const CorrectPerson = ({ state, back, onSaved }: CorrectProps) => {
  const { t } = useTranslation('field');
  const before = useMemo((): PersonSaid => {
    const { cue, groups } = personIn(state) ?? {};
    return { cue, groups };
  }, []);
  const draft = useDraft<PersonSaid>(correctionDraftId(state.record), before);
  const saving = useSave(draft);
  const said = draft.value.value;
  const changed = changedIn(before, said);
  const save = async () => {
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
      title={t('person.about.correct')}
      back={back}
      foot={
        <>
          <SaveProblem failure={saving.failure} />
          <Button kind="main" wide busy={saving.busy} disabled={Object.keys(changed).length === 0} onClick={() => void save()}>
            {t('contact.correct.save')}
          </Button>
        </>
      }
    >
      <DraftTrouble state={draft.state} />
      <PersonFields person={state.record} cue={said.cue} groups={said.groups} set={draft.set} />
      <DraftKept />
    </Page>
  );
};
