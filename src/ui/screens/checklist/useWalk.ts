/** One run of a checklist, opened once and told what changes: a tap works out only what hangs on it. */
import { useRef } from 'preact/hooks';
import type { Checklist } from '../../../domain/checklist.ts';
import type { Answer, Answers } from '../../../domain/screening.ts';
import type { Run } from '../../../forms/engine/run.ts';
import { keptBesides, loadedOf, openAnswers, takeAnswers } from '../../../forms/walk/openAnswers.ts';
import { addInstance, removeInstance } from '../../../forms/walk/repeats.ts';
import { hideToast, showToast } from '../../parts/Toast.tsx';
import type { DraftOf } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import type { ScreeningDraft } from './screeningDraft.ts';

export interface Walk {
  readonly checklist: Checklist;
  readonly run: Run;
  readonly put: (key: string, answer: Answer) => void;
  /** One more instance, and to its first question. */
  readonly add: (repeat: string) => void;
  /** Away with an instance; `said` is shown with a way to take it back. */
  readonly remove: (instance: string, said: string) => void;
}

interface Held {
  readonly of: string;
  readonly run: Run;
}

/** Opens on the first call, and again only for another checklist. */
export const useWalk = (draft: DraftOf<ScreeningDraft>): ((checklist: Checklist) => Walk) => {
  const notebook = useNotebook();
  const held = useRef<Held | null>(null);
  // An instance that was taken out can be put back until something else is answered.
  const undoable = useRef(false);
  const runOf = (checklist: Checklist): Run => {
    const of = `${checklist.id} ${checklist.version}`;
    if (held.current?.of !== of) {
      const { answers, run } = draft.value.peek();
      const deps = { now: notebook.now, random: Math.random, newId: notebook.newId };
      held.current = { of, run: openAnswers(loadedOf(checklist), deps, answers, run) };
    }
    return held.current.run;
  };
  const keep = (run: Run, answers: Answers, rest: Partial<ScreeningDraft> = {}) =>
    draft.set({ answers, run: keptBesides(run, answers, 'all'), ...rest });
  const changed = () => {
    if (undoable.current) hideToast();
    undoable.current = false;
  };
  return (checklist) => {
    const run = runOf(checklist);
    return {
      checklist,
      run,
      put: (key, answer) => {
        changed();
        const before = draft.value.peek().answers;
        const answers = { ...before, [key]: answer };
        takeAnswers(run, before, answers);
        keep(run, answers);
      },
      add: (repeat) => {
        changed();
        const first = addInstance(run, repeat);
        if (first !== null) keep(run, draft.value.peek().answers, { question: first });
      },
      remove: (instance, said) => {
        const { answers, run: kept, question } = draft.value.peek();
        const before = { answers, run: kept ?? keptBesides(run, answers, 'all'), question };
        const left = removeInstance(run, answers, instance);
        keep(run, left, { question: `${instance.replace(/\[\d+\]$/u, '')}/+` });
        undoable.current = true;
        showToast(said, {
          undo: () => {
            held.current = null;
            draft.set(before);
          },
        });
      },
    };
  };
};
