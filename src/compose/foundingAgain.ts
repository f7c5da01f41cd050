/** Composition of putting an organisation up again where its database was lost whole: a supervisor's device has all of its roster. */
import { failed, ok, type Result } from '../domain/result.ts';
import { type FieldbookDatabase, readState } from '../store/database.ts';
import { findDevice } from '../store/deviceRow.ts';
import { tellWholeRoster } from '../sync/enrolling.ts';
import type { Post } from '../sync/post.ts';
import type { FoundFailure } from '../ui/fieldbook.ts';

/** Another supervisor may have been quicker, or an answer was lost: it stands there, and that is what was wanted. */
export const foundAgain = async (db: FieldbookDatabase, post: Post): Promise<Result<void, FoundFailure>> => {
  const [device, roster] = await Promise.all([findDevice(db), readState(db, 'roster')]);
  if (!device || !roster) return failed({ type: 'storage-failed' });
  const told = await tellWholeRoster(post, device, roster.links);
  return !told.ok && told.failure.type === 'refused' && told.failure.code === 'already-there' ? ok(undefined) : told;
};
