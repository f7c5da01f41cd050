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

interface Stuck {
  /** Another phone goes by this one's name, so nothing more of its own is sent; letting it in anew takes the keys. */
  readonly twin: boolean;
  readonly count: number;
}

/** What lies here and will not go by itself: what the office could not take, and of a phone with a twin all that waits as well. */
const stuckIn = async (db: FieldbookDatabase): Promise<Stuck> => {
  const twin = (await readState(db, 'twin')) !== null;
  const rows = await db.outbox.toArray();
  return { twin, count: rows.filter(({ setAside, resolved }) => (twin || setAside !== undefined) && !resolved).length };
};

/** What waits is still sent from there, and the office may be unable to take some of it: counted again after each exchange. */
export const loseKeys = async (deps: LossesDeps): Promise<void> => {
  const { db, shown } = deps;
  let stuck = await stuckIn(db);
  lose(deps, { gone: 'keys', unsent: null, setAside: stuck.count });
  /** What is counted as lost is not said to be on its way. */
  const waitsForNobody = () => {
    const exchange = shown.exchange.peek();
    if (stuck.twin && exchange.waiting > 0) shown.exchange.value = { ...exchange, waiting: 0 };
  };
  const countAgain = async (): Promise<void> => {
    stuck = await stuckIn(db);
    const loss = shown.loss.peek();
    if (loss?.gone !== 'keys') return;
    if (loss.setAside !== stuck.count) shown.loss.value = { ...loss, setAside: stuck.count };
    waitsForNobody();
  };
  shown.exchange.subscribe(() => {
    if (shown.loss.peek()?.gone === 'keys') waitsForNobody();
    void countAgain().catch(() => undefined);
  });
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

/** Own notes, and what this phone carries for others, that the office has not had yet and that still go there by themselves. */
const waitingIn = async (db: FieldbookDatabase): Promise<number> => {
  const [own, carried, { twin }] = await Promise.all([db.outbox.toArray(), db.carried.toArray(), stuckIn(db)]);
  return (
    own.filter(({ setAside }) => !twin && setAside === undefined).length +
    carried.filter(({ answer, refused }) => answer === undefined && refused === undefined).length
  );
};
