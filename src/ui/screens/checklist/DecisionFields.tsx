/** The worker's decision in words: what next, why, and what was offered. No score leads to it. */
import { useTranslation } from 'react-i18next';
import { offers } from '../../../domain/codes.ts';
import { nextSteps } from '../../../domain/screening.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Stepper } from '../../parts/Stepper.tsx';
import { useCodeWords } from '../codeWords.ts';
import { NoteField } from '../contact/NoteField.tsx';
import type { DecisionDraft, DecisionProblem } from './screeningDraft.ts';

export interface DecisionFieldsProps {
  readonly decision: DecisionDraft;
  readonly set: (patch: Partial<DecisionDraft>) => void;
  readonly problems: readonly DecisionProblem[];
}

const maxReason = 1000;
const isOffer = (code: string): code is (typeof offers)[number] => offers.some((offer) => offer === code);

export const DecisionFields = ({ decision, set, problems }: DecisionFieldsProps) => {
  const { t } = useTranslation('field');
  const { options } = useCodeWords();
  return (
    <section class="decision" aria-labelledby="decision">
      <h2 id="decision">{t('decision.title')}</h2>
      <Choice
        legend={t('decision.step.label')}
        layout="list"
        options={options('nextStep', nextSteps)}
        value={decision.step}
        onChange={(step) => set({ step })}
        clearable
        error={problems.includes('step') ? t('decision.step.error') : null}
      />
      {decision.step === 'review-soon' && (
        <Stepper
          label={t('decision.withinDays.label')}
          value={decision.withinDays}
          min={1}
          max={60}
          onChange={(withinDays) => set({ withinDays })}
        />
      )}
      <NoteField
        label={t('decision.reason.label')}
        hint={t('decision.reason.hint')}
        value={decision.reason}
        onInput={(reason) => set({ reason })}
        maxLength={maxReason}
        error={problems.includes('reason') ? t('decision.reason.error') : null}
      />
      <Choices
        legend={t('decision.offered.label')}
        hint={t('decision.offered.hint')}
        options={options('offer', offers)}
        value={decision.offered.filter(isOffer)}
        onChange={(offered) => set({ offered })}
      />
    </section>
  );
};
