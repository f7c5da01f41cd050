/** The frame of a step: what is always there. The way to stop and offer help stays in sight on every one. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { PersonLanguagePick } from '../PersonLanguagePick.tsx';
import { DraftKept, DraftTrouble } from '../saving/DraftKept.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import type { TwoLanguages } from '../twoLanguages.ts';
import { WordsMissing } from '../WordsMissing.tsx';
import type { RunStep } from './runStep.ts';
import { type Shown, ShowView } from './ShowView.tsx';

export interface StepPageProps {
  readonly run: RunStep;
  readonly title: string;
  /** What the person may see on the whole screen; left out where there is nothing for their eyes. */
  readonly shown?: Shown | undefined;
  /** Whose words are shown: the checklist's, where it is not we who speak. */
  readonly shownWords?: TwoLanguages | undefined;
  /** One step back; left out where there is none. */
  readonly onBack?: (() => void) | undefined;
  /** The way on, under the thumb. */
  readonly foot: ComponentChildren;
  /** Changes when a new thing is asked: the focus goes to the heading then. */
  readonly at: string;
  /** Said before anything was asked, and after all was: there is nothing to stop. */
  readonly nothingToStop?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const StepPage = ({
  run,
  title,
  shown,
  shownWords = run.words,
  onBack,
  foot,
  at,
  nothingToStop = false,
  children,
}: StepPageProps) => {
  const { t } = useTranslation('field');
  const showing = useSignal(false);
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(at);
  // The same whatever is answered: Preact leaves what it is given unchanged alone, and a tap is drawn sooner.
  const { chosen } = run.words;
  const { allowed } = shownWords;
  const checklist = run.which.id;
  // Recordings or a pack may come in the middle of a talk.
  const offered = run.words.offered.map(({ name }) => name).join();
  const below = useMemo(
    () => (
      <>
        <PersonLanguagePick offered={run.words.offered} value={chosen} onChange={run.setLanguage} allowed={allowed} />
        <DraftKept />
      </>
    ),
    [chosen, checklist, run.setLanguage, allowed?.record, offered],
  );
  useEffect(() => {
    // The first step is announced by the page itself; after that each new question takes the focus.
    if (before.current === at) return;
    before.current = at;
    (body.current?.querySelector<HTMLElement>('[data-asked]') ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [at]);
  return (
    <Page
      title={title}
      back={run.leaveHref}
      foot={
        <>
          <SaveProblem failure={run.saving.failure} />
          <div class="buttons foot-buttons">
            {onBack && <Button icon="back" label={t('run.back')} onClick={onBack} />}
            {!nothingToStop && <Button onClick={run.askToStop}>{t('run.stop')}</Button>}
            {foot}
          </div>
        </>
      }
    >
      <div class="run" ref={body}>
        <DraftTrouble state={run.kept} />
        <WordsMissing words={run.words} />
        {run.oursLacking && shownWords === run.words && (
          <Notice kind="care" still>
            {t('wording.oursIn')}
          </Notice>
        )}
        {children}
        <div class="run-tools">
          {shown && (
            <Button
              icon="phone"
              onClick={() => {
                showing.value = true;
              }}
            >
              {t('show.open')}
            </Button>
          )}
          {below}
        </div>
        {shown && (
          <ShowView
            open={showing.value}
            shown={shown}
            words={shownWords}
            setLanguage={run.setLanguage}
            onClose={() => {
              showing.value = false;
            }}
          />
        )}
      </div>
    </Page>
  );
};
