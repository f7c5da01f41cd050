/** One stop on the way: what is asked there, how far it is, and what an author wanted answered before going on. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../forms/walk/places.ts';
import type { Stop } from '../../../forms/walk/stops.ts';
import { Button } from '../../parts/Button.tsx';
import { Said, StateMark } from '../Said.tsx';
import { markAbove } from '../twoLanguages.ts';
import { JumpSheet } from './JumpSheet.tsx';
import { Places } from './Places.tsx';
import { isOpenEnded, shownOf } from './QuestionView.tsx';
import type { AskingStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';
import { useProgressWords } from './useProgressWords.ts';
import { wayOf } from './wayPreference.ts';
import type { Wording } from './wording.ts';

/** Said before the first question of a section of ours that has no pause of its own. */
const leadIns: Readonly<Record<string, string>> = {
  'work-found': 'checklists:transitions.start',
  wishes: 'checklists:transitions.toWishes',
};

export interface Ways {
  readonly goOn: () => void;
  readonly goBack: () => void;
}

export interface AskStepProps {
  readonly step: AskingStep;
  readonly stop: Stop;
  readonly ways: Ways;
}

export const AskStep = ({ step, stop, ways }: AskStepProps) => {
  const { t } = useTranslation('field');
  const { wording, draft } = step;
  const jumping = useSignal(false);
  const pointedOut = useSignal<string | null>(null);
  const progress = useProgressWords(step, stop);
  const { questions, section } = stop;
  // Alone on the screen, without words before it or a frame around it.
  const single = stop.places.length === 1 && stop.places[0]?.kind === 'question';
  const [only] = questions;
  const above = single ? null : markAbove(wording.words, saidAt(wording, stop.places));
  const title = wording.section(section) ?? wording.title;
  const leadIn = step.asking.checklist.wording === 'library' && section.places[0] === stop.places[0] ? leadIns[section.id] : undefined;
  const goOn = () => {
    // Never a wall: it is pointed out once, and the next tap goes on.
    const open = pointedOut.peek() === stop.id ? undefined : questions.find((asked) => isOpenEnded(asked, draft.answers[asked.key]));
    if (open) pointedOut.value = stop.id;
    else ways.goOn();
  };
  return (
    <StepPage
      run={step}
      title={wording.words.worker(title)}
      at={stop.id}
      shown={only && questions.length === 1 ? shownOf(step, only) : undefined}
      shownWords={wording.words}
      onBack={ways.goBack}
      foot={
        <Button kind="main" onClick={goOn}>
          {t('run.next')}
        </Button>
      }
    >
      <div class="progress">
        <p role="status">{progress}</p>
        <Button
          kind="quiet"
          icon="list"
          onClick={() => {
            jumping.value = true;
          }}
        >
          {t('run.jump')}
        </Button>
      </div>
      <Inside step={step} within={stop.within} />
      {leadIn && <Said words={step.words} says={leadIn} />}
      {above && <StateMark state={above} />}
      <Places
        step={step}
        places={stop.places}
        alone={questions.length <= 1}
        above={above}
        pointedOut={pointedOut.value === stop.id}
        way={wayOf(draft)}
      />
      <JumpSheet
        open={jumping.value}
        step={step}
        current={stop.id}
        onClose={() => {
          jumping.value = false;
        }}
      />
    </StepPage>
  );
};

/** What is said to the person at a stop, in what it asks and between. */
const saidAt = (wording: Wording, places: readonly Place[]): readonly string[] =>
  places.flatMap((place) => {
    if (place.kind === 'group' || place.kind === 'instance') return saidAt(wording, place.places);
    const hint = place.kind === 'more' ? null : wording.part(place, 'hint');
    return place.kind === 'more' ? [] : [wording.ask(place), ...(hint ? [hint] : [])];
  });

/** The groups and instances a question lies in, as one line above it. */
const Inside = ({ step: { wording }, within }: { readonly step: AskingStep; readonly within: readonly Place[] }) => {
  const { t } = useTranslation('field');
  const parts = within.flatMap((place) => {
    const name = wording.words.worker(wording.ask(place));
    if (place.kind === 'instance') return [t('run.repeat.which', { name: name || t('run.repeat.unnamed'), at: place.at, of: place.of })];
    return name === '' ? [] : [name];
  });
  return parts.length > 0 ? (
    <p class="inside" dir="auto">
      {parts.join(' · ')}
    </p>
  ) : null;
};
