/** Is this a good place and time (R2)? "Not now" is a good answer, and leaves nothing behind but a count. */
import { useTranslation } from 'react-i18next';
import { privacies } from '../../../domain/screening.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { InterpreterField } from '../contact/ContactFieldset.tsx';
import { Said } from '../Said.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';

const checks = ['alone', 'phone', 'interpreter', 'time', 'help'] as const;

export const PrivacyStep = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, words, set } = run;
  const reasonMissing = draft.interpreter === 'other' && !draft.interpreterReason?.trim();
  return (
    <StepPage
      run={run}
      title={words.worker('checklists:privacy.title')}
      at="privacy"
      nothingToStop
      shown={{ says: ['checklists:privacy.ask'] }}
      foot={
        <>
          <Button busy={run.saving.busy} onClick={() => void run.finish('not-now')}>
            {words.worker('checklists:privacy.notNow')}
          </Button>
          <Button
            kind="main"
            disabled={draft.privacy === undefined || draft.privacy === 'watched' || reasonMissing}
            onClick={() => set({ stage: 'limits' })}
          >
            {t('run.next')}
          </Button>
        </>
      }
    >
      <Said words={words} says="checklists:privacy.ask" large />
      <ul class="checks">
        {checks.map((check) => (
          <li key={check}>{words.worker(`checklists:privacy.checks.${check}`)}</li>
        ))}
      </ul>
      <Choice
        legend={words.worker('checklists:privacy.where')}
        layout="list"
        options={privacies.map((value) => ({ value, label: words.worker(`checklists:privacy.choices.${value}`) }))}
        value={draft.privacy}
        onChange={(privacy) => set({ privacy })}
      />
      <div role="status">
        {draft.privacy && (
          <Notice kind={draft.privacy === 'alone' ? 'good' : 'care'} still>
            {words.worker(`checklists:privacy.advice.${draft.privacy}`)}
          </Notice>
        )}
      </div>
      <InterpreterField legend={t('run.interpreter')} fields={draft} set={set} problems={reasonMissing ? ['interpreter-reason'] : []} />
      <p class="quiet">{words.worker('checklists:privacy.notNowNote')}</p>
    </StepPage>
  );
};
