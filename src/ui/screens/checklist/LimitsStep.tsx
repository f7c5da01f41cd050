/** The limits of confidentiality are said before any question, not after an answer (R3). */
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Said, StateMark } from '../Said.tsx';
import { markAbove } from '../twoLanguages.ts';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';

const limits = ['purpose', 'kept', 'children', 'danger', 'court', 'choice', 'check'].map((limit) => `checklists:limits.${limit}`);

export const LimitsStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { words, set } = run;
  const above = markAbove(words, limits);
  return (
    <StepPage
      run={run}
      title={words.worker('checklists:limits.title')}
      at="limits"
      shown={{ says: limits }}
      onBack={() => set({ stage: 'privacy' })}
      foot={
        <Button kind="main" onClick={() => set({ stage: 'age' })}>
          {t('run.said')}
        </Button>
      }
    >
      {above && <StateMark state={above} />}
      {limits.map((limit) => (
        <Said key={limit} words={words} says={limit} above={above} />
      ))}
    </StepPage>
  );
};
