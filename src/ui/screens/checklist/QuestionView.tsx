/** One question: its words in both languages, how to ask it, its answer, and what is known about the answer. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../domain/screening.ts';
import type { ReviewState } from '../../../domain/wordingStates.ts';
import { codesIn, toggled, wasDealtWith, whyUnanswered } from '../../../forms/walk/answers.ts';
import type { Asked } from '../../../forms/walk/places.ts';
import { marksOf, urgencyOf } from '../../../forms/walk/questions.ts';
import { drawnAfterTap } from '../../drawnAfterTap.ts';
import { Button } from '../../parts/Button.tsx';
import { FieldError } from '../../parts/Field.tsx';
import { Said } from '../Said.tsx';
import { AboutAnswer } from './AboutAnswer.tsx';
import { AnswerField } from './AnswerField.tsx';
import type { SaidNow } from './answerProps.ts';
import { askedIn } from './askedIn.ts';
import { mostShown } from './mostShown.ts';
import type { AskingStep } from './runStep.ts';
import { type Shown, ShowView } from './ShowView.tsx';
import { answered } from './screeningDraft.ts';
import { WhyNone } from './WhyNone.tsx';

const isTapped = ({ item, state }: Asked): boolean =>
  (item.type === 'select_one' || item.type === 'select_multiple') && (state.choices?.length ?? 0) <= mostShown;

/** Keeps what was said, and raises at once what cannot wait. */
export const sayTo = (step: AskingStep, asked: Asked, said: SaidNow): void => {
  const answer = step.draft.answers[asked.key];
  const changed = answered(answer, said, marksOf(asked).usuallyKnown, askedIn(step, asked));
  const put = () => step.asking.put(asked.key, changed);
  // A tapped answer is marked by the browser itself; what is typed is looked at as it is typed.
  if (isTapped(asked)) drawnAfterTap(put);
  else put();
  const urgency = urgencyOf(asked, changed);
  if (urgency && urgency !== urgencyOf(asked, answer)) step.raise(urgency);
};

/** What the person may see and tap themselves; under 18 nothing is asked of them, so nothing is shown. */
export const shownOf = (step: AskingStep, asked: Asked): Shown | undefined => {
  const { wording, asking, draft } = step;
  if (asking.checklist.meantFor === 'under-18') return undefined;
  const hint = wording.part(asked, 'hint');
  const says = [wording.ask(asked), ...(hint ? [hint] : [])];
  if (!isTapped(asked)) return { says };
  const answer = draft.answers[asked.key];
  const chosen = codesIn(answer);
  const options = (asked.state.choices ?? []).map((choice) => ({ value: choice.name, says: wording.choice(asked, choice) }));
  const unsaid = { value: 'preferred-not-to-say', says: 'checklists:answers.preferred-not-to-say' };
  return {
    says,
    answers: [...options, unsaid].map((option) => ({ ...option, chosen: chosen.includes(option.value) })),
    onAnswer: (code) => {
      const isList = asked.item.type === 'select_multiple' && code !== unsaid.value;
      sayTo(step, asked, isList ? { several: toggled(answer?.several ?? [], code, marksOf(asked).alone) } : { is: code });
    },
  };
};

export interface QuestionViewProps {
  readonly step: AskingStep;
  readonly asked: Asked;
  readonly alone: boolean;
  /** The mark that stands once above a page of several. */
  readonly above: ReviewState | null;
  readonly pointedOut: boolean;
}

export const QuestionView = (props: QuestionViewProps) => {
  const { step, asked, alone, above, pointedOut } = props;
  const { wording, draft } = step;
  const id = useId();
  const answer = draft.answers[asked.key];
  const prompt = wording.prompt(asked);
  const hint = wording.part(asked, 'hint');
  const say = (said: SaidNow) => sayTo(step, asked, said);
  return (
    <div class={alone ? 'question' : 'question question-among'}>
      <div class="asked" id={id} tabIndex={-1} data-asked="">
        <Said words={wording.words} says={wording.ask(asked)} large={alone} above={above} />
      </div>
      {prompt && <p class="prompt">{step.words.worker(prompt)}</p>}
      {hint && (
        <div class="prompt">
          <Said words={wording.words} says={hint} above={above ?? wording.words.mark(wording.ask(asked))} />
        </div>
      )}
      <Guidance step={step} asked={asked} />
      <AnswerField step={step} asked={asked} answer={answer} labelledBy={id} onSay={say} />
      <Problem step={step} asked={asked} pointedOut={pointedOut} />
      <Besides {...props} answer={answer} say={say} />
    </div>
  );
};

