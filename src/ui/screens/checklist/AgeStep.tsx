/** The age gate stands before anything sensitive (R11): under 18 and "not sure" go another way. */
import { useTranslation } from 'react-i18next';
import { type AgeGroup, ageGroups } from '../../../domain/screening.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { Said } from '../Said.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';
import { afterAge } from './screeningDraft.ts';
import { checklistsFor } from './whichChecklist.ts';

export const AgeStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, words, set } = run;
  const { ageGroup, checklist } = draft;
  const { recordsOf } = useNotebook();
  const choose = (value: string) => set({ ageGroup: ageGroups.find((group) => group === value) });
  /** One that was chosen for another age is not for this one. */
  const goOn = (age: AgeGroup) => {
    const fits = checklistsFor(recordsOf, age).some(({ id }) => id === checklist?.id);
    set({ stage: afterAge(age), checklist: fits ? checklist : undefined });
  };
  return (
    <StepPage
      run={run}
      title={words.worker('checklists:age.title')}
      at="age"
      shown={{
        says: ['checklists:age.ask'],
        answers: ageGroups.map((value) => ({ value, says: `checklists:age.choices.${value}`, chosen: value === ageGroup })),
        onAnswer: choose,
      }}
      onBack={() => set({ stage: 'limits' })}
      foot={
        <Button kind="main" disabled={ageGroup === undefined} onClick={() => ageGroup && goOn(ageGroup)}>
          {t('run.next')}
        </Button>
      }
    >
      <Said words={words} says="checklists:age.ask" large />
      <Choice
        legend={words.worker('checklists:age.ask')}
        legendHidden
        hint={words.worker('checklists:age.prompt')}
        layout="list"
        options={ageGroups.map((value) => ({
          value,
          label: words.worker(`checklists:age.choices.${value}`),
          hint: words.same ? undefined : words.person(`checklists:age.choices.${value}`),
          hintLang: words.same ? undefined : words.personTag,
        }))}
        value={ageGroup}
        onChange={(value) => value && choose(value)}
      />
      <div role="status">
        {ageGroup === 'unsure' && (
          <Notice kind="info" still>
            {words.worker('checklists:age.unsureNote')}
          </Notice>
        )}
        {ageGroup === 'under-18-when-it-began' && (
          <Notice kind="care" still>
            {words.worker('checklists:age.beganNote')}
          </Notice>
        )}
      </div>
    </StepPage>
  );
};
