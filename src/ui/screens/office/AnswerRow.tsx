/** One question with what was said, how it is known, when it is so, and the worker's note. */
import type { ComponentChildren } from 'preact';
import { useTranslation } from 'react-i18next';
import type { Answer, AskedIn } from '../../../domain/screening.ts';
import { reviewStates } from '../../../domain/wordingStates.ts';
import { whyUnanswered } from '../../../forms/walk/answers.ts';
import { standingOf } from '../../../forms/walk/grid.ts';
import type { Asked, ValuePlace } from '../../../forms/walk/places.ts';
import { urgencyOf } from '../../../forms/walk/questions.ts';
import { Tag } from '../../parts/Tag.tsx';
import { ownLanguageName } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import { useAnswerWords } from '../kept/answerWords.ts';
import type { Kept } from '../kept/useKept.ts';

interface RowProps {
  readonly question: string;
  readonly lang: string | undefined;
  readonly said: string;
  readonly unanswered?: boolean;
  readonly children?: ComponentChildren;
}

export const SaidRow = ({ question, lang, said, unanswered = false, children }: RowProps) => (
  <div class="office-answer">
    <dt dir="auto" lang={lang}>
      {question}
    </dt>
    <dd>
      <span class={unanswered ? 'answer-none' : 'answer-words'} dir="auto">
        {said}
      </span>
      {children}
    </dd>
  </div>
);

interface AnswerProps {
  readonly kept: Kept;
  readonly asked: Asked;
  readonly answer: Answer | undefined;
}

export const AnswerRow = ({ kept, asked, answer }: AnswerProps) => {
  const { t } = useTranslation('office');
  const { said } = useAnswerWords();
  const { words, ask } = kept.wording;
  const urgent = urgencyOf(asked, answer) !== undefined;
  const noted = standingOf(asked, answer) === 'noted';
  return (
    <SaidRow
      question={words.worker(ask(asked)) || asked.item.name}
      lang={words.workerTag}
      said={said(kept, asked, answer)}
      unanswered={whyUnanswered(answer) !== undefined}
    >
      {urgent ? <Tag kind="danger">{t('record.answers.urgent')}</Tag> : noted && <Tag icon="note">{t('record.answers.noted')}</Tag>}
      {!asked.state.constraintOk && <Tag kind="care">{t('record.answers.misfit')}</Tag>}
      {answer && <AnswerMeta answer={answer} />}
    </SaidRow>
  );
};

/** Worked out or filled in beforehand; nobody answered it. */
export const ValueRow = ({ kept, place }: { readonly kept: Kept; readonly place: ValuePlace }) => {
  const { t } = useTranslation('office');
  const { value } = useAnswerWords();
  const { words, ask } = kept.wording;
  if (place.state.value === '') return null;
  return (
    <SaidRow question={words.worker(ask(place)) || place.item.name} lang={words.workerTag} said={value(kept, place, place.state.value)}>
      <Tag>{t('record.answers.workedOut')}</Tag>
    </SaidRow>
  );
};

/** Its own name, and how far its wording was when this was asked; a newer version may know other states. */
const useAskedWords = (): ((asked: AskedIn) => string) => {
  const { t } = useTranslation('office');
  return ({ in: tag, state, allowed, heard }) => {
    const known = reviewStates.find((one) => one === state);
    const parts = [
      ownLanguageName(tag),
      known ? t(`record.answers.asked.${known}`) : state,
      allowed && t('record.answers.asked.allowed'),
      heard && t('record.answers.asked.heard', { language: ownLanguageName(heard) }),
    ];
    return parts.filter(Boolean).join(', ');
  };
};

export const AnswerMeta = ({ answer: { how, time, note, asked } }: { readonly answer: Answer }) => {
  const { word } = useCodeWords();
  const askedWords = useAskedWords();
  const parts = [
    how && word('howKnown', how),
    time && time.length > 0 && time.map((when) => word('time', when)).join(', '),
    asked && askedWords(asked),
  ].filter(Boolean);
  return (
    <>
      {parts.length > 0 && <span class="answer-meta">{parts.join(' · ')}</span>}
      {note && (
        <span class="answer-note" dir="auto">
          {note}
        </span>
      )}
    </>
  );
};
