/**
 * A phone or an office's laptop in a simulated world: the real vault, store and exchange over a disk that outlives them. A
 * browser is one run of it, with one tab or more; when it is killed nothing of it acts any more, and what is on disk stays.
 */
import Dexie from 'dexie';
import { createInviting } from '../../src/compose/inviting.ts';
import { createJoining } from '../../src/compose/joining.ts';
import type { Role } from '../../src/domain/entry.ts';
import { ok } from '../../src/domain/result.ts';
import type { SyncAnswer } from '../../src/protocol/exchange.ts';
import { type FieldbookDatabase, openDatabase, readState } from '../../src/store/database.ts';
import { findDevice } from '../../src/store/deviceRow.ts';
import { foundOrganisation } from '../../src/store/enrolment.ts';
import { type OpenedNotebook, openNotebook } from '../../src/store/openNotebook.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { loadRoster } from '../../src/store/rosterRows.ts';
import { tellFounding } from '../../src/sync/enrolling.ts';
import { createExchange, type Exchange, type ExchangeView } from '../../src/sync/exchange.ts';
import { createPost } from '../../src/sync/post.ts';
import { createSession } from '../../src/sync/session.ts';
import type { Kdf } from '../../src/vault/kdf.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { Secret } from '../../src/vault/secret.ts';
import { createSlotFile } from '../../src/vault/slotFile.ts';
import { type OpenVault, unlockVault, type VaultDeps } from '../../src/vault/vault.ts';
import type { Disk } from './disk.ts';
import { origin } from './endpoint.ts';
import { dawn } from './ground.ts';
import type { Link } from './network.ts';
import type { Owner, Scheduler } from './scheduler.ts';

const passphrase = 'four quiet words here';
const quickKdf: Kdf = async (said, { salt }) => primitives.sha256(new Uint8Array([...new TextEncoder().encode(said), ...salt]));

export interface Tab {
  readonly db: FieldbookDatabase;
  readonly exchange: Exchange;
  readonly view: () => ExchangeView;
  notebook: OpenedNotebook | null;
  vault: OpenVault | null;
}

export interface Device {
  readonly name: string;
  readonly role: Role;
  readonly disk: Disk;
  readonly link: Link;
  /** The browser as it runs now. */
  owner: Owner;
  tabs: Tab[];
  /** Whether it belongs: its first exchange can begin. */
  enrolled: boolean;
  /** How far its clock is from the right time, in milliseconds. */
  clockOff: number;
  /** Tabs do not wait for each other's exchange, as when a frozen one held the lock. */
  lockless: boolean;
  readonly now: () => string;
  readonly openTab: () => Promise<Tab>;
  readonly unlock: (tab: Tab) => Promise<void>;
  readonly lock: (tab: Tab) => void;
  readonly closeTab: (tab: Tab) => void;
  /** The browser is gone, at this very moment. */
  readonly kill: () => void;
  readonly found: () => Promise<void>;
  readonly invite: (tab: Tab, role: Role) => Promise<string | null>;
  readonly ask: (link: string, person: string) => Promise<boolean>;
  readonly letIn: (tab: Tab) => Promise<number>;
  readonly look: () => Promise<boolean>;
}

export interface DeviceDeps {
  readonly name: string;
  readonly role: Role;
  readonly disk: Disk;
  readonly link: Link;
  readonly scheduler: Scheduler;
}

