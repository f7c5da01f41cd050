/**
 * Which history a database tells. Every commit that adds to the office's stream leaves a random mark at its last place; whoever
 * was told place and mark can ask later whether they still stand. In a database that was put back to an older state they do not,
 * whatever has been written over the gap since, and though its generation may be the same.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { type Bytes, sameBytes } from '../../src/protocol/bytes.ts';
import { asBytes } from './bytes.ts';
import type { Known, Mark } from './store.ts';
import { office } from './streams.ts';
import type { Tables } from './tables.ts';

export const leaveMark = async (trx: Transaction<Tables>, org: Bytes, place: number): Promise<void> => {
  await trx
    .insertInto('marks')
    .values({ org, place, mark: new Uint8Array(randomBytes(16)) })
    .execute();
};

/** What was there before there were marks gets one, so that an older copy of it, put back, gets another. */
export const markAll = async (trx: Transaction<Tables>): Promise<void> => {
  const tops = await trx.selectFrom('counters').select(['org', 'last']).where('stream', '=', office).where('last', '>', 0).execute();
  for (const { org, last } of tops) await leaveMark(trx, asBytes(org), Number(last));
};

export const lastMark = async (db: Kysely<Tables>, org: Bytes): Promise<Mark | null> => {
  const row = await db
    .selectFrom('marks')
    .select(['place', 'mark'])
    .where('org', '=', org)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { place: Number(row.place), mark: asBytes(row.mark) } : null;
};

export const stands = async (db: Kysely<Tables>, org: Bytes, { place, mark }: Mark): Promise<boolean> => {
  const row = await db.selectFrom('marks').select('mark').where('org', '=', org).where('place', '=', place).executeTakeFirst();
  return row !== undefined && sameBytes(asBytes(row.mark), mark);
};

export const newestOf = async (
  db: Kysely<Tables>,
  org: Bytes,
  device: Bytes,
): Promise<(Pick<Known, 'id'> & { readonly sequence: number }) | null> => {
  const row = await db
    .selectFrom('entries')
    .select(['sequence', 'id'])
    .where('org', '=', org)
    .where('device', '=', device)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { sequence: Number(row.sequence), id: asBytes(row.id) } : null;
};
