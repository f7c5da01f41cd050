/**
 * Own entries that the endpoint set aside, each with its reason. Nothing of them is ever deleted. Either one is offered again,
 * with a signature of its own so that it is proven without its neighbours; or what it says is written anew under today's chain,
 * and the old one stays, marked as resolved.
 */
import { type Audience, type EntryBody, everybody, type OpenedEntry, office } from '../domain/entry.ts';
import type { Id } from '../domain/id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Ability } from '../domain/setAside.ts';
import { type Bytes, fromHex, toHex } from '../protocol/bytes.ts';
import { parseGrant } from '../protocol/grant.ts';
import type { Roster } from '../protocol/roster.ts';
import { headerOf, headStatement, parseEntry, type SealedEntry } from '../protocol/sealedEntry.ts';
import { signWith } from '../vault/keys.ts';
import type { OpenVault } from '../vault/vault.ts';
import { everybodysName } from './audiences.ts';
import type { Chain, Handing } from './chain.ts';
import { type EntryRow, type FieldbookDatabase, isOpenAside, keepState, readState } from './database.ts';
import type { AnewFailure, SaveFailure, SetAsideEntry } from './notebook.ts';
import { attempt } from './saving.ts';

export interface SetAsideDeps {
  readonly db: FieldbookDatabase;
  readonly vault: OpenVault;
  readonly signingKey: CryptoKey;
  readonly roster: () => Roster;
  readonly chain: Chain;
  /** An opened entry by its id. */
  readonly find: (id: Id) => OpenedEntry | undefined;
  /** One that is not held in memory. */
  readonly openRow: (row: Pick<EntryRow, 'id' | 'bytes'>) => Promise<OpenedEntry | null>;
  /** Ids of own keys whose grant lies in the chain (chain.ts). */
  readonly granted: Set<string>;
  /** Hands all keys to a supervisor's device. */
  readonly handAll: (device: Id) => Promise<Result<void, SaveFailure>>;
}

export interface AsideRow {
  readonly n: number;
  readonly id: string;
  /** Who wrote it: this device, or one whose name it bore before; `null` when it does not read. */
  readonly device: string | null;
  readonly reason: string;
  readonly isGrant: boolean;
  readonly isResolved: boolean;
  readonly since?: string | undefined;
  /** The id of the entry that says it now. */
  readonly anew?: string | undefined;
}

/** Within the reader's transaction: they are few, so their headers are looked at one by one. */
export const readSetAside = async (db: FieldbookDatabase): Promise<readonly AsideRow[]> => {
  const rows = await db.outbox.where('setAside').above('').toArray();
  const entries = rows.length > 0 ? await db.entries.bulkGet(rows.map(({ n }) => n)) : [];
  return rows.map(({ n, setAside = '', resolved = false, since, anew }, at) => {
    const { id = '', bytes } = entries[at] ?? {};
    const header = bytes ? headerOf(bytes) : null;
    const device = header && toHex(header.device);
    return { n, id, device, reason: setAside, isGrant: header?.key === null, isResolved: resolved, since, anew };
  });
};

/** `body`: of the entry, where it is opened. */
export const toldOf = ({ n, reason, isGrant }: AsideRow, body: EntryBody | undefined): SetAsideEntry => ({
  n,
  reason,
  record: body?.record ?? null,
  kind: body?.kind ?? (isGrant ? 'grant' : null),
});

interface Held {
  readonly row: EntryRow;
  readonly entry: SealedEntry;
}

/** The audience a seal key was made for, from the name it bears in the ring. */
const audienceNamed = (name: string): Audience => {
  if (name === everybodysName) return everybody;
  return name === '' ? office : { devices: name.split(',') };
};

