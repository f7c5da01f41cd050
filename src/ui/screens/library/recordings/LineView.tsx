/** One line: its words, whether it is recorded, and the one button that goes on from here. Enter goes from record to stop to keep. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/Button.tsx';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { Tag, type TagKind } from '../../../parts/Tag.tsx';
import type { Recorded } from '../../../sound/microphone.ts';
import { Said } from '../../Said.tsx';
import type { TwoLanguages } from '../../twoLanguages.ts';
import { formatSeconds } from './formatSeconds.ts';
import { Meter } from './Meter.tsx';
import type { SpokenLine } from './spokenLines.ts';
import type { LineStanding } from './takes.ts';
import type { ReadingNow } from './useReadingAloud.ts';

export interface LineActions {
  readonly begin: () => void;
  readonly stop: () => void;
  readonly keep: (recorded: Recorded, goOn: boolean) => void;
  readonly listen: () => void;
  readonly remove: () => void;
}

export interface LineViewProps {
  readonly line: SpokenLine;
  readonly words: TwoLanguages;
  readonly standing: LineStanding;
  /** What is being read, where it is this line. */
  readonly now: ReadingNow | null;
  /** The line that is up next: its button takes the focus. */
  readonly isNext: boolean;
  readonly playing: boolean;
  readonly problem: 'not-played' | null;
  readonly busy: boolean;
  readonly actions: LineActions;
}

const tagKinds: Readonly<Record<LineStanding['state'], TagKind>> = { none: 'plain', draft: 'accent', published: 'good', changed: 'care' };

export const LineView = (props: LineViewProps) => {
  const { t, i18n } = useTranslation('library');
  const { line, words, standing, now, problem } = props;
  const step = now?.is ?? 'resting';
  return (
    <li class={line.isAnswer ? 'spoken-line spoken-answer' : 'spoken-line'} data-line={line.name} data-step={step}>
      <Said words={words} says={line.says} />
      <p class="library-tags">
        <Tag kind={tagKinds[standing.state]}>{t(`recordings.state.${standing.state}`)}</Tag>
        {standing.seconds !== null && <span class="quiet">{formatSeconds(standing.seconds, i18n.language)}</span>}
      </p>
      {now?.is === 'failed' && <Notice kind="care">{t(`recordings.problem.${now.failure.type}`)}</Notice>}
      {problem && <Notice kind="care">{t(`recordings.problem.${problem}`)}</Notice>}
      {now?.is === 'recording' && <Meter now={now.now} />}
      {now?.is === 'finished' && now.recorded.loudest < almostNothing && <Notice kind="care">{t('recordings.silent')}</Notice>}
      <Buttons {...props} />
    </li>
  );
};

const almostNothing = 0.03;

/** The focus goes to the button that goes on, whenever there is another one, so that forty lines are read with one key. */
const GoesOn = ({ at, wanted, children }: { readonly at: string; readonly wanted: boolean; readonly children: ComponentChildren }) => {
  const span = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (wanted) span.current?.querySelector('button')?.focus();
  }, [at, wanted]);
  return (
    <span class="goes-on" ref={span}>
      {children}
    </span>
  );
};

const Buttons = ({ standing, now, isNext, playing, busy, actions }: LineViewProps) => {
  const { t } = useTranslation('library');
  const listen = (
    <Button icon={playing ? 'halt' : 'play'} onClick={actions.listen}>
      {t(playing ? 'recordings.stop' : 'recordings.play')}
    </Button>
  );
  if (now?.is === 'recording' || now?.is === 'opening')
    return (
      <div class="buttons">
        <GoesOn at={now.is} wanted>
          <Button kind="main" icon="halt" busy={now.is === 'opening'} onClick={actions.stop}>
            {t('recordings.stop')}
          </Button>
        </GoesOn>
      </div>
    );
  if (now?.is === 'finished')
    return (
      <div class="buttons">
        <GoesOn at={now.is} wanted>
          <Button kind="main" icon="check" busy={busy} onClick={() => actions.keep(now.recorded, true)}>
            {t('recordings.keepAndNext')}
          </Button>
        </GoesOn>
        {listen}
        <Button busy={busy} onClick={() => actions.keep(now.recorded, false)}>
          {t('recordings.keep')}
        </Button>
        <Button icon="undo" onClick={actions.begin}>
          {t('recordings.again')}
        </Button>
      </div>
    );
  const isRecorded = standing.state !== 'none';
  return (
    <div class="buttons">
      <GoesOn at="resting" wanted={isNext}>
        <Button icon="microphone" kind={isNext ? 'main' : 'plain'} onClick={actions.begin}>
          {t(isRecorded ? 'recordings.again' : 'recordings.record')}
        </Button>
      </GoesOn>
      {isRecorded && listen}
      {isRecorded && (
        <ConfirmButton
          kind="quiet"
          icon="trash"
          label={t('recordings.remove.label')}
          question={t('recordings.remove.question')}
          confirm={t('recordings.remove.confirm')}
          busy={busy}
          onConfirm={actions.remove}
        />
      )}
    </div>
  );
};
