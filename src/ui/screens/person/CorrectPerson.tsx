/** Correcting a person's own record: the memory cue, and how they describe their groups. */
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Says } from '../../../domain/entry.ts';
import type { Person } from '../../../domain/person.ts';
import { personIn } from '../../../domain/records.ts';
import { useDraft } from '../../useDraft.ts';
import { correctionDraftId, type Groups } from '../contact/contactDraft.ts';
import { PersonFields } from '../contact/PersonFields.tsx';
import { CorrectPage, type CorrectProps } from './CorrectPage.tsx';

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

export const CorrectPerson = (correcting: CorrectProps) => {
  const { state } = correcting;
  const { t } = useTranslation('field');
  const before = useMemo((): PersonSaid => {
    const { cue, groups } = personIn(state) ?? {};
    return { cue, groups };
  }, []);
  const draft = useDraft<PersonSaid>(correctionDraftId(state.record), before);
  const said = draft.value.value;
  return (
    <CorrectPage {...correcting} title={t('person.about.correct')} draft={draft} changed={changedIn(before, said)}>
      <PersonFields person={state.record} cue={said.cue} groups={said.groups} set={draft.set} />
    </CorrectPage>
  );
};
