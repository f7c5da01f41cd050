/**
 * Own entries that the endpoint set aside, each with its reason. Nothing of them is ever deleted. Either one is offered again,
 * with a signature of its own so that it is proven without its neighbours; or what it says is written anew under today's chain,
 * and the old one stays, marked as resolved.
 */
import { type Audience, type EntryBody, everybody, type OpenedEntry, office } from '../domain/entry.ts';
import type { Id } from '../domain/id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, toHex } from '../protocol/bytes.ts';
import { parseGrant } from '../protocol/grant.ts';
import type { Roster } from '../protocol/roster.ts';
import { headerOf, headStatement, parseEntry, type SealedEntry } from '../protocol/sealedEntry.ts';
import { signWith } from '../vault/keys.ts';
import type { OpenVault } from '../vault/vault.ts';
import { everybodysName } from './audiences.ts';
import type { Chain, Handing } from './chain.ts';
import type { EntryRow, FieldbookDatabase } from './database.ts';
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
}

export interface AsideRow {
  readonly n: number;
  readonly reason: string;
  readonly isGrant: boolean;
  readonly isResolved: boolean;
}

/** Within the reader's transaction: they are few, so their headers are looked at one by one. */
export const readSetAside = async (db: FieldbookDatabase): Promise<readonly AsideRow[]> => {
  const rows = await db.outbox.where('setAside').above('').toArray();
  const entries = await db.entries.bulkGet(rows.map(({ n }) => n));
  return rows.map(({ n, setAside = '', resolved = false }, at) => {
    const bytes = entries[at]?.bytes;
    return { n, reason: setAside, isGrant: bytes !== undefined && headerOf(bytes)?.key === null, isResolved: resolved };
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

export const createSetAside = ({ db, vault, signingKey, roster, chain, find }: SetAsideDeps) => {
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

  const handAnew = async (one: Held): Promise<Result<void, AnewFailure>> => {
    const again = handings(one);
    return again.length > 0 ? chain.hand(again) : failed({ type: 'not-opened' });
  };

  /** What was said stays as it was said, with what its writer had seen then: whatever came later is not spoken over. */
  const sayAnew = async ({ row, entry }: Held): Promise<Result<void, AnewFailure>> => {
    const opened = find(row.id);
    const audience = entry.header.key && audienceOf(entry.header.key);
    if (!opened || !audience) return failed({ type: 'not-opened' });
    const saved = await chain.save([{ body: opened.body, audience }]);
    return saved.ok ? ok(undefined) : saved;
  };

  const markResolved = (n: number): Promise<Result<void, SaveFailure>> =>
    attempt(async () => {
      await db.outbox.update(n, { resolved: true });
    });

  return {
    tryAgain: async (n: number): Promise<Result<void, SaveFailure>> => {
      if (!vault.isOpen()) return failed({ type: 'locked' });
      return attempt(async () => {
        const one = await held(n);
        if (!one) return;
        const signature = await signWith(signingKey, headStatement({ ...one.entry.header, id: fromHex(one.row.id) }));
        await db.outbox.put({ n, signature });
      });
    },
    /** Should the phone die between the two, the old one still stands there: then it is written twice, and never not at all. */
    writeAnew: async (n: number): Promise<Result<void, AnewFailure>> => {
      if (!vault.isOpen()) return failed({ type: 'locked' });
      const found = await attempt(() => held(n));
      if (!found.ok) return found;
      if (!found.value) return failed({ type: 'not-opened' });
      const written = await (found.value.entry.header.key === null ? handAnew(found.value) : sayAnew(found.value));
      return written.ok ? markResolved(n) : written;
    },
  };
};