export const createDevice = ({ name, role, disk, link, scheduler }: DeviceDeps): Device => {
  const milliseconds = () => dawn + scheduler.now() + self.clockOff;
  const now = () => new Date(milliseconds()).toISOString();
  let boots = 0;
  let fileQueue: Promise<unknown> = Promise.resolve();
  let exchanging = false;
  const file = createSlotFile(disk.slots);
  const vaultDeps: VaultDeps = {
    file,
    kdf: quickKdf,
    alone: (work) => {
      const turn = fileQueue.then(work);
      fileQueue = turn.catch(() => undefined);
      return turn;
    },
  };

  const database = (): FieldbookDatabase => {
    Dexie.dependencies.indexedDB = disk.factory;
    return openDatabase(disk.name);
  };
  const post = createPost({ fetch: link.fetch, origin });
  const enrolment = (db: FieldbookDatabase) => ({ db, vault: vaultDeps, seconds: () => Math.floor(milliseconds() / 1000) });

  const alone = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (self.lockless) return work();
    if (exchanging) return null;
    exchanging = true;
    try {
      return await work();
    } finally {
      exchanging = false;
    }
  };

  const asked = new Map<Tab, SyncAnswer['asking']>();
  const sessions = new WeakMap<FieldbookDatabase, ReturnType<typeof createSession>>();
  const sessionOf = (db: FieldbookDatabase) => {
    const there = sessions.get(db) ?? createSession({ post, device: () => findDevice(db), milliseconds: () => scheduler.now() });
    sessions.set(db, there);
    return there;
  };

  const openTab = async (): Promise<Tab> => {
    const db = database();
    let view: ExchangeView | null = null;
    const exchange = createExchange({
      outbox: createOutbox({ db, roster: await loadRoster(db) }),
      post: sessionOf(db),
      now,
      alone,
      first: async () => {
        const founding = await readState(db, 'founding');
        if (!founding) return ok(undefined);
        const told = await tellFounding(post, founding.link);
        if (told.ok) await db.state.delete('founding');
        return told;
      },
      tell: (shown) => {
        view = shown;
      },
      asking: (requests) => void asked.set(tab, requests),
    });
    const tab: Tab = { db, exchange, view: () => view ?? exchange.view(), notebook: null, vault: null };
    self.tabs.push(tab);
    return tab;
  };

  const joiningOver = (db: FieldbookDatabase) => createJoining({ db, post, enrolment: enrolment(db) });
  let joining: { readonly db: FieldbookDatabase; readonly steps: ReturnType<typeof joiningOver> } | null = null;

  const invitingOf = (tab: Tab) =>
    createInviting({ inSession: sessionOf(tab.db), origin, milliseconds, exchange: () => tab.exchange.now() });
  const open = async (tab: Tab): Promise<void> => {
    const vault = await unlockVault(vaultDeps, new Secret(passphrase));
    if (!vault.ok) throw new Error(`${name} does not unlock: ${vault.failure.type}`);
    tab.vault = vault.value;
    tab.notebook = await openNotebook({ db: tab.db, vault: vault.value, now });
  };
  /** Who has asked to unlock a tab waits for it: its screen takes no second passphrase meanwhile, so no tab holds two notebooks. */
  const unlocking = new WeakMap<Tab, Promise<void>>();
  const unlock = (tab: Tab): Promise<void> => {
    const there = unlocking.get(tab);
    if (there) return there;
    const opening = open(tab).finally(() => unlocking.delete(tab));
    unlocking.set(tab, opening);
    return opening;
  };

  const self: Device = {
    name,
    role,
    disk,
    link,
    owner: { name: `${name} 1`, alive: true },
    tabs: [],
    enrolled: false,
    clockOff: 0,
    lockless: false,
    now,
    openTab,
    unlock,
    lock: (tab) => {
      tab.notebook?.close();
      tab.notebook = null;
      tab.vault = null;
    },
    closeTab: (tab) => {
      self.lock(tab);
      tab.db.close();
      self.tabs = self.tabs.filter((other) => other !== tab);
    },
    kill: () => {
      boots += 1;
      self.owner.alive = false;
      for (const tab of self.tabs) {
        tab.notebook?.close();
        tab.db.close();
      }
      disk.crash();
      self.owner = { name: `${name} ${boots + 1}`, alive: true };
      self.tabs = [];
      fileQueue = Promise.resolve();
      exchanging = false;
    },
    found: async () => {
      const db = database();
      const made = await foundOrganisation(enrolment(db), {
        organisation: 'Lantern House (invented)',
        name,
        passphrase: new Secret(passphrase),
      });
      if (!made.ok) throw new Error(`founding failed: ${made.failure.type}`);
      made.value.vault.close();
      db.close();
      self.enrolled = true;
    },
    invite: async (tab, wanted) => {
      if (!tab.notebook || !tab.vault) return null;
      const made = await invitingOf(tab).invite(tab.notebook, tab.vault, wanted);
      return made.ok ? made.value.link : null;
    },
    ask: async (invitation, person) => {
      joining ??= (() => {
        const db = database();
        return { db, steps: joiningOver(db) };
      })();
      const opened = await joining.steps.open(invitation);
      if (!opened.ok) return false;
      const vault = await joining.steps.ask({ name: person, passphrase });
      if (vault.ok) vault.value.close();
      return vault.ok;
    },
    letIn: async (tab) => {
      await tab.exchange.now();
      if (!tab.notebook || !tab.vault) return 0;
      await tab.notebook.catchUp();
      const inviting = invitingOf(tab);
      const requests = await inviting.read(tab.notebook, tab.vault, asked.get(tab) ?? []);
      let done = 0;
      for (const { invitation } of requests) if ((await inviting.letIn(tab.notebook, tab.vault, invitation)).ok) done += 1;
      return done;
    },
    look: async () => {
      if (!joining || !(await joining.steps.look())) return false;
      joining.db.close();
      joining = null;
      self.enrolled = true;
      return true;
    },
  };
  return self;
};
