/**
 * Composition: builds what the screens are handed (src/ui/fieldbook.ts). This folder and main.tsx are the only client code
 * that knows the browser's own clock, locks, workers and fetch. What is not needed to draw the first screen is in engine.ts.
 */
import { failed } from '../domain/result.ts';
import { recall } from '../i18n/remembered.ts';
import type { Courier } from '../store/courier.ts';
import { type FieldbookDatabase, keepState, openDatabase, readState } from '../store/database.ts';
import type { askHealth } from '../sync/health.ts';
import type { Fieldbook, Stage } from '../ui/fieldbook.ts';
import { openDrafts } from '../ui/openDrafts.ts';
import { whenIdle } from '../ui/whenIdle.ts';
import { localNow } from './clock.ts';
import type { Engine } from './engine.ts';
import { askToKeepStorage, lookAtStorage, storageKept } from './keptStorage.ts';
import { createShownState, type ShownState } from './shownState.ts';
import { watchForUpdates } from './update.ts';

const endpoint: Parameters<typeof askHealth>[0] = { fetch: fetch.bind(globalThis), origin: location.origin };

/** A backing store that did not answer at once often does the next time. */
const openPatiently = async (db: FieldbookDatabase, tries = 3): Promise<void> => {
  try {
    await db.open();
  } catch (problem) {
    if (tries <= 1) throw problem;
    await new Promise((later) => setTimeout(later, 150));
    await openPatiently(db, tries - 1);
  }
};

const firstStage = async (db: FieldbookDatabase): Promise<Stage> => {
  try {
    await openPatiently(db);
    return (await readState(db, 'device')) ? 'locked' : 'empty';
  } catch {
    // Private windows of some browsers, and blocked storage, have no database at all: nothing could be kept here.
    return 'no-storage';
  }
};

/** Loads the engine once; a load that failed (a file that did not come) is tried again when next asked for. */
const lazyEngine = (db: FieldbookDatabase, shown: ShownState): (() => Promise<Engine | null>) => {
  let engine: Promise<Engine> | null = null;
  return async () => {
    engine ??= import('./engine.ts').then(({ createEngine }) => createEngine({ db, shown, endpoint }));
    try {
      return await engine;
    } catch {
      // Online it comes with the next try; offline it lies in the worker's cache. The caller says what could not be done.
      engine = null;
      return null;
    }
  };
};

/** The reader, and what starts it, come with the first file that is brought in. */
const readSpreadsheet: Fieldbook['readSpreadsheet'] = async (files, stop) => {
  try {
    const { readInWorker } = await import('./reading.ts');
    return await readInWorker(files, stop);
  } catch {
    // Its file did not come: offline before the app was stored whole, or in the middle of a new version.
    return failed({ type: 'reader-missing' });
  }
};

const lazyCourier = async (db: FieldbookDatabase): Promise<Courier | null> => {
  try {
    const { createCourier } = await import('../store/courier.ts');
    return createCourier(db, localNow);
  } catch {
    // Its file did not come; the screen that asks can be opened again.
    return null;
  }
};

/** Whether the organisation at the endpoint is made up; remembered, so that it is said offline too. */
const watchInvented = async (db: FieldbookDatabase, { invented }: ShownState): Promise<void> => {
  invented.value = (await readState(db, 'invented'))?.yes === true;
  // Behind the first screen: what reads the answer need not be loaded before it. Without its file nothing is known, as without an answer.
  const reader = await import('../sync/health.ts').catch(() => null);
  const health = await reader?.askHealth(endpoint);
  if (!health || health.invented === invented.peek()) return;
  invented.value = health.invented;
  await keepState(db, 'invented', { yes: health.invented });
};

/** A preference that could not be looked at is only the older one. */
const watchPreferences = async (db: FieldbookDatabase): Promise<void> => {
  const keeper = await import('./preferences.ts').catch(() => null);
  await keeper?.keepPreferences(db).catch(() => undefined);
};

export const createFieldbook = async (): Promise<Fieldbook> => {
  const db = openDatabase();
  const shown = createShownState();
  const engine = lazyEngine(db, shown);
  const updates = watchForUpdates({ keepDrafts: openDrafts.keepAll });
  const first = await firstStage(db);
  const losses = import('./losses.ts');
  // Where a trace says that something was kept, an empty database is no new phone: what is drawn first waits for the closer look.
  if (first === 'locked' || recall('kept') === null) shown.stage.value = first;
  void losses
    .then(({ watchForLosses }) => watchForLosses({ db, shown }, first !== 'no-storage'))
    .catch(() => {
      if (shown.stage.peek() === 'starting') shown.stage.value = 'no-storage';
    });
  if (first !== 'no-storage') {
    void watchInvented(db, shown);
    whenIdle(() => void watchPreferences(db));
    // Whoever asks for it sooner gets it sooner; the first screen does not share the phone with it.
    whenIdle(() => void engine());
  }
  void lookAtStorage();
  // Asked once there is something to keep, and not waited for: Firefox leaves the answer to the person, for as long as they like.
  shown.stage.subscribe((stage) => {
    if (stage === 'open' && storageKept.peek() !== 'kept') void askToKeepStorage();
  });

  const noConnection = failed({ type: 'no-connection' } as const);
  const notReady = failed({ type: 'storage-failed' } as const);
  return {
    ...shown,
    storageKept,
    askToKeepStorage,
    readSpreadsheet,
    courier: () => lazyCourier(db),
    beginAnew: async () => (await losses).beginAnew({ db, shown }),
    newVersionWaiting: updates.waiting,
    useNewVersion: updates.useNow,
    suggestPassphrase: async () => (await import('../vault/words.ts')).suggestPassphrase(),
    found: async (said) => (await engine())?.found(said) ?? noConnection,
    foundAgain: async () => (await engine())?.foundAgain() ?? noConnection,
    enterInvented: async (who) => (await engine())?.enterInvented(who) ?? noConnection,
    openInvitation: async (link) => (await engine())?.openInvitation(link) ?? noConnection,
    join: async (said) => (await engine())?.join(said) ?? noConnection,
    unlock: async (passphrase) => (await engine())?.unlock(passphrase) ?? notReady,
    renewing: async () => (await engine())?.renewing() ?? null,
    lock: () => void engine().then((made) => made?.lock()),
    exchangeNow: async () => (await engine())?.exchangeNow(),
    invite: async (role) => (await engine())?.invite(role) ?? notReady,
    refuse: async (invitation) => (await engine())?.refuse(invitation) ?? notReady,
    letIn: async (invitation) => (await engine())?.letIn(invitation) ?? notReady,
  };
};
