/** Saving as a screen does it: all of it or nothing, with the draft held still meanwhile. */
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
    const written = await notebook.writeTogether(entries);
    if (!written.ok) {
      failure.value = written.failure;
      await draft?.resume();
    }
    busy.value = false;
    return failure.peek() === null;
  };
  return { busy: busy.value, failure: failure.value, save };
};