type BesidesProps = QuestionViewProps & { readonly answer: Answer | undefined; readonly say: (said: SaidNow) => void };

/** Why there is no answer, how one is known, a note. Among other questions it is folded away: it would bury them. */
const Besides = ({ step, asked, alone, answer, say, pointedOut }: BesidesProps) => {
  const { t } = useTranslation('field');
  const { asking, words } = step;
  const about = (
    <AboutAnswer asked={asked} answer={answer} words={words.worker} alone={alone} onChange={(changed) => asking.put(asked.key, changed)} />
  );
  const whyNone = asking.checklist.meantFor !== 'under-18' && <WhyNone words={words.worker} answer={answer} onSay={say} />;
  if (alone)
    return (
      <>
        {whyNone}
        {about}
      </>
    );
  const isOpen = Boolean(answer?.note) || (answer?.is !== undefined && whyUnanswered(answer) !== undefined);
  return (
    <details class="more" open={isOpen || (pointedOut && isOpenEnded(asked, answer))}>
      <summary>{t('run.about')}</summary>
      <div class="besides">
        {whyNone}
        {about}
        <ShowButton step={step} asked={asked} />
      </div>
    </details>
  );
};

/** Asked for, and neither answered nor said why not; or not what its author expects. */
export const isOpenEnded = ({ state }: Asked, answer: Answer | undefined): boolean =>
  (state.required && !wasDealtWith(answer)) || !state.constraintOk;

const Guidance = ({ step: { wording }, asked }: Pick<QuestionViewProps, 'step' | 'asked'>) => {
  const { t } = useTranslation('field');
  const guidance = wording.part(asked, 'guidance');
  return guidance ? (
    <details class="more">
      <summary>{t('run.guidance')}</summary>
      <p class="pre-line" dir="auto">
        {wording.words.worker(guidance)}
      </p>
    </details>
  ) : null;
};

/** What the checklist's author says of a value that does not fit, or that an answer is asked for. Neither holds anybody up. */
const Problem = ({ step: { wording, draft }, asked, pointedOut }: Omit<QuestionViewProps, 'alone' | 'above'>) => {
  const { t } = useTranslation('field');
  const id = useId();
  const { state, key } = asked;
  if (!state.constraintOk) {
    const own = wording.part(asked, 'constraint');
    return <FieldError id={id} error={own ? wording.words.worker(own) : t('run.problem.value')} />;
  }
  if (!pointedOut || !state.required || wasDealtWith(draft.answers[key])) return null;
  const own = wording.part(asked, 'required');
  return <FieldError id={id} error={[own && wording.words.worker(own), t('run.problem.required')].filter(Boolean).join(' ')} />;
};

/** On a page of several, each question can be shown by itself. */
const ShowButton = ({ step, asked }: Pick<QuestionViewProps, 'step' | 'asked'>) => {
  const { t } = useTranslation('field');
  const showing = useSignal(false);
  const shown = showing.value ? shownOf(step, asked) : undefined;
  if (step.asking.checklist.meantFor === 'under-18') return null;
  return (
    <>
      <Button
        kind="quiet"
        icon="phone"
        onClick={() => {
          showing.value = true;
        }}
      >
        {t('show.open')}
      </Button>
      {shown && (
        <ShowView
          open
          shown={shown}
          words={step.wording.words}
          setLanguage={step.setLanguage}
          onClose={() => {
            showing.value = false;
          }}
        />
      )}
    </>
  );
};
