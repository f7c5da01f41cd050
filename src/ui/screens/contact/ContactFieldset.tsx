/** The fields of a contact, the same when it is written and when it is corrected. Usual things first, rare ones folded away. */
import { useTranslation } from 'react-i18next';
import { channels, followUps, interpreterModes, placeTypes, spokenLanguages } from '../../../domain/codes.ts';
import { maxNoteLength } from '../../../domain/contact.ts';
import { ageGroups, privacies } from '../../../domain/screening.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Stepper } from '../../parts/Stepper.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { useCodeWords } from '../codeWords.ts';
import type { ContactFields, ContactProblem } from './contactDraft.ts';
import { ItemsField } from './ItemsField.tsx';
import { NoteField } from './NoteField.tsx';
import { QuickChoice } from './QuickChoice.tsx';
import type { QuickCodes } from './quickCodes.ts';

export interface FieldsetProps {
  readonly fields: ContactFields;
  readonly set: (patch: ContactFields) => void;
  readonly quick: QuickCodes;
  readonly problems: readonly ContactProblem[];
}

export const WhereAndLanguage = ({ fields, set, quick, problems }: FieldsetProps) => {
  const { t } = useTranslation('field');
  const { options, areas, languageBothWays } = useCodeWords();
  return (
    <>
      <QuickChoice
        legend={t('contact.place.label')}
        others={t('contact.place.others')}
        options={options('placeType', placeTypes)}
        quick={quick.placeTypes}
        value={fields.placeType}
        onChange={(placeType) => set({ placeType })}
      />
      <QuickChoice
        legend={t('contact.area.label')}
        others={t('contact.area.others')}
        options={areas}
        quick={quick.areas}
        value={fields.area}
        onChange={(area) => set({ area })}
      />
      <QuickChoice
        legend={t('contact.language.label')}
        others={t('contact.language.others')}
        options={spokenLanguages.map((value) => ({ value, label: languageBothWays(value) }))}
        quick={quick.languages}
        value={fields.language}
        onChange={(chosen) => set({ language: chosen })}
      />
      <InterpreterField legend={t('contact.interpreter.label')} fields={fields} set={set} problems={problems} />
    </>
  );
};

type InterpreterSaid = Pick<ContactFields, 'interpreter' | 'interpreterReason'>;
export interface InterpreterFieldProps {
  readonly legend: string;
  readonly fields: InterpreterSaid;
  readonly set: (patch: InterpreterSaid) => void;
  readonly problems: readonly ContactProblem[];
}

/** R9: who may interpret, why relatives, employers and co-workers may not, and a reason when there was no other way. */
export const InterpreterField = ({ legend, fields, set, problems }: InterpreterFieldProps) => {
  const { t } = useTranslation('field');
  const { options } = useCodeWords();
  return (
    <>
      <Choice
        legend={legend}
        options={options('interpreter', interpreterModes)}
        value={fields.interpreter}
        onChange={(interpreter) => set({ interpreter })}
        clearable
      />
      {(fields.interpreter === 'other' || fields.interpreter === 'in-person') && (
        <Notice kind="care" title={t('contact.interpreter.why.title')}>
          {t('contact.interpreter.why.text')}
        </Notice>
      )}
      {fields.interpreter === 'other' && (
        <TextInput
          label={t('contact.interpreter.reason.label')}
          hint={t('contact.interpreter.reason.hint')}
          value={fields.interpreterReason ?? ''}
          onInput={(interpreterReason) => set({ interpreterReason })}
          maxLength={200}
          error={problems.includes('interpreter-reason') ? t('contact.interpreter.reason.error') : null}
        />
      )}
    </>
  );
};

export const TheTalk = ({ fields, set }: Pick<FieldsetProps, 'fields' | 'set'>) => {
  const { t } = useTranslation('field');
  const { options } = useCodeWords();
  return (
    <>
      <Choice
        legend={t('contact.privacy.label')}
        options={options('privacy', privacies)}
        value={fields.privacy}
        onChange={(privacy) => set({ privacy })}
        clearable
      />
      <Choice
        legend={t('contact.age.label')}
        hint={t('contact.age.hint')}
        options={options('ageGroup', ageGroups)}
        value={fields.ageGroup}
        onChange={(ageGroup) => set({ ageGroup })}
        clearable
      />
    </>
  );
};

export const AfterTheTalk = ({ fields, set }: Pick<FieldsetProps, 'fields' | 'set'>) => {
  const { t } = useTranslation('field');
  const { options } = useCodeWords();
  return (
    <>
      <Choice
        legend={t('contact.followUp.label')}
        options={options('followUp', followUps)}
        value={fields.followUp}
        onChange={(followUp) => set({ followUp })}
        clearable
      />
      <NoteField
        label={t('contact.note.label')}
        hint={t('contact.note.hint')}
        value={fields.note ?? ''}
        onInput={(note) => set({ note })}
        maxLength={maxNoteLength}
      />
    </>
  );
};

export const MoreAboutTheTalk = ({
  fields,
  set,
  problems,
  today,
}: Pick<FieldsetProps, 'fields' | 'set' | 'problems'> & { readonly today: string }) => {
  const { t } = useTranslation('field');
  const { options } = useCodeWords();
  return (
    <>
      <ItemsField value={fields.items ?? []} language={fields.language ?? 'en'} onChange={(items) => set({ items })} />
      <Stepper
        label={t('contact.people.label')}
        hint={t('contact.people.hint')}
        value={fields.people}
        min={1}
        max={999}
        onChange={(people) => set({ people })}
      />
      <Choice
        legend={t('contact.channel.label')}
        options={options('channel', channels)}
        value={fields.channel}
        onChange={(channel) => set({ channel })}
        clearable
      />
      <TextInput
        type="date"
        label={t('contact.day.label')}
        value={fields.day ?? today}
        onInput={(day) => set({ day })}
        error={problems.includes('day') ? t('contact.day.error') : null}
      />
    </>
  );
};
