/**
 * What goes wrong with the storage while the notebook is open, and what is done about it: the reserve when there is no room, and a
 * word to the person when the database was closed under us.
 */
import { ok, type Result } from '../domain/result.ts';
import { type FieldbookDatabase, readState } from '../store/database.ts';
import type { Notebook, SaveFailure } from '../store/notebook.ts';
import { giveUpBallast, keepBallast } from './ballast.ts';
import type { ShownState } from './shownState.ts';

type Shown = Pick<ShownState, 'storageTrouble' | 'stage'>;

/** The reserve is for what a person writes: given up when there is no room, and then the write is tried once more. */
const withRoom =
  ({ storageTrouble }: Shown) =>
  async <T>(write: () => Promise<Result<T, SaveFailure>>): Promise<Result<T, SaveFailure>> => {
    const done = await write();
    if (done.ok || done.failure.type !== 'storage-full') return done;
    storageTrouble.value = 'full';
    await giveUpBallast();
    return write();
  };

export const writingWithReserve = (book: Notebook, shown: Shown): Notebook => {
  const roomFor = withRoom(shown);
  return {
    ...book,
    write: (entry) => roomFor(() => book.write(entry)),
    writeTogether: (entries) => roomFor(() => book.writeTogether(entries)),
    drafts: { ...book.drafts, keep: (id, value) => roomFor(() => book.drafts.keep(id, value)) },
  };
};

/** Lays the reserve in, or says that there is no room for it. Asked again at each unlock and after what was sent made room. */
export const layInReserve = async ({ storageTrouble }: Shown): Promise<void> => {
  const laid = await keepBallast();
  if (laid === 'no-room') storageTrouble.value = 'full';
  else if (storageTrouble.peek() === 'full') storageTrouble.value = null;
};

/** The database is still this device's: a browser that cleared it opens an empty one in its place. */
const isStillOurs = async (db: FieldbookDatabase): Promise<boolean> => {
  try {
    return (await readState(db, 'device')) !== null;
  } catch {
    return false;
  }
};

export const watchTheDatabase = (db: FieldbookDatabase, { storageTrouble, stage }: Shown): void => {
  const lookAgain = async () => {
    if (stage.peek() === 'open' && !(await isStillOurs(db))) storageTrouble.value = 'cleared';
  };
  // Dexie closes its own connection, so that the other tab need not wait, and opens it anew with the next write.
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion) storageTrouble.value = 'newer';
    else void lookAgain();
  });
  db.on(
    'ready',
    () => {
      db.backendDB().addEventListener('close', () => void lookAgain());
      return ok(undefined);
    },
    true,
  );
};
