/** The limits of confidentiality are said before any question, not after an answer (R3). */
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { DraftMark, Said } from '../Said.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';

const limits = ['purpose', 'kept', 'children', 'danger', 'court', 'choice', 'check'].map((limit) => `checklists:limits.${limit}`);

export const LimitsStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { words, set } = run;
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
      {words.draft && <DraftMark />}
      {limits.map((limit) => (
        <Said key={limit} words={words} says={limit} unmarked />
      ))}
    </StepPage>
  );
};
