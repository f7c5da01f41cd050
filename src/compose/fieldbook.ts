/**
 * Composition: builds what the screens are handed (src/ui/fieldbook.ts) out of vault, store and exchange. This folder and
 * main.tsx are the only client code that knows the browser's own clock, locks, workers and fetch.
 */
import { effect, signal } from '@preact/signals';
import { failed, ok, type Result } from '../domain/result.ts';
import { type FieldbookDatabase, keepState, openDatabase, readState } from '../store/database.ts';
import { type EnrolmentDeps, foundOrganisation } from '../store/enrolment.ts';
import type { Notebook } from '../store/notebook.ts';
import { openNotebook, type OpenedNotebook } from '../store/openNotebook.ts';
import { slotsInDatabase } from '../store/slotRows.ts';
import { tellFounding } from '../sync/enrolling.ts';
import { askHealth } from '../sync/health.ts';
import type { Asking, Fieldbook, FoundFailure, Stage } from '../ui/fieldbook.ts';
import { openDrafts } from '../ui/openDrafts.ts';
import { Secret } from '../vault/secret.ts';
import { type OpenVault, unlockVault } from '../vault/vault.ts';
import { vaultInBrowser } from '../vault/vaultInBrowser.ts';
import vaultWorker from '../vault/vaultWorker.ts?worker&url';
import { suggestPassphrase } from '../vault/words.ts';
import { localNow } from './clock.ts';
import { createExchanging, type Exchanging } from './exchanging.ts';
import { createInviting } from './inviting.ts';
import { createJoining } from './joining.ts';
import { askToKeepStorage, lookAtStorage, storageKept } from './keptStorage.ts';
import { trustedUrl } from './trustedUrl.ts';
import { watchForUpdates } from './update.ts';

const here = { fetch: (...request: Parameters<typeof fetch>) => fetch(...request), origin: location.origin };

/** While waiting to be let in, the phone looks this often. */
const lookPause = 4000;

const firstStage = async (db: FieldbookDatabase): Promise<Stage> => {
  try {
    await db.open();
    return (await readState(db, 'device')) ? 'locked' : 'empty';
  } catch {
    // Private windows of some browsers, and blocked storage, have no database at all: nothing could be kept here.
    return 'no-storage';
  }
};

