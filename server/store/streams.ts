/**
 * Streams besides the office's: each device's own, and everybody's. What is for everybody stands in a stream that bears the
 * organisation's id and, at the same moment, in the own stream of every device that follows it; so a device needs one
 * cursor, and one that is let in later is given all of it, in order. Whoever changes any of this holds the office's counter.
 */
import type { Transaction } from 'kysely';
import { type Bytes, sameBytes, toHex } from '../../src/protocol/bytes.ts';
import { asBytes } from './bytes.ts';
import type { Tables } from './tables.ts';

export const office = 'office';
export const mostPerQuery = 200;

/** Locks the counter for the rest of the transaction and says how far it is. */
export const lockCounter = async (trx: Transaction<Tables>, org: Bytes, stream: string): Promise<number> => {
  const { last } = await trx
    .insertInto('counters')
    .values({ org, stream, last: 0 })
    // A write, so that the row is locked; one statement, because the others wait meanwhile.
    .onConflict((at) => at.columns(['org', 'stream']).doUpdateSet(({ ref }) => ({ last: ref('counters.last') })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return Number(last);
};

export const setCounter = async (trx: Transaction<Tables>, org: Bytes, stream: string, last: number): Promise<void> => {
  await trx.updateTable('counters').set({ last }).where('org', '=', org).where('stream', '=', stream).execute();
};

export interface InStream {
  readonly stream: Bytes;
  /** Its place in the office's stream. */
  readonly place: number;
}

const followersOf = async (trx: Transaction<Tables>, org: Bytes): Promise<readonly Bytes[]> => {
  const rows = await trx.selectFrom('followers').select('device').where('org', '=', org).execute();
  return rows.map(({ device }) => asBytes(device));
};

/** Streams are locked in one order for everybody, so that two processes cannot wait for each other. */
export const placeInStreams = async (trx: Transaction<Tables>, org: Bytes, streamed: readonly InStream[]): Promise<void> => {
  const isForEverybody = ({ stream }: InStream) => sameBytes(stream, org);
  const followers = streamed.some(isForEverybody) ? await followersOf(trx, org) : [];
  const byStream = new Map<string, { readonly stream: Bytes; readonly places: number[] }>();
  for (const one of streamed)
    for (const stream of isForEverybody(one) ? [org, ...followers] : [one.stream]) {
      const hex = toHex(stream);
      const there = byStream.get(hex) ?? { stream, places: [] };
      byStream.set(hex, there);
      there.places.push(one.place);
    }
  for (const [, { stream, places }] of [...byStream].sort(([a], [b]) => (a < b ? -1 : 1))) await appendTo(trx, { org, stream }, places);
};

const appendTo = async (
  trx: Transaction<Tables>,
  { org, stream }: { readonly org: Bytes; readonly stream: Bytes },
  places: readonly number[],
): Promise<void> => {
  const last = await lockCounter(trx, org, toHex(stream));
  const rows = places.map((place, at) => ({ org, stream, place: last + at + 1, office_place: place }));
  for (let at = 0; at < rows.length; at += mostPerQuery)
    await trx
      .insertInto('stream_places')
      .values(rows.slice(at, at + mostPerQuery))
      .execute();
  await setCounter(trx, org, toHex(stream), last + rows.length);
};

/** From now on this device gets what is for everybody, and at once all there was. Once: a second time changes nothing. */
export const follow = async (trx: Transaction<Tables>, org: Bytes, device: Bytes): Promise<void> => {
  const following = await trx
    .selectFrom('followers')
    .select('device')
    .where('org', '=', org)
    .where('device', '=', device)
    .executeTakeFirst();
  if (following) return;
  await trx.insertInto('followers').values({ org, device }).execute();
  const rows = await trx
    .selectFrom('stream_places')
    .select('office_place')
    .where('org', '=', org)
    .where('stream', '=', org)
    .orderBy('place')
    .execute();
  if (rows.length > 0)
    await appendTo(
      trx,
      { org, stream: device },
      rows.map(({ office_place }) => Number(office_place)),
    );
};
