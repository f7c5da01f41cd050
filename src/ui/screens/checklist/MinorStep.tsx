/** Under 18, or perhaps: no interview. What to say, what to do, and what was done about a report (R11, R12). */
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { MinorPath } from '../MinorPath.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';
import { checklistsFor, namedBy } from './whichChecklist.ts';

export const MinorStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, words, set } = run;
  const [seen] = checklistsFor(useNotebook().recordsOf, draft.ageGroup);
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
      {seen && (
        <section aria-labelledby="seen">
          <h2 id="seen">{t('run.seen.title')}</h2>
          <p>{t('run.seen.text')}</p>
          <Button icon="note" onClick={() => set({ stage: 'questions', checklist: draft.checklist ?? namedBy(seen), question: undefined })}>
            {t('run.seen.do')}
          </Button>
        </section>
      )}
    </StepPage>
  );
};