export const createFieldbook = async (): Promise<Fieldbook> => {
  const db = openDatabase();
  const first = await firstStage(db);
  const stage = signal<Stage>('starting');
  const notebook = signal<OpenedNotebook | null>(null);
  const admission = signal<{ readonly words: readonly string[]; readonly organisation: string } | null>(null);
  const asking = signal<readonly Asking[]>([]);
  const slotsErasable = signal(true);
  const exchanging: Exchanging = createExchanging(db);
  const worker = new Worker(trustedUrl(vaultWorker), { type: 'module' });
  const vaultReady = vaultInBrowser(worker, slotsInDatabase(db)).then((vault) => {
    slotsErasable.value = vault.erasable;
    return vault.deps;
  });
  const enrolment = async (): Promise<EnrolmentDeps> => ({ db, vault: await vaultReady, seconds: () => Math.floor(Date.now() / 1000) });
  const joining = async () => createJoining({ db, post: exchanging.post, enrolment: await enrolment() });
  const inviting = createInviting({ inSession: exchanging.inSession, origin: location.origin, milliseconds: Date.now, exchange: exchanging.now });
  let joiner: Awaited<ReturnType<typeof joining>> | null = null;
  let vault: OpenVault | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let lookNow = async (): Promise<void> => undefined;

  const open = async (opened: OpenVault): Promise<void> => {
    vault = opened;
    notebook.value = await openNotebook({ db, vault: opened, now: localNow });
    admission.value = null;
    stage.value = 'open';
    await exchanging.start();
    exchanging.saved();
  };

  /** Shows the words and looks until a supervisor has let this phone in. */
  const wait = async (opened: OpenVault): Promise<void> => {
    vault = opened;
    joiner ??= await joining();
    admission.value = { words: await joiner.words(opened), organisation: opened.contents().organisation };
    stage.value = 'waiting';
    lookNow = async () => {
      clearTimeout(looking);
      if (stage.peek() !== 'waiting' || !joiner) return;
      if (await joiner.look()) await open(opened);
      else looking = setTimeout(() => void lookNow(), lookPause);
    };
    void lookNow();
  };

  const enter = async (opened: OpenVault): Promise<void> => {
    if (await readState(db, 'joining')) await wait(opened);
    else await open(opened);
  };

  const lock = (): void => {
    clearTimeout(looking);
    notebook.value?.close();
    vault?.close();
    vault = null;
    notebook.value = null;
    admission.value = null;
    asking.value = [];
    if (stage.peek() !== 'empty') stage.value = 'locked';
  };

  const found: Fieldbook['found'] = async ({ organisation, name, passphrase }): Promise<Result<void, FoundFailure>> => {
    const made = await foundOrganisation(await enrolment(), { organisation, name, passphrase: new Secret(passphrase) });
    if (!made.ok) return failed({ type: 'storage-failed' });
    const told = await tellFounding(exchanging.post, made.value.link);
    if (told.ok) await db.state.delete('founding');
    else if (told.failure.type === 'refused') {
      made.value.vault.close();
      await db.state.clear();
      return told;
    }
    // Without a connection the founding stands on this device, and every exchange tells it before anything else.
    await open(made.value.vault);
    return ok(undefined);
  };

  effect(() => {
    const [book, asked] = [notebook.value, exchanging.asking.value];
    if (!book || !vault) return;
    void inviting.read(book, vault, asked).then((askers) => {
      asking.value = askers;
    });
  });

  /** Every own write wakes the exchange. */
  const watched = (book: OpenedNotebook): Notebook => ({
    ...book,
    write: async (entry) => {
      const saved = await book.write(entry);
      if (saved.ok) exchanging.saved();
      return saved;
    },
  });
  const shown = signal<Notebook | null>(null);
  effect(() => {
    const book = notebook.value;
    shown.value = book ? watched(book) : null;
  });

  const enterInvented: Fieldbook['enterInvented'] = async (who) => {
    if (stage.peek() !== 'empty') return failed({ type: 'storage-failed' });
    const { enterAsInvented } = await import('./demoDevice.ts');
    const entered = await enterAsInvented({ db, file: (await vaultReady).file, post: exchanging.post, health: here }, who);
    if (!entered.ok) return entered;
    invented.value = true;
    stage.value = 'locked';
    void exchanging.start();
    return entered;
  };

  const updates = watchForUpdates({ keepDrafts: openDrafts.keepAll });
  const invented = signal(first !== 'no-storage' && (await readState(db, 'invented'))?.yes === true);
  void askHealth(here).then(async (health) => {
    if (!health || health.invented === invented.peek()) return;
    invented.value = health.invented;
    await keepState(db, 'invented', { yes: health.invented });
  });
  if (first === 'locked' && !(await readState(db, 'joining'))) void exchanging.start();
  stage.value = first;
  void lookAtStorage();

  return {
    stage, admission, asking, slotsErasable, storageKept,
    notebook: shown,
    exchange: exchanging.view,
    invented,
    newVersionWaiting: updates.waiting,
    useNewVersion: updates.useNow,
    suggestPassphrase,
    found,
    enterInvented,
    openInvitation: async (link) => {
      joiner = await joining();
      return joiner.open(link);
    },
    join: async (said) => {
      if (!joiner) return failed({ type: 'not-an-invitation' });
      const asked = await joiner.ask(said);
      if (!asked.ok) return asked;
      await wait(asked.value);
      return ok(undefined);
    },
    unlock: async (passphrase) => {
      const opened = await unlockVault(await vaultReady, new Secret(passphrase));
      if (!opened.ok) return opened;
      await enter(opened.value);
      return ok(undefined);
    },
    lock,
    exchangeNow: () => (stage.peek() === 'waiting' ? lookNow() : exchanging.now()),
    invite: async (role) => {
      const book = notebook.peek();
      return book && vault ? inviting.invite(book, vault, role) : failed({ type: 'storage-failed' });
    },
    letIn: async (invitation) => {
      const book = notebook.peek();
      if (!book || !vault) return failed({ type: 'storage-failed' });
      const admitted = await inviting.letIn(book, vault, invitation);
      await exchanging.now();
      return admitted;
    },
    askToKeepStorage,
  };
};
