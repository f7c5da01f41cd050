/**
 * Whether what was kept here is still here. A browser may clear an origin's storage for lack of space, all of it or a part, and
 * people clear it too. Then the person is told what is gone and what helps; nothing is begun anew unless they say so.
 */
import type { FieldbookDatabase } from '../store/database.ts';
import { readState } from '../store/database.ts';
import type { Loss } from '../ui/loss.ts';
import type { ShownState } from './shownState.ts';
import { forgetTraces, leaveTraces, lookForSlots, looksPrivate, readTraces, roughCount } from './traces.ts';

export interface LossesDeps {
  readonly db: FieldbookDatabase;
  readonly shown: ShownState;
}

const lose = ({ shown }: LossesDeps, loss: Loss): void => {
  shown.loss.value = loss;
  shown.stage.value = 'lost';
};

/** The keys lie in files, or in the database where files cannot be overwritten. In neither, nothing here can ever be opened. */
const keysAreGone = async (db: FieldbookDatabase): Promise<boolean> => (await lookForSlots()) === 'gone' && (await db.slots.count()) === 0;

/** The worker goes on without its files as long as there is a connection, and only then can it fetch them again. */
const mendOfflineFiles = async (): Promise<void> => {
  const worker = navigator.serviceWorker?.controller;
  if (worker && !(await caches.match('/index.html', { ignoreSearch: true }))) worker.postMessage({ type: 'MEND' });
};

const setAsideIn = async (db: FieldbookDatabase): Promise<number> =>
  (await db.outbox.toArray()).filter(({ setAside, resolved }) => setAside !== undefined && !resolved).length;

/** What waits is still sent from there, and the office may be unable to take some of it: counted again after each exchange. */
export const loseKeys = async (deps: LossesDeps): Promise<void> => {
  const { db, shown } = deps;
  lose(deps, { gone: 'keys', unsent: null, setAside: await setAsideIn(db) });
  const countAgain = async (): Promise<void> => {
    const setAside = await setAsideIn(db);
    const loss = shown.loss.peek();
    if (loss?.gone === 'keys' && loss.setAside !== setAside) shown.loss.value = { ...loss, setAside };
  };
  shown.exchange.subscribe(() => void countAgain().catch(() => undefined));
};

/** Keeps the traces true: the rough count of what has not been sent, whenever it becomes another. */
const keepTraces = ({ db, shown }: LossesDeps): void => {
  let left: number | null = null;
  const look = async (): Promise<void> => {
    if (!(await readState(db, 'device'))) return;
    const now = roughCount(await db.outbox.count());
    if (now === left) return;
    left = now;
    await leaveTraces(now);
  };
  const lookSafely = () => void look().catch(() => undefined);
  shown.exchange.subscribe(lookSafely);
  shown.stage.subscribe(lookSafely);
};

/** What the first look at the database found is compared with the traces. `opened`: whether the database could be opened at all. */
export const watchForLosses = async (deps: LossesDeps, opened: boolean): Promise<void> => {
  const { db, shown } = deps;
  const device = opened && (await readState(db, 'device')) !== null;
  if (device) {
    if (await keysAreGone(db)) await loseKeys(deps);
  } else {
    const unsent = await readTraces();
    if (unsent !== null) lose(deps, opened ? { gone: 'notes', unsent } : { gone: 'unreadable', unsent });
    else shown.stage.value = opened ? 'empty' : 'no-storage';
  }
  if (shown.stage.peek() === 'empty') shown.privateWindow.value = await looksPrivate();
  if (opened) keepTraces(deps);
  await mendOfflineFiles();
};

/** `false`: something here has not been sent yet and still can be. */
export const beginAnew = async ({ db, shown }: LossesDeps): Promise<boolean> => {
  const loss = shown.loss.peek();
  if (loss?.gone === 'keys' && (await waitingIn(db)) > 0) return false;
  if (loss?.gone === 'unreadable') await db.delete({ disableAutoOpen: false }).catch(() => undefined);
  else await Promise.all(db.tables.map((table) => table.clear()));
  await forgetTraces();
  shown.loss.value = null;
  shown.stage.value = 'empty';
  return true;
};

/** Own notes, and what this phone carries for others, that the office has not had yet. */
const waitingIn = async (db: FieldbookDatabase): Promise<number> => {
  const [own, carried] = await Promise.all([db.outbox.toArray(), db.carried.toArray()]);
  return (
    own.filter(({ setAside }) => setAside === undefined).length +
    carried.filter(({ answer, refused }) => answer === undefined && refused === undefined).length
  );
};
