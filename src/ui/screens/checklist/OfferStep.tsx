/** The questions are offered, not imposed; saying no costs nothing and is counted as no (R4, R5). */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { ConsentForm } from '../ConsentForm.tsx';
import { Said, StateMark } from '../Said.tsx';
import { markAbove } from '../twoLanguages.ts';
import { ChosenChecklist } from './ChosenChecklist.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';

const condition = 'checklists:consent.neverACondition';
const offered = ['checklists:consent.items.take-part.ask', 'checklists:consent.items.keep-record.ask', condition];

export const OfferStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, words, set } = run;
  const noted = useSignal(false);
  const above = markAbove(words, offered);
  return (
    <StepPage
      run={run}
      title={t('run.offer.title')}
      at="offer"
      nothingToStop
      onBack={() => set({ stage: 'age' })}
      shown={{ says: offered }}
      foot={
        <>
          <Button busy={run.saving.busy} onClick={() => void run.finish('declined')}>
            {t(run.goesOn ? 'run.stopped' : 'run.declined')}
          </Button>
          <Button kind="main" disabled={run.wording === null} onClick={() => set({ stage: 'questions', checklist: run.which })}>
            {t('run.agreed')}
          </Button>
        </>
      }
    >
      <ChosenChecklist {...run} />
      {above && <StateMark state={above} />}
      {offered.map((says) => (
        <Said key={says} words={words} says={says} large={says !== condition} above={above} />
      ))}
      {noted.value && <Notice kind="good">{t('save.done')}</Notice>}
      {!noted.value && (
        <details class="more">
          <summary>{t('run.noteConsent')}</summary>
          <ConsentForm
            person={draft.person}
            personTag={words.personTag}
            onSaved={() => {
              noted.value = true;
            }}
          />
        </details>
      )}
    </StepPage>
  );
};
