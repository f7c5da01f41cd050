/** Saving as a screen does it: one after the other, stopping at the first that fails, with the draft held still meanwhile. */
import { useSignal } from '@preact/signals';
import type { NewEntry, SaveFailure } from '../../../store/notebook.ts';
import type { DraftOf } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';

export interface Saving {
  readonly busy: boolean;
  readonly failure: SaveFailure | null;
  /** True when everything is on this phone's disk; only then may a screen say so. */
  readonly save: (entries: readonly NewEntry[]) => Promise<boolean>;
}

export const useSave = (draft?: Pick<DraftOf<object>, 'pause' | 'resume'>): Saving => {
  const notebook = useNotebook();
  const busy = useSignal(false);
  const failure = useSignal<SaveFailure | null>(null);
  const save = async (entries: readonly NewEntry[]): Promise<boolean> => {
    if (busy.peek()) return false;
    busy.value = true;
    failure.value = null;
    await draft?.pause();
    for (const entry of entries) {
      const written = await notebook.write(entry);
      if (written.ok) continue;
      failure.value = written.failure;
      await draft?.resume();
      break;
    }
    busy.value = false;
    return failure.peek() === null;
  };
  return { busy: busy.value, failure: failure.value, save };
};
