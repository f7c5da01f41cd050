/**
 * The log. Keeping is one transaction: lock the office's counter, look what stands there already, number the rest.
 * Written in SQL that SQLite and PostgreSQL share; only the bulk insert is the dialect's own, for speed.
 */
import type { Kysely, Transaction } from 'kysely';
import { type Bytes, sameBytes, toHex } from '../../src/protocol/bytes.ts';
import { asBytes } from './bytes.ts';
import type { EntryKey, Kept, Known, NewEntry } from './store.ts';
import type { Tables } from './tables.ts';

export interface EntryRow {
  readonly org: Bytes; readonly place: number; readonly id: Bytes; readonly device: Bytes; readonly sequence: number; readonly bytes: Bytes;
}
export type InsertEntries = (trx: Transaction<Tables>, rows: readonly EntryRow[]) => Promise<void>;

interface InStream { readonly stream: Bytes; readonly place: number }

export const office = 'office';
const mostPerQuery = 200;

const keyOf = ({ device, sequence }: EntryKey): string => `${toHex(device)} ${sequence}`;

/** Locks the counter for the rest of the transaction and says how far it is. */
const lockCounter = async (trx: Transaction<Tables>, org: Bytes, stream: string): Promise<number> => {
  await trx.insertInto('counters').values({ org, stream, last: 0 }).onConflict((at) => at.doNothing()).execute();
  const { last } = await trx.updateTable('counters').set(({ ref }) => ({ last: ref('last') }))
    .where('org', '=', org).where('stream', '=', stream).returning('last').executeTakeFirstOrThrow();
  return Number(last);
};

const setCounter = async (trx: Transaction<Tables>, org: Bytes, stream: string, last: number): Promise<void> => {
  await trx.updateTable('counters').set({ last }).where('org', '=', org).where('stream', '=', stream).execute();
};

/** In the normal case all is new, and one question per device (its highest number) answers for the whole batch. */
const standing = async (db: Kysely<Tables>, org: Bytes, keys: readonly EntryKey[]): Promise<Map<string, Known>> => {
  const found = new Map<string, Known>();
  for (const [hex, device] of new Map(keys.map(({ device }) => [toHex(device), device]))) {
    const top = await db.selectFrom('entries').select(({ fn }) => fn.max('sequence').as('top'))
      .where('org', '=', org).where('device', '=', device).executeTakeFirst();
    const old = keys.filter((key) => sameBytes(key.device, device) && key.sequence <= Number(top?.top ?? 0)).map(({ sequence }) => sequence);
    for (let at = 0; at < old.length; at += mostPerQuery) {
      const rows = await db.selectFrom('entries').select(['sequence', 'id', 'place']).where('org', '=', org).where('device', '=', device)
        .where('sequence', 'in', old.slice(at, at + mostPerQuery)).execute();
      for (const { sequence, id, place } of rows) found.set(`${hex} ${sequence}`, { id: asBytes(id), place: Number(place) });
    }
  }
  return found;
};

export const known = async (db: Kysely<Tables>, org: Bytes, keys: readonly EntryKey[]): Promise<(Known | null)[]> => {
  if (keys.length === 0) return [];
  const found = await standing(db, org, keys);
  return found.size === 0 ? keys.map(() => null) : keys.map((key) => found.get(keyOf(key)) ?? null);
};

export const keep = (db: Kysely<Tables>, insert: InsertEntries, org: Bytes, entries: readonly NewEntry[]): Promise<Kept[]> =>
  db.transaction().execute(async (trx) => {
    let last = await lockCounter(trx, org, office);
    const taken = await standing(trx, org, entries);
    const rows: EntryRow[] = [];
    const streamed: InStream[] = [];
    const kept = entries.map(({ device, sequence, id, bytes, stream }): Kept => {
      const key = keyOf({ device, sequence });
      const there = taken.get(key);
      if (there) return sameBytes(there.id, id) ? { is: 'had', place: there.place } : { is: 'fork' };
      last += 1;
      taken.set(key, { id, place: last });
      rows.push({ org, place: last, id, device, sequence, bytes });
      if (stream) streamed.push({ stream, place: last });
      return { is: 'kept', place: last };
    });
    if (rows.length === 0) return kept;
    await insert(trx, rows);
    await setCounter(trx, org, office, last);
    await placeInStreams(trx, org, streamed);
    return kept;
  });

/** Streams are locked in one order for everybody, so that two processes cannot wait for each other. */
const placeInStreams = async (trx: Transaction<Tables>, org: Bytes, streamed: readonly InStream[]): Promise<void> => {
  const byStream = new Map<string, InStream[]>();
  for (const one of streamed) byStream.set(toHex(one.stream), [...(byStream.get(toHex(one.stream)) ?? []), one]);
  for (const [hex, places] of [...byStream].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = await lockCounter(trx, org, hex);
    const rows = places.map(({ stream, place }, at) => ({ org, stream, place: last + at + 1, office_place: place }));
    for (let at = 0; at < rows.length; at += mostPerQuery) await trx.insertInto('stream_places').values(rows.slice(at, at + mostPerQuery)).execute();
    await setCounter(trx, org, hex, last + rows.length);
  }
};
