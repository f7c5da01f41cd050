/** Somebody not met before: a code, a memory cue that tells a stranger nothing, and their own words for their groups. */
import { useTranslation } from 'react-i18next';
import { apiGroups, cues, otherGroups } from '../../../domain/codes.ts';
import { type Person, personCode } from '../../../domain/person.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { inOrder } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import type { Groups } from './contactDraft.ts';

const hows = ['self', 'worker-guess', 'not-asked'] as const;

export interface PersonFieldsProps {
  readonly person: string;
  readonly cue: Person['cue'] | undefined;
  readonly groups: Groups | undefined;
  readonly set: (patch: { readonly cue?: Person['cue'] | undefined; readonly groups?: Groups | undefined }) => void;
}

export const PersonFields = ({ person, cue, groups, set }: PersonFieldsProps) => {
  const { t } = useTranslation('field');
  const { options, word } = useCodeWords();
  const codes = [...apiGroups, ...otherGroups];
  return (
    <>
      <p>{t('person.code.is', { code: personCode(person) })}</p>
      <Pick
        label={t('person.cue.label')}
        hint={t('person.cue.hint')}
        empty={t('person.cue.none')}
        options={[...cues]
          .map((value) => ({ value, label: word('cue', value) }))
          .sort((a, b) => inOrder(currentLanguage.value)(a.label, b.label))}
        value={cue}
        onChange={(chosen) => set({ cue: chosen })}
      />
      <Choice
        legend={t('person.groups.how')}
        hint={t('person.groups.hint')}
        options={options('groupsHow', hows)}
        value={groups?.how}
        onChange={(how) => set({ groups: how ? { how, codes: how === 'not-asked' ? [] : (groups?.codes ?? []) } : undefined })}
        clearable
      />
      {groups && groups.how !== 'not-asked' && (
        <Choices
          legend={t('person.groups.label')}
          options={options('group', codes)}
          value={groups.codes}
          onChange={(chosen) => set({ groups: { ...groups, codes: [...chosen] } })}
        />
      )}
    </>
  );
};
