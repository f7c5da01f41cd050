/** Under 18, or perhaps: no interview. What to say, what to do, and what was done about a report (R11, R12). */
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { MinorPath } from '../MinorPath.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';

export const MinorStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, words, set } = run;
  return (
    <StepPage
      run={run}
      title={words.worker('checklists:minor.title')}
      at="minor"
      nothingToStop
      shown={{ says: ['checklists:minor.sayFirst', 'checklists:minor.sayNext'] }}
      onBack={() => set({ stage: 'age' })}
      foot={
        <Button
          kind="main"
          busy={run.saving.busy}
          disabled={draft.minorReport.reportedBy === undefined}
          onClick={() => void run.finish('minor-path')}
        >
          {t('run.save')}
        </Button>
      }
    >
      <MinorPath personTag={words.personTag} report={draft.minorReport} onReport={(minorReport) => set({ minorReport })} />
    </StepPage>
  );
};
