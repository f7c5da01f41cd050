/** Before it is saved: what was talked about, what is urgent, and the worker's own decision with its reason. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { urgenciesIn } from '../../../forms/walk/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { GridView } from '../kept/GridView.tsx';
import { Said } from '../Said.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { NextSteps } from './NextSteps.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';
import { decisionProblems } from './screeningDraft.ts';
import { WhatToDo } from './UrgencySheet.tsx';

export const ResultStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, words, set, wording } = run;
  const asking = run.walk();
  const tried = useSignal(false);
  const problems = decisionProblems(draft.decision, draft.stopped ? 'may-wait' : 'needed');
  const save = () => {
    tried.value = true;
    if (problems.length === 0) void run.finish(draft.stopped ? 'stopped' : 'completed');
  };
  return (
    <StepPage
      run={run}
      title={t('screening.result.title')}
      at="result"
      nothingToStop
      shown={{ says: ['checklists:transitions.close'] }}
      onBack={() => set({ stage: 'questions', stopped: false })}
      foot={
        <Button kind="main" busy={run.saving.busy} onClick={save}>
          {t('run.save')}
        </Button>
      }
    >
      <Said words={words} says="checklists:transitions.close" />
      {(asking ? urgenciesIn(asking.run, draft.answers) : []).map((urgency) => (
        <section key={urgency} aria-label={words.worker(`checklists:urgencies.${urgency}.title`)}>
          <h2>{words.worker(`checklists:urgencies.${urgency}.title`)}</h2>
          <WhatToDo urgency={urgency} words={words} />
        </section>
      ))}
      {asking && wording && <GridView run={asking.run} answers={draft.answers} wording={wording} />}
      <NextSteps {...run} />
      {draft.stopped && <p>{t('decision.mayWait')}</p>}
      <DecisionFields
        decision={draft.decision}
        set={(patch) => set({ decision: { ...draft.decision, ...patch } })}
        problems={tried.value ? problems : []}
      />
    </StepPage>
  );
};