export const createSetAside = ({ db, vault, signingKey, roster, chain, find, openRow, granted, handAll }: SetAsideDeps) => {
  const me = toHex(vault.contents().device);

  const held = async (n: number): Promise<Held | null> => {
    const row = await db.entries.get(n);
    const entry = row ? parseEntry(row.bytes) : null;
    return row && entry?.ok ? { row, entry: entry.value } : null;
  };

  const audienceOf = (key: Bytes): Audience | null => {
    const name = vault.findRingKey(toHex(key))?.audience;
    return name === undefined ? null : audienceNamed(name);
  };

  /** A grant says nothing to a person: the same seal key is handed to the same readers once more. */
  const handings = ({ entry }: Held): readonly Handing[] => {
    const grant = parseGrant(entry.body);
    const key = grant.ok ? vault.findRingKey(toHex(grant.value.grant)) : undefined;
    if (!key) return [];
    const { orgKey, devices } = roster();
    const named = audienceNamed(key.audience ?? '').devices.flatMap((id) => {
      const reader = devices.get(id)?.keys.seal;
      return reader ? [{ key, reader, to: fromHex(id) }] : [];
    });
    return [{ key, reader: orgKey, to: null }, ...named];
  };

  /** What can be done here with one of them. */
  const abilityOf = async (n: number): Promise<Ability> => {
    const one = await held(n);
    if (!one) return 'neither';
    const { key, device } = one.entry.header;
    const canSay =
      key === null ? handings(one).length > 0 : audienceOf(key) !== null && (find(one.row.id) ?? (await openRow(one.row))) !== null;
    if (canSay) return 'anew';
    // By the name it bears now, nothing can be proven that it wrote under another.
    return toHex(device) === me ? 'again' : 'neither';
  };

  const handAnew = async (one: Held): Promise<Result<void, AnewFailure>> => {
    const again = handings(one);
    return again.length > 0 ? chain.hand(again) : failed({ type: 'not-opened' });
  };

  /** Of entries that were written anew, the old id and the new one. */
  const writtenAnew = async (): Promise<ReadonlyMap<string, string>> =>
    new Map((await readSetAside(db)).flatMap(({ id, anew }) => (anew === undefined ? [] : [[id, anew] as const])));

  /**
   * What was said stays as it was said, with what its writer had seen then: whatever came later is not spoken over. What they had
   * seen bears its new name where it was written anew too: the office will never see the old one.
   */
  const sayAnew = async ({ row, entry }: Held): Promise<Result<void, AnewFailure>> => {
    const opened = find(row.id) ?? (await openRow(row));
    const audience = entry.header.key && audienceOf(entry.header.key);
    if (!opened || !audience || row.n === undefined) return failed({ type: 'not-opened' });
    const anew = await attempt(writtenAnew);
    if (!anew.ok) return anew;
    const after = opened.body.after.map((id) => anew.value.get(id) ?? id);
    const saved = await chain.replace({ body: { ...opened.body, after }, audience }, row.n);
    return saved.ok ? ok(undefined) : saved;
  };

  /**
   * A grant of a chain that was given up. What it opens is written anew under keys of the new name, so a worker's device has nothing
   * to hand out again, and might not. A supervisor's may have handed on what others sealed: it goes to the same readers once more.
   */
  const handFormer = async ({ entry }: Held): Promise<Result<void, AnewFailure>> => {
    const grant = parseGrant(entry.body);
    if (vault.contents().role !== 'supervisor' || !grant.ok || !entry.header.stream) return ok(undefined);
    const key = vault.findRingKey(toHex(grant.value.grant));
    const to = roster().devices.get(toHex(entry.header.stream));
    if (!to) return ok(undefined);
    return key ? chain.hand([{ key, reader: to.keys.seal, to: entry.header.stream }]) : handAll(to.device);
  };

  /** A grant: should the phone die between the two, it is handed out twice, which does no harm. */
  const writeOne = async (one: Held, n: number): Promise<Result<void, AnewFailure>> => {
    const told = await attempt(() => readState(db, 'asideTold'));
    if (told.ok && told.value?.reports.includes(n)) return tellAnew(n);
    if (one.entry.header.key !== null) return sayAnew(one);
    const isFormer = toHex(one.entry.header.device) !== me;
    const handed = await (isFormer ? handFormer(one) : handAnew(one));
    return handed.ok ? markResolved(n) : handed;
  };

  /** A report that was refused: what it said is old by now, and the next one says how it stands. */
  const tellAnew = (n: number): Promise<Result<void, SaveFailure>> =>
    attempt(() =>
      db.transaction('rw', [db.outbox, db.state], async () => {
        await db.outbox.update(n, { resolved: true });
        const told = await readState(db, 'asideTold');
        if (told) await keepState(db, 'asideTold', { ...told, said: '' });
      }),
    );

  const markResolved = (n: number): Promise<Result<void, SaveFailure>> =>
    attempt(async () => {
      await db.outbox.update(n, { resolved: true });
    });

  /** Keys that the office may never have had go out once more before what is sealed with them next: it could not open that either. */
  const grantAgain = async (rows: readonly AsideRow[]): Promise<void> => {
    for (const { n } of rows.filter(({ isGrant }) => isGrant)) {
      const one = await held(n);
      const grant = one && parseGrant(one.entry.body);
      if (grant?.ok) granted.delete(toHex(grant.value.grant));
    }
  };

  return {
    abilityOf,
    grantAgain,
    tryAgain: async (n: number): Promise<Result<void, SaveFailure>> => {
      if (!vault.isOpen()) return failed({ type: 'locked' });
      return attempt(async () => {
        const one = await held(n);
        if (!one) return;
        const signature = await signWith(signingKey, headStatement({ ...one.entry.header, id: fromHex(one.row.id) }));
        // Written anew in another tab meanwhile, it must not go as well.
        await db.transaction('rw', db.outbox, async () => {
          if (isOpenAside(await db.outbox.get(n))) await db.outbox.put({ n, signature });
        });
      });
    },
    writeAnew: async (n: number): Promise<Result<void, AnewFailure>> => {
      if (!vault.isOpen()) return failed({ type: 'locked' });
      const found = await attempt(() => held(n));
      if (!found.ok) return found;
      return found.value ? writeOne(found.value, n) : failed({ type: 'not-opened' });
    },
    /** Everything of chains that were given up and that the office could not take, in the order it was written. Tells how many. */
    writeFormerAnew: async (rows: readonly AsideRow[]): Promise<number> => {
      let written = 0;
      for (const { n, device, isResolved } of [...rows].sort((a, b) => a.n - b.n)) {
        if (isResolved || device === null || device === me || !vault.isOpen()) continue;
        const found = await attempt(() => held(n));
        // What cannot be opened or kept now stays listed with its reason, and does not hold up the others.
        if (found.ok && found.value && (await writeOne(found.value, n)).ok) written += 1;
      }
      return written;
    },
  };
};
