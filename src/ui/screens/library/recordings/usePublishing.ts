/** Puts what was kept on phones, line by line: each goes with its draft in one transaction, so what is left can be gone on with. */
import { useSignal } from '@preact/signals';
import { recordingEntries } from '../../../../domain/recordingEntries.ts';
import type { Notebook, SaveFailure } from '../../../../store/notebook.ts';
import { useNotebook } from '../../../useNotebook.ts';
import { keptTake } from './takes.ts';

const publishOne = async (notebook: Notebook, draft: string): Promise<SaveFailure | null> => {
  const take = keptTake(notebook, draft);
  const entries = take && recordingEntries(take, notebook.recordsOf, notebook.newId);
  if (!entries) return null;
  if (!entries.ok) return { type: 'too-large' };
  const saved = await notebook.writeTogether(entries.value.map((entry) => (entry.kind === 'recording' ? { ...entry, draft } : entry)));
  return saved.ok ? null : saved.failure;
};

export const usePublishing = () => {
  const notebook = useNotebook();
  const busy = useSignal(false);
  const failure = useSignal<SaveFailure | null>(null);
  /** True when all of them are saved. */
  const publish = async (drafts: readonly string[]): Promise<boolean> => {
    if (busy.peek()) return false;
    busy.value = true;
    failure.value = null;
    for (const draft of drafts) {
      failure.value = await publishOne(notebook, draft);
      if (failure.peek()) break;
    }
    busy.value = false;
    return failure.peek() === null;
  };
  return { busy: busy.value, failure: failure.value, publish };
};
