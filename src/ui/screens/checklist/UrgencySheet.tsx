/** An answer that cannot wait: what to do stands on the screen at once. Nothing here calls or reports by itself (R15). */
import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../../domain/checklist.ts';
import { directoryNumbers } from '../../../domain/directory.ts';
import { useFieldbook } from '../../fieldbook.ts';
import { lockNow } from '../../lockNow.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { DialLink } from '../DialLink.tsx';
import type { TwoLanguages } from '../twoLanguages.ts';

export interface UrgencySheetProps {
  readonly urgency: Urgency | null;
  readonly words: TwoLanguages;
  readonly onGoOn: () => void;
  readonly onFinish: () => void;
}

const numbers = directoryNumbers;
const lines: Readonly<Record<Urgency, readonly string[]>> = {
  'danger-now': [numbers.emergency, numbers.supportLine, numbers.homeSafetyLine],
  suicide: [numbers.crisisLine, numbers.emergency],
  medical: [numbers.emergency],
  'child-at-risk': [numbers.childLine, numbers.emergency],
  watched: [],
};
const steps = ['step1', 'step2', 'step3', 'step4'] as const;

export const UrgencySheet = ({ urgency, words, onGoOn, onFinish }: UrgencySheetProps) => {
  const { t } = useTranslation('field');
  return (
    <Sheet
      open={urgency !== null}
      title={urgency ? words.worker(`checklists:urgencies.${urgency}.title`) : ''}
      onClose={onGoOn}
      foot={
        <>
          <Button kind="main" wide onClick={onFinish}>
            {t('run.stopped')}
          </Button>
          <Button wide onClick={onGoOn}>
            {t('run.goOn')}
          </Button>
        </>
      }
    >
      {urgency && <WhatToDo urgency={urgency} words={words} />}
    </Sheet>
  );
};

export const WhatToDo = ({ urgency, words }: { readonly urgency: Urgency; readonly words: TwoLanguages }) => {
  const { t } = useTranslation('field');
  const fieldbook = useFieldbook();
  return (
    <>
      <Notice kind="danger" still>
        <ol class="steps">
          {steps.map((step) => (
            <li key={step}>{words.worker(`checklists:urgencies.${urgency}.steps.${step}`)}</li>
          ))}
        </ol>
      </Notice>
      <div class="buttons">
        {lines[urgency].map((number) => (
          <DialLink key={number} number={number} />
        ))}
        {urgency === 'watched' && (
          <Button icon="lock" onClick={() => void lockNow(fieldbook)}>
            {t('run.lock')}
          </Button>
        )}
      </div>
    </>
  );
};
