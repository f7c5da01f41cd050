/** Holds the draft of a run together: which step is shown, how it ends, and the help that is always one tap away. */
import { useComputed, useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../../domain/checklist.ts';
import type { Screening } from '../../../domain/screening.ts';
import { inFourWords } from '../../../domain/wordingStates.ts';
import { personLanguage } from '../../../i18n/language.ts';
import { sourceLanguage } from '../../../i18n/languages.ts';
import { stateOfNamespace } from '../../../i18n/states.ts';
import { showToast } from '../../parts/Toast.tsx';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { personHref } from '../hrefs.ts';
import { TalkListeningContext } from '../listening/listening.ts';
import { useSave } from '../saving/useSave.ts';
import { type TwoLanguages, useTwoLanguages, wordingFor } from '../twoLanguages.ts';
import { AgeStep } from './AgeStep.tsx';
import { LimitsStep } from './LimitsStep.tsx';
import { MinorStep } from './MinorStep.tsx';
import { OfferStep } from './OfferStep.tsx';
import { languageFor } from './ownWords.ts';
import { PrivacyStep } from './PrivacyStep.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import type { RunStep } from './runStep.ts';
import { StopSheet } from './StopSheet.tsx';
import { afterQuestions, type GoesOn, type ScreeningDraft, type Stage, screeningDraftId, screeningEntry } from './screeningDraft.ts';
import { UrgencySheet } from './UrgencySheet.tsx';
import { useChosenChecklist } from './useChosenChecklist.ts';
import { useTalkListening } from './useTalkListening.ts';
import { useWalk, type Walk } from './useWalk.ts';
import { wordingOf } from './wording.ts';

const steps = {
  privacy: PrivacyStep,
  limits: LimitsStep,
  age: AgeStep,
  offer: OfferStep,
  questions: QuestionStep,
  result: ResultStep,
  minor: MinorStep,
} as const satisfies Readonly<Record<Stage, (run: RunStep) => unknown>>;

const allowedSaid = ({ allowed }: TwoLanguages) => (allowed ? { reason: allowed.reason, record: allowed.record } : undefined);

export interface RunProps {
  readonly screening: string;
  readonly initial: ScreeningDraft;
  /** What was paused before; then the end of it is one more entry of the same record. */
  readonly goesOn?: GoesOn | undefined;
}

export const Run = ({ screening, initial, goesOn }: RunProps) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const { route } = useLocation();
  const draft = useDraft<ScreeningDraft>(screeningDraftId(screening), initial);
  // The quarter of a second in which a tap is being kept changes nothing on the screen, so it draws nothing.
  const refused = useComputed(() => draft.state === 'failed');
  const saving = useSave(draft);
  const stopping = useSignal(false);
  const urgent = useSignal<Urgency | null>(null);
  const value = draft.value.value;
  const { which, checklist } = useChosenChecklist(value);
  const walking = useWalk(draft);
  const walk = (): Walk | null => checklist && walking(checklist);
  const asksNow = value.stage === 'questions' || value.stage === 'result';
  const ours = useTwoLanguages(wordingFor(value.personTag) ?? sourceLanguage, 'checklists');
  const { talk, listened, withHeard } = useTalkListening(draft, checklist);
  const worded = checklist && wordingOf(asksNow ? (walk()?.run ?? null) : null, checklist, ours, value.personTag);
  const wording = worded && { ...worded, words: withHeard(worded.words) };
  const words = wording ? { ...ours, offered: wording.words.offered, chosen: wording.words.chosen } : ours;
  const wordingState = (): string =>
    checklist?.wording === 'own'
      ? (languageFor(checklist, value.personTag)?.wording ?? 'machine-draft')
      : inFourWords(stateOfNamespace(ours.personTag, 'checklists'));
  const leave = async () => {
    await draft.drop();
    route('/');
  };
  const finish = async (outcome: Screening['outcome']) => {
    // Not a good moment to go on: it stays paused as it was.
    if (goesOn && outcome === 'not-now') return await leave();
    const asked = {
      which,
      walk: outcome === 'not-now' ? null : walk(),
      workerTag: ours.workerTag,
      wording: wordingState(),
      allowed: allowedSaid(ours),
    };
    const written = { record: screening, nobody: notebook.newId(), goesOn };
    const saved = await saving.save([
      screeningEntry(draft.value.peek(), goesOn && outcome === 'declined' ? 'stopped' : outcome, asked, written),
    ]);
    if (saved && goesOn) {
      showToast(t('save.done'));
      route('/');
    }
  };
  const setLanguage = useCallback(
    (personTag: string) => {
      personLanguage.value = wordingFor(personTag) ?? personLanguage.peek();
      draft.set({ personTag });
    },
    [draft],
  );
  const stop = () => {
    stopping.value = false;
    urgent.value = null;
    draft.set({ stopped: true, stage: asksNow ? afterQuestions(value) : value.stage });
    if (!asksNow) void finish('declined');
  };
  const run: RunStep = {
    draft: value,
    set: draft.set,
    kept: refused.value ? 'failed' : 'saved',
    words,
    oursLacking: wordingFor(value.personTag) === undefined,
    wording,
    which,
    walk,
    goesOn: goesOn !== undefined,
    setLanguage,
    listened,
    finish,
    saving,
    askToStop: () => {
      stopping.value = true;
    },
    raise: (urgency) => {
      urgent.value = urgency;
    },
    // Of somebody whom another worker met this phone may know nothing.
    leaveHref: goesOn && notebook.aboutPerson(value.person).length === 0 ? '/' : personHref(value.person),
  };
  const Step = steps[value.stage];
  return (
    <TalkListeningContext.Provider value={talk}>
      <Step {...run} />
      <StopSheet
        open={stopping.value}
        words={words}
        onGoOn={() => {
          stopping.value = false;
        }}
        onLater={() => route('/')}
        onHandOver={asksNow && afterQuestions(value) === 'result' ? () => void finish('paused') : undefined}
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
    </TalkListeningContext.Provider>
  );
};
