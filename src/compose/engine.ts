/**
 * The heavy half of the composition: vault, store and exchange put together. It is fetched while the first screen is already
 * there (fieldbook.ts), because nobody needs a cipher before they have typed a passphrase.
 */
import { effect } from '@preact/signals';
import { failed, ok, type Result } from '../domain/result.ts';
import { type FieldbookDatabase, readState } from '../store/database.ts';
import { type EnrolmentDeps, foundOrganisation } from '../store/enrolment.ts';
import type { Notebook } from '../store/notebook.ts';
import { type OpenedNotebook, openNotebook } from '../store/openNotebook.ts';
import { slotsInDatabase } from '../store/slotRows.ts';
import { tellFounding } from '../sync/enrolling.ts';
import type { askHealth } from '../sync/health.ts';
import type { Fieldbook, FoundFailure } from '../ui/fieldbook.ts';
import { openDrafts } from '../ui/openDrafts.ts';
import { whenIdle } from '../ui/whenIdle.ts';
import { Secret } from '../vault/secret.ts';
import { type OpenVault, unlockVault } from '../vault/vault.ts';
import { vaultInBrowser } from '../vault/vaultInBrowser.ts';
import vaultWorker from '../vault/vaultWorker.ts?worker&url';
import { localNow } from './clock.ts';
import { createExchanging } from './exchanging.ts';
import { createInviting } from './inviting.ts';
import { createJoining } from './joining.ts';
import { loseKeys } from './losses.ts';
import type { ShownState } from './shownState.ts';
import { layInReserve, watchTheDatabase, writingWithReserve } from './storageTrouble.ts';
import { takingTurns } from './tabs.ts';
import { trustedUrl } from './trustedUrl.ts';

/** While waiting to be let in, the phone looks this often. */
const lookPause = 4000;

export interface EngineDeps {
  readonly db: FieldbookDatabase;
  readonly shown: ShownState;
  readonly endpoint: Parameters<typeof askHealth>[0];
}

export const createEngine = async ({ db, shown, endpoint }: EngineDeps) => {
  const { stage, admission, asking } = shown;
  let notebook: OpenedNotebook | null = null;
  const exchanging = createExchanging(db, shown);
  const worker = new Worker(trustedUrl(vaultWorker), { type: 'module' });
  const vaultReady = vaultInBrowser({ worker, fallback: slotsInDatabase(db), alone: takingTurns('fieldbook vault') }).then((vault) => {
    shown.slotsErasable.value = vault.erasable;
    return vault.deps;
  });
  const enrolment = async (): Promise<EnrolmentDeps> => ({ db, vault: await vaultReady, seconds: () => Math.floor(Date.now() / 1000) });
  const joining = async () => createJoining({ db, post: exchanging.post, enrolment: await enrolment() });
  const inviting = createInviting({
    inSession: exchanging.inSession,
    origin: location.origin,
    milliseconds: Date.now,
    exchange: exchanging.now,
  });
  let joiner: Awaited<ReturnType<typeof joining>> | null = null;
  let vault: OpenVault | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let lookNow = async (): Promise<void> => undefined;

  /** Every own write wakes the exchange. */
  const waking = (book: OpenedNotebook): Notebook => ({
    ...book,
    write: async (entry) => {
      const saved = await book.write(entry);
      if (saved.ok) exchanging.saved();
      return saved;
    },
    writeTogether: async (entries) => {
      const saved = await book.writeTogether(entries);
      if (saved.ok) exchanging.saved();
      return saved;
    },
    tryAgain: async (n) => {
      const offered = await book.tryAgain(n);
      if (offered.ok) exchanging.saved();
      return offered;
    },
    writeAnew: async (n) => {
      const written = await book.writeAnew(n);
      if (written.ok) exchanging.saved();
      return written;
    },
  });

  const open = async (opened: OpenVault): Promise<void> => {
    vault = opened;
    notebook = await openNotebook({ db, vault: opened, now: localNow });
    shown.notebook.value = writingWithReserve(waking(notebook), shown);
    admission.value = null;
    stage.value = 'open';
    await exchanging.start();
    // What was asked for is drawn first: both take a slow phone as long as drawing it.
    whenIdle(() => {
      void exchanging.now();
      void layInReserve(shown);
    });
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
    const [joins, renews] = await Promise.all([readState(db, 'joining'), readState(db, 'renewing')]);
    if (joins) return wait(opened);
    if (renews) await (await renewing())?.takeUpIfLetIn(opened, lookPause);
    await open(opened);
  };

  /** Rare, so it is fetched when it is asked for. */
  const renewing = async () => {
    const made = await import('./renewing.ts').catch(() => null);
    return made && { ...made, ...made.createRenewing({ db, post: exchanging.post }) };
  };

  const lock = (): void => {
    clearTimeout(looking);
    notebook?.close();
    vault?.close();
    vault = null;
    notebook = null;
    shown.notebook.value = null;
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
    const asked = exchanging.asking.value;
    if (!shown.notebook.value || !notebook || !vault) return;
    void inviting.read(notebook, vault, asked).then((askers) => {
      asking.value = askers;
    });
  });

  const enterInvented: Fieldbook['enterInvented'] = async (who) => {
    if (stage.peek() !== 'empty') return failed({ type: 'storage-failed' });
    const { enterAsInvented } = await import('./demoDevice.ts');
    const entered = await enterAsInvented({ db, file: (await vaultReady).file, post: exchanging.post, health: endpoint }, who);
    if (!entered.ok) return entered;
    shown.invented.value = true;
    stage.value = 'locked';
    void exchanging.start();
    return entered;
  };

  watchTheDatabase(db, shown);
  // What waits is sealed, so it can be sent from behind the lock, and also when the keys are gone.
  if ((await readState(db, 'device')) && !(await readState(db, 'joining'))) void exchanging.start();

  return {
    found,
    enterInvented,
    foundAgain: async () => {
      const made = notebook?.me.role === 'supervisor' ? await import('./foundingAgain.ts').catch(() => null) : null;
      if (!made) return failed({ type: 'storage-failed' });
      const founded = await made.foundAgain(db, exchanging.post);
      await exchanging.now();
      return founded;
    },
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
      if (!opened.ok) {
        if (opened.failure.type === 'vault-damaged') await loseKeys({ db, shown });
        return opened;
      }
      await enter(opened.value);
      return ok(undefined);
    },
    lock,
    renewing: async () => {
      const made = await renewing();
      if (!made || !vault) return null;
      const opened = vault;
      const before = async () => {
        await openDrafts.keepAll();
        await exchanging.now();
        await notebook?.catchUp();
      };
      const takenUp = async () => {
        notebook?.leave();
        await open(opened);
      };
      return made.renewingWith(made, opened, { before, takenUp });
    },
    exchangeNow: () => (stage.peek() === 'waiting' ? lookNow() : exchanging.now()),
    invite: async (role) => {
      if (!notebook || !vault) return failed({ type: 'storage-failed' });
      return inviting.invite(notebook, vault, role);
    },
    refuse: async (invitation) => {
      const refused = await inviting.refuse(invitation);
      await exchanging.now();
      return refused;
    },
    letIn: async (invitation) => {
      if (!notebook || !vault) return failed({ type: 'storage-failed' });
      const admitted = await inviting.letIn(notebook, vault, invitation);
      await exchanging.now();
      return admitted;
    },
  } satisfies Partial<Fieldbook>;
};
export type Engine = Awaited<ReturnType<typeof createEngine>>;
