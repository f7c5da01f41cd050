/**
 * Taking in a courier file. Entries of others are checked and laid into `carried` for the next exchange, and a supervisor's device
 * reads them at once; receipts settle what was waiting here. All of a file in one transaction, and twice changes nothing.
 */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import { parseCarried } from '../protocol/carried.ts';
import { maxEntriesPerBatch, maxEntryBytes } from '../protocol/numbers.ts';
import { type Proof, proofsFor } from '../protocol/proving.ts';
import type { Roster } from '../protocol/roster.ts';
import { type UnpackedEntry, unpackRuns } from '../protocol/runs.ts';
import { primitives } from '../vault/primitives.ts';
import type { FieldbookDatabase } from './database.ts';

/** A batch of a file whose entries are who they say they are, as far as this device can tell. */
interface Checked {
  readonly hash: string;
  readonly bytes: Bytes;
  readonly entries: readonly {
    readonly id: string;
    readonly unpacked: UnpackedEntry;
    readonly proof: Proof;
    readonly signature: Bytes | undefined;
  }[];
}

export interface TakenEntries {
  readonly is: 'entries';
  readonly entries: number;
  /** Of them, those that neither lay here nor are this device's own. */
  readonly fresh: number;
  /** Batches whose proof did not fit: left out. */
  readonly unproven: number;
  /** They are among this device's own entries now: it is the office. */
  readonly readHere: boolean;
}

/** `null` for what is no batch. */
export const unpackCarried = async (batch: Bytes): Promise<readonly UnpackedEntry[] | null> => {
  const parsed = parseCarried(batch);
  const unpacked = parsed.ok ? await unpackRuns(primitives, parsed.value.runs, maxEntriesPerBatch) : null;
  return unpacked?.ok ? unpacked.value : null;
};

const checked = async (bytes: Bytes, roster: Roster): Promise<Checked | null> => {
  const parsed = parseCarried(bytes);
  const entries = await unpackCarried(bytes);
  if (!parsed.ok || !entries) return null;
  const org = fromHex(roster.org);
  if (entries.some((one) => one.bytes.length > maxEntryBytes || !sameBytes(one.entry.header.org, org))) return null;
  const keyOf = (device: Bytes) => roster.devices.get(toHex(device))?.keys.sign;
  const proofs = await proofsFor({ entries, proofs: parsed.value.proofs, verify: primitives.verify, keyOf });
  // A batch travels and is answered as one: with an entry that nobody vouches for, all of it stays out.
  if (proofs.includes('unproven')) return null;
  const signatures = new Map(parsed.value.proofs);
  return {
    hash: toHex(await primitives.sha256(bytes)),
    bytes,
    entries: entries.map((unpacked, at) => ({
      id: toHex(unpacked.id),
      unpacked,
      proof: proofs[at] as Proof,
      signature: signatures.get(at),
    })),
  };
};

export interface Taker {
  readonly db: FieldbookDatabase;
  readonly roster: Roster;
  readonly device: string;
}

/** The same entry may lie in two batches of one file that were cut at different times. */
const uniqueBy = <T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [nameOf(one), one])).values(),
];

/** What needs no carrying: what is carried already, however it was cut into batches, and what this device itself wrote. */
const knownHere = async ({ db, device }: Taker, batches: readonly Checked[]): Promise<ReadonlySet<string>> => {
  const carried = await Promise.all((await db.carried.toArray()).map(({ bytes }) => unpackCarried(bytes)));
  const own = batches.flatMap(({ entries }) =>
    entries.filter(({ unpacked }) => toHex(unpacked.entry.header.device) === device).map(({ id }) => id),
  );
  const held = await db.entries.where('id').anyOf(own).toArray();
  return new Set([...carried.flatMap((entries) => (entries ?? []).map(({ id }) => toHex(id))), ...held.map(({ id }) => id)]);
};

interface Readable {
  readonly id: string;
  readonly bytes: Bytes;
  readonly signature: Bytes | undefined;
}

/** Entries of devices that this roster does not know yet come with the roster, over the network: here they could not be opened. */
const readableHere = ({ device }: Taker, batches: readonly Checked[]): readonly Readable[] =>
  batches.flatMap(({ entries }) =>
    entries
      .filter(({ proof, unpacked }) => proof === 'proven' && toHex(unpacked.entry.header.device) !== device)
      .map(({ id, unpacked, signature }) => ({ id, bytes: unpacked.bytes, signature })),
  );

const layIn = ({ db }: Taker, fresh: readonly Checked[], readable: readonly Readable[]) =>
  db.transaction('rw', [db.carried, db.entries, db.proofs], async () => {
    const hashes = fresh.map(({ hash }) => hash);
    const there = new Set((await db.carried.where('hash').anyOf(hashes).toArray()).map(({ hash }) => hash));
    await db.carried.bulkAdd(fresh.filter(({ hash }) => !there.has(hash)).map(({ hash, bytes }) => ({ hash, bytes })));
    const ids = readable.map(({ id }) => id);
    const held = new Set((await db.entries.where('id').anyOf(ids).toArray()).map(({ id }) => id));
    const added = readable.filter(({ id }) => !held.has(id));
    const rows = added.map(({ id, bytes }) => ({ id, bytes }));
    const ns = await db.entries.bulkAdd(rows, { allKeys: true });
    await db.proofs.bulkPut(added.flatMap(({ signature }, at) => (signature ? [{ n: ns[at] as number, signature }] : [])));
  });

export const takeEntries = async (taker: Taker, parts: readonly Bytes[]): Promise<Result<TakenEntries, { readonly type: 'unproven' }>> => {
  const found = await Promise.all(parts.map((bytes) => checked(bytes, taker.roster)));
  const batches = found.filter((one) => one !== null);
  const unproven = found.length - batches.length;
  if (batches.length === 0) return failed({ type: 'unproven' });
  const known = await knownHere(taker, batches);
  const fresh = batches.filter(({ entries }) => entries.some(({ id }) => !known.has(id)));
  const ids = new Set(batches.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const readHere = taker.roster.devices.get(taker.device)?.role === 'supervisor';
  const readable = readHere ? readableHere(taker, batches) : [];
  await layIn(
    taker,
    uniqueBy(fresh, ({ hash }) => hash),
    uniqueBy(readable, ({ id }) => id),
  );
  return ok({ is: 'entries', entries: ids.size, fresh: [...ids].filter((id) => !known.has(id)).length, unproven, readHere });
};
