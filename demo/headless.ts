/**
 * A device without a screen: the real vault, store and exchange over an in-memory database. The demo writes its invented
 * organisation with these, the bench its load, and the stories in tests/ their field workers.
 */
import 'fake-indexeddb/auto';
import { foundAgain } from '../src/compose/foundingAgain.ts';
import { createInviting } from '../src/compose/inviting.ts';
import { createJoining } from '../src/compose/joining.ts';
import { createRenewing } from '../src/compose/renewing.ts';
import type { Role } from '../src/domain/entry.ts';
import { type Bytes, toHex } from '../src/protocol/bytes.ts';
import type { SyncAnswer } from '../src/protocol/exchange.ts';
import { type FieldbookDatabase, openDatabase, readState } from '../src/store/database.ts';
import { findDevice } from '../src/store/deviceRow.ts';
import { type EnrolmentDeps, foundOrganisation } from '../src/store/enrolment.ts';
import { type OpenedNotebook, openNotebook } from '../src/store/openNotebook.ts';
import { createOutbox } from '../src/store/outbox.ts';
import { loadRoster } from '../src/store/rosterRows.ts';
import { tellFounding } from '../src/sync/enrolling.ts';
import { createExchange, type ExchangeView } from '../src/sync/exchange.ts';
import { createPost } from '../src/sync/post.ts';
import { createSession } from '../src/sync/session.ts';
import type { Asking } from '../src/ui/fieldbook.ts';
import type { Kdf } from '../src/vault/kdf.ts';
import { primitives, randomBytes } from '../src/vault/primitives.ts';
import { Secret } from '../src/vault/secret.ts';
import { createSlotFile, type SlotFile } from '../src/vault/slotFile.ts';
import { type OpenVault, unlockVault } from '../src/vault/vault.ts';

export interface HeadlessDeps {
  readonly fetch: typeof fetch;
  readonly origin: string;
  readonly kdf: Kdf;
  /** The instant with offset, for `writtenAt`. */
  readonly now: () => string;
  readonly milliseconds?: () => number;
  /** What a device has kept before; without it, it begins with nothing. */
  readonly held?: Held;
}

export interface Held {
  readonly db: FieldbookDatabase;
  readonly file: SlotFile;
}

/** For stories: as quick as a hash. Never for a vault that anybody's life depends on. */
export const quickKdf: Kdf = async (passphrase, { salt }) =>
  primitives.sha256(new Uint8Array([...new TextEncoder().encode(passphrase), ...salt]));

export const slotsInMemory = (held = new Map<string, Bytes>()): SlotFile => {
  return createSlotFile({
    erasable: true,
    read: async (name) => held.get(name) ?? null,
    overwrite: async (name, bytes) => {
      held.set(name, bytes);
    },
  });
};

export const createHeadless = (deps: HeadlessDeps) => {
  const milliseconds = deps.milliseconds ?? Date.now;
  const { db, file } = deps.held ?? { db: openDatabase(`headless-${toHex(randomBytes(8))}`), file: slotsInMemory() };
  const vaultDeps = { file, kdf: deps.kdf, alone: <T>(work: () => Promise<T>) => work() };
  const enrolment: EnrolmentDeps = { db, vault: vaultDeps, seconds: () => Math.floor(milliseconds() / 1000) };
  const post = createPost(deps);
  const inSession = createSession({ post, device: () => findDevice(db), milliseconds: () => performance.now() });
  const joining = createJoining({ db, post, enrolment });
  const renewing = createRenewing({ db, post });
  let vault: OpenVault | null = null;
  let notebook: OpenedNotebook | null = null;
  let asked: SyncAnswer['asking'] = [];
  let view: ExchangeView | null = null;

  const open = async (opened: OpenVault): Promise<OpenedNotebook> => {
    vault = opened;
    notebook = await openNotebook({ db, vault: opened, now: deps.now });
    return notebook;
  };

  const exchange = async (): Promise<ExchangeView> => {
    const outbox = createOutbox({ db, roster: await loadRoster(db) });
    const once = createExchange({
      outbox,
      post: inSession,
      now: deps.now,
      alone: (work) => work(),
      first: async () => ({ ok: true, value: undefined }),
      tell: (shown) => {
        view = shown;
      },
      asking: (requests) => {
        asked = requests;
      },
    });
    await once.now();
    await notebook?.catchUp();
    if (!view) throw new Error('the exchange told nothing');
    return view;
  };

  const inviting = createInviting({ inSession, origin: deps.origin, milliseconds, exchange: async () => void (await exchange()) });
  const openBook = (): { readonly book: OpenedNotebook; readonly vault: OpenVault } => {
    if (!notebook || !vault) throw new Error('this device is locked');
    return { book: notebook, vault };
  };
  const must = <T>(
    result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: { readonly type: string } },
  ): T => {
    if (!result.ok) throw new Error(`the story stops: ${JSON.stringify(result.failure)}`);
    return result.value;
  };

  return {
    db,
    file,
    exchange,
    must,
    inSession,
    notebook: () => openBook().book,
    vault: () => openBook().vault,
    found: async (organisation: string, name: string, passphrase: string) => {
      const made = must(await foundOrganisation(enrolment, { organisation, name, passphrase: new Secret(passphrase) }));
      must(await tellFounding(post, made.link));
      await db.state.delete('founding');
      return open(made.vault);
    },
    foundAgain: () => foundAgain(db, post),
    invite: async (role: Role) => must(await inviting.invite(openBook().book, openBook().vault, role)),
    /** Opens the link, makes the device and asks to be let in. Gives the four words of this screen. */
    ask: async (link: string, name: string, passphrase: string): Promise<readonly string[]> => {
      must(await joining.open(link));
      vault = must(await joining.ask({ name, passphrase }));
      return joining.words(vault);
    },
    asking: async (): Promise<readonly Asking[]> => {
      await exchange();
      return inviting.read(openBook().book, openBook().vault, asked);
    },
    refuse: async (invitation: string) => must(await inviting.refuse(invitation)),
    letIn: async (invitation: string) => {
      const { book, vault: opened } = openBook();
      must(await inviting.letIn(book, opened, invitation));
      await exchange();
    },
    /** A device that has a twin asks by a new invitation to go on under a new name. Gives the four words of this screen. */
    askAnew: async (link: string): Promise<readonly string[]> => {
      must(await renewing.open(link));
      must(await renewing.ask(openBook().vault));
      return (await renewing.words(openBook().vault)) ?? [];
    },
    /** After a supervisor let it in under the new name. */
    goOnAnew: async (): Promise<OpenedNotebook> => {
      const links = await renewing.look();
      if (!links) throw new Error('not let in anew yet');
      must(await renewing.takeUp(openBook().vault, links));
      openBook().book.leave();
      return open(openBook().vault);
    },
    renewing,
    /** After a supervisor let this device in. */
    enter: async () => {
      if (!(await joining.look()) || !vault) throw new Error('not let in yet');
      return open(vault);
    },
    lock: () => {
      notebook?.close();
      notebook = null;
      vault = null;
    },
    unlock: async (passphrase: string) => open(must(await unlockVault(vaultDeps, new Secret(passphrase)))),
    deviceRow: () => readState(db, 'device'),
  };
};
export type Headless = ReturnType<typeof createHeadless>;

/** Waits until what was kept in the database has been read and opened: live queries tell a moment later. */
export const settled = (milliseconds = 30) => new Promise((done) => setTimeout(done, milliseconds));
