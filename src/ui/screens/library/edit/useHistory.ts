/** Steps back and forth. Letters typed one after the other into one field are one step. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Checklist } from '../../../../domain/checklist.ts';

export interface History {
  /** `what`: the same for letters typed into one field; left out for what is a step of its own. */
  readonly change: (next: Checklist, what?: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

const mostSteps = 200;

export const useHistory = (checklist: Checklist, keep: (next: Checklist) => void): History => {
  const before = useSignal<readonly Checklist[]>([]);
  const after = useSignal<readonly Checklist[]>([]);
  const last = useRef<string | undefined>(undefined);
  const step = (from: typeof before, to: typeof before) => {
    const there = from.value.at(-1);
    if (!there) return null;
    return () => {
      to.value = [...to.value, checklist];
      from.value = from.value.slice(0, -1);
      last.current = undefined;
      keep(there);
    };
  };
  return {
    change: (next, what) => {
      if (next === checklist) return;
      if (what === undefined || what !== last.current) before.value = [...before.value, checklist].slice(-mostSteps);
      last.current = what;
      after.value = [];
      keep(next);
    },
    undo: step(before, after),
    redo: step(after, before),
  };
};
