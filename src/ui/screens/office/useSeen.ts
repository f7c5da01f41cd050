import { useEffect } from 'preact/hooks';
import type { RecordState } from '../../../domain/fold.ts';
import type { Id } from '../../../domain/id.ts';
import { wasOpened } from '../../../domain/inbox.ts';
import { writtenFirst } from '../../../domain/records.ts';
import type { Notebook } from '../../../store/notebook.ts';
import { replyAudience } from './replyAudience.ts';

/** Being written right now: the record may be drawn twice before the entry is in its history. */
const writing = new Set<Id>();

const writeSeen = async (notebook: Notebook, record: Id): Promise<void> => {
  if (writing.has(record)) return;
  writing.add(record);
  // A failure is not said: nothing the person typed depends on it, and opening the record again writes it then.
  await notebook.write({ kind: 'seen', record, says: {}, audience: replyAudience(notebook, record) });
  writing.delete(record);
};

/** The worker is told once that a supervisor has opened their record; reading one's own tells nobody anything. */
export const useSeen = (notebook: Notebook, state: RecordState | undefined): void => {
  useEffect(() => {
    const isOwn = state && writtenFirst(state)?.body.by.person === notebook.me.person;
    if (!state || isOwn || notebook.me.role !== 'supervisor' || wasOpened(state)) return;
    void writeSeen(notebook, state.record);
  }, [state?.record]);
};
