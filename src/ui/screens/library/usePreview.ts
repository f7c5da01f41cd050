/** A run of the checklist for trying out: nothing of it is kept, and what was answered stays while the checklist is changed. */
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Checklist } from '../../../domain/checklist.ts';
import { loadChecklist } from '../../../forms/engine/load.ts';
import { openRun } from '../../../forms/engine/open.ts';
import type { KeptRun, NodeState, Run } from '../../../forms/engine/run.ts';
import { useNotebook } from '../../useNotebook.ts';

export interface Preview {
  readonly run: Run;
  readonly set: (path: string, value: string) => void;
  readonly add: (repeat: string) => void;
  readonly remove: (instance: string) => void;
  readonly startOver: () => void;
}

export const usePreview = (checklist: Checklist): Preview => {
  const { now, newId } = useNotebook();
  const round = useSignal(0);
  const drawn = useSignal(0);
  const answered = useRef<KeptRun | undefined>(undefined);
  const run = useMemo(
    () => openRun(loadChecklist(checklist), { now, newId, random: Math.random }, answered.current),
    [checklist, round.value],
  );
  // Reading the revision draws this screen again after every answer.
  void drawn.value;
  const after = (change: () => unknown) => {
    change();
    answered.current = run.kept();
    drawn.value += 1;
  };
  return {
    run,
    set: (path, value) => after(() => run.set(path, value)),
    add: (repeat) => after(() => run.add(repeat)),
    remove: (instance) => after(() => run.remove(instance)),
    startOver: () => {
      answered.current = undefined;
      round.value += 1;
    },
  };
};

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

export const depthOf = (path: string): number => path.split('/').length - 2;

/** Its own rule, or that of the group it is in: why something is not asked now. */
export const whyHidden = (run: Run, state: NodeState): { readonly rule: string; readonly inGroup: NodeState | null } | null => {
  for (let path = parentOf(state.path); path !== ''; path = parentOf(path)) {
    const group = run.state(path);
    if (group && !group.relevant && !(run.state(parentOf(path))?.relevant === false))
      return { rule: group.item.relevant ?? '', inGroup: group };
  }
  return state.item.relevant === undefined ? null : { rule: state.item.relevant, inGroup: null };
};
