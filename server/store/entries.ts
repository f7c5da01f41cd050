/**
 * The log. Keeping is one transaction: lock the office's counter, look what stands there already, number the rest.
 * Written in SQL that SQLite and PostgreSQL share; only the bulk insert is the dialect's own, for speed.
 */
import type { Kysely, Transaction } from 'kysely';
import { type Bytes, sameBytes } from '../../src/protocol/bytes.ts';
import { asBytes } from './bytes.ts';
import { leaveMark } from './history.ts';
import type { EntryKey, Kept, Known, NewEntry } from './store.ts';
import { type InStream, lockCounter, mostPerQuery, office, placeInStreams, setCounter } from './streams.ts';
import type { Tables } from './tables.ts';

export interface EntryRow {
  readonly org: Bytes;
  readonly place: number;
  readonly id: Bytes;
  readonly device: Bytes;
  readonly sequence: number;
  readonly bytes: Bytes;
}
export type InsertEntries = (trx: Transaction<Tables>, rows: readonly EntryRow[]) => Promise<void>;

/** What stands at which number, by device. A batch is nearly always of one device, so nothing is turned into text per entry. */
interface DeviceNumbers {
  readonly device: Bytes;
  readonly bySequence: Map<number, Known>;
}
type Standing = DeviceNumbers[];

const numbersOf = (standing: Standing, device: Bytes): Map<number, Known> => {
  const there = standing.find((numbers) => sameBytes(numbers.device, device));
  if (there) return there.bySequence;
  const bySequence = new Map<number, Known>();
  standing.push({ device, bySequence });
  return bySequence;
};

const findStanding = async (db: Kysely<Tables>, org: Bytes, keys: readonly EntryKey[]): Promise<Standing> => {
  const standing: Standing = [];
  for (const { device } of keys) numbersOf(standing, device);
  for (const { device, bySequence } of standing)
    await fillNumbers(db, { org, device, sequences: keys.filter((key) => sameBytes(key.device, device)) }, bySequence);
  return standing;
};

interface Wanted {
  readonly org: Bytes;
  readonly device: Bytes;
  readonly sequences: readonly { readonly sequence: number }[];
}

/** In the normal case all is new, and one question (the highest number) answers for the whole batch. */
const fillNumbers = async (db: Kysely<Tables>, { org, device, sequences }: Wanted, into: Map<number, Known>): Promise<void> => {
  const top = await db
    .selectFrom('entries')
    .select('sequence')
    .where('org', '=', org)
    .where('device', '=', device)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const old = sequences.map(({ sequence }) => sequence).filter((sequence) => sequence <= Number(top?.sequence ?? 0));
  for (let at = 0; at < old.length; at += mostPerQuery) {
    const rows = await db
      .selectFrom('entries')
      .select(['sequence', 'id', 'place'])
      .where('org', '=', org)
      .where('device', '=', device)
      .where('sequence', 'in', old.slice(at, at + mostPerQuery))
      .execute();
    for (const { sequence, id, place } of rows) into.set(Number(sequence), { id: asBytes(id), place: Number(place) });
  }
};

export const known = async (db: Kysely<Tables>, org: Bytes, keys: readonly EntryKey[]): Promise<(Known | null)[]> => {
  const standing = await findStanding(db, org, keys);
  return keys.map(({ device, sequence }) => numbersOf(standing, device).get(sequence) ?? null);
};

export const keep = (db: Kysely<Tables>, insert: InsertEntries, org: Bytes, entries: readonly NewEntry[]): Promise<Kept[]> =>
  db.transaction().execute(async (trx) => {
    const numbered = await number(trx, org, entries);
    await write(trx, insert, org, numbered);
    return numbered.kept;
  });

const number = async (trx: Transaction<Tables>, org: Bytes, entries: readonly NewEntry[]) => {
  const before = await lockCounter(trx, org, office);
  return { before, ...numberEntries(org, entries, await findStanding(trx, org, entries), before) };
};

const write = async (
  trx: Transaction<Tables>,
  insert: InsertEntries,
  org: Bytes,
  { before, rows, proofs, streamed }: Awaited<ReturnType<typeof number>>,
): Promise<void> => {
  if (rows.length === 0) return;
  await insert(trx, rows);
  for (let at = 0; at < proofs.length; at += mostPerQuery)
    await trx
      .insertInto('proofs')
      .values(proofs.slice(at, at + mostPerQuery))
      .execute();
  await leaveMark(trx, org, before + rows.length);
  await setCounter(trx, org, office, before + rows.length);
  await placeInStreams(trx, org, streamed);
};

const numberEntries = (org: Bytes, entries: readonly NewEntry[], standing: Standing, before: number) => {
  const rows: EntryRow[] = [];
  const streamed: InStream[] = [];
  const proofs: { readonly org: Bytes; readonly place: number; readonly signature: Bytes }[] = [];
  const kept = entries.map(({ device, sequence, id, bytes, stream, proof }): Kept => {
    const numbers = numbersOf(standing, device);
    const there = numbers.get(sequence);
    if (there) return sameBytes(there.id, id) ? { is: 'had', place: there.place } : { is: 'fork' };
    const place = before + rows.length + 1;
    numbers.set(sequence, { id, place });
    rows.push({ org, place, id, device, sequence, bytes });
    if (stream) streamed.push({ stream, place });
    if (proof) proofs.push({ org, place, signature: proof });
    return { is: 'kept', place };
  });
  return { kept, rows, streamed, proofs };
};
