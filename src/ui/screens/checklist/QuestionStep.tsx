/** The questions, one at a time or a page for each part: the person's language large, the worker's beside it, all skippable. */
import { useTranslation } from 'react-i18next';
import { nextStop, previousStop, type Stop, stopAfterSection, stopUp } from '../../../forms/walk/stops.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { Said } from '../Said.tsx';
import { AskStep, type Ways } from './AskStep.tsx';
import type { AskingStep, RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';
import { afterQuestions } from './screeningDraft.ts';
import { wayOf } from './wayPreference.ts';

export const QuestionStep = (run: RunStep) => {
  const asking = run.walk();
  if (!asking || !run.wording) return <NotHere {...run} />;
  const step: AskingStep = { ...run, asking, wording: run.wording };
  const stop = stopUp(asking.run, wayOf(run.draft), run.draft.question);
  if (!stop) return <NothingToAsk {...run} />;
  return stop.section.pause && !run.draft.paused.includes(stop.section.id) ? (
    <Pause step={step} stop={stop} />
  ) : (
    <AskStep step={step} stop={stop} ways={waysFrom(step, stop)} />
  );
};

const waysFrom = ({ asking, draft, set }: AskingStep, stop: Stop): Ways => {
  const way = wayOf(draft);
  // Where the questions were come from: a minor's notes from what to do, all others from the offer.
  const before = afterQuestions(draft) === 'minor' ? 'minor' : 'offer';
  return {
    goOn: () => {
      const next = nextStop(asking.run, way, stop.id);
      set(next ? { question: next.id } : { stage: afterQuestions(draft), question: stop.id });
    },
    goBack: () => {
      const previous = previousStop(asking.run, way, stop.id);
      set(previous ? { question: previous.id } : { stage: before });
    },
  };
};

/** Between sections: a breath, and the choice to go on, to stop, or to leave these out. */
const Pause = ({ step, stop }: { readonly step: AskingStep; readonly stop: Stop }) => {
  const { t } = useTranslation('field');
  const { wording, draft, set, asking } = step;
  const { section } = stop;
  const title = wording.section(section);
  const says = wording.pause(section) ?? 'checklists:transitions.breath';
  const leaveOut = () => {
    const next = stopAfterSection(asking.run, wayOf(draft), section.id);
    set(next ? { question: next.id } : { stage: afterQuestions(draft), question: stop.id });
  };
  return (
    <StepPage
      run={step}
      title={title === null ? t('run.pause') : wording.words.worker(title)}
      at={`pause ${section.id}`}
      shown={{ says: [says] }}
      shownWords={wording.words}
      onBack={waysFrom(step, stop).goBack}
      foot={
        <Button kind="main" onClick={() => set({ question: stop.id, paused: [...draft.paused, section.id] })}>
          {t('run.goOn')}
        </Button>
      }
    >
      <Said words={wording.words} says={says} large />
      {says !== 'checklists:transitions.breath' && (
        <Said words={step.words} says="checklists:transitions.breath" above={wording.words.mark(says)} />
      )}
      <Button kind="quiet" onClick={leaveOut}>
        {t('run.skipSection')}
      </Button>
    </StepPage>
  );
};

/** Every question is closed by what was said, or the organisation has hidden them all. */
const NothingToAsk = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, set } = run;
  return (
    <StepPage
      run={run}
      title={t('run.nothing.title')}
      at="nothing"
      onBack={() => set({ stage: 'offer' })}
      foot={
        <Button kind="main" onClick={() => set({ stage: afterQuestions(draft) })}>
          {t('run.next')}
        </Button>
      }
    >
      <p>{t('run.nothing.text')}</p>
    </StepPage>
  );
};

const NotHere = ({ leaveHref }: RunStep) => {
  const { t } = useTranslation('field');
  return (
    <Page title={t('run.offer.title')} back={leaveHref}>
      <Notice kind="care">{t('run.checklist.notHere')}</Notice>
    </Page>
  );
};
