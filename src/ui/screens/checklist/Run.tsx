/** Holds the draft of a run together: which step is shown, how it ends, and the help that is always one tap away. */
import { useComputed, useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Urgency } from '../../../domain/checklist.ts';
import type { Screening } from '../../../domain/screening.ts';
import { adult } from '../../../forms/library/adult.ts';
import { personLanguage } from '../../../i18n/language.ts';
import { reviewStateOf } from '../../../i18n/languages.ts';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { personHref } from '../hrefs.ts';
import { useSave } from '../saving/useSave.ts';
import { useTwoLanguages } from '../twoLanguages.ts';
import { AgeStep } from './AgeStep.tsx';
import { LimitsStep } from './LimitsStep.tsx';
import { MinorStep } from './MinorStep.tsx';
import { OfferStep } from './OfferStep.tsx';
import { PrivacyStep } from './PrivacyStep.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import type { RunStep } from './runStep.ts';
import { StopSheet } from './StopSheet.tsx';
import { type ScreeningDraft, type Stage, screeningDraftId, screeningEntry } from './screeningDraft.ts';
import { UrgencySheet } from './UrgencySheet.tsx';

const steps = {
  privacy: PrivacyStep,
  limits: LimitsStep,
  age: AgeStep,
  offer: OfferStep,
  questions: QuestionStep,
  result: ResultStep,
  minor: MinorStep,
} as const satisfies Readonly<Record<Stage, (run: RunStep) => unknown>>;

export const Run = ({ screening, initial }: { readonly screening: string; readonly initial: ScreeningDraft }) => {
  const notebook = useNotebook();
  const { route } = useLocation();
  const draft = useDraft<ScreeningDraft>(screeningDraftId(screening), initial);
  // The quarter of a second in which a tap is being kept changes nothing on the screen, so it draws nothing.
  const refused = useComputed(() => draft.state === 'failed');
  const saving = useSave(draft);
  const stopping = useSignal(false);
  const urgent = useSignal<Urgency | null>(null);
  const value = draft.value.value;
  const words = useTwoLanguages(value.personTag, 'checklists');
  const finish = async (outcome: Screening['outcome']) => {
    const asked = { checklist: adult, workerTag: words.workerTag, wording: reviewStateOf(words.personTag, 'checklists') };
    await saving.save([screeningEntry(screening, draft.value.peek(), outcome, asked, notebook.newId())]);
  };
  const setLanguage = useCallback(
    (personTag: string) => {
      personLanguage.value = personTag;
      draft.set({ personTag });
    },
    [draft],
  );
  const stop = () => {
    stopping.value = false;
    urgent.value = null;
    draft.set({ stopped: true, stage: value.stage === 'questions' || value.stage === 'result' ? 'result' : value.stage });
    if (value.stage !== 'questions' && value.stage !== 'result') void finish('declined');
  };
  const run: RunStep = {
    draft: value,
    set: draft.set,
    kept: refused.value ? 'failed' : 'saved',
    words,
    setLanguage,
    finish,
    saving,
    askToStop: () => {
      stopping.value = true;
    },
    raise: (urgency) => {
      urgent.value = urgency;
    },
    leaveHref: personHref(value.person),
  };
  const Step = steps[value.stage];
  return (
    <>
      <Step {...run} />
      <StopSheet
        open={stopping.value}
        words={words}
        onGoOn={() => {
          stopping.value = false;
        }}
        onLater={() => route('/')}
        onFinish={stop}
      />
      <UrgencySheet
        urgency={urgent.value}
        words={words}
        onGoOn={() => {
          urgent.value = null;
        }}
        onFinish={stop}
      />
    </>
  );
};
