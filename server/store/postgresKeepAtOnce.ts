/**
 * Keeping a batch in which all is new, in one statement: on the way to a database each question costs a turn of the network,
 * and everybody of the organisation waits meanwhile. The counter comes first, so the others wait there, as in entries.ts.
 */
import { randomBytes } from 'node:crypto';
import { CompiledQuery, type Kysely } from 'kysely';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { bytesArray, numberArray } from './binaryArrays.ts';
import { stateOf } from './postgresErrors.ts';
import type { Kept, NewEntry } from './store.ts';
import type { Tables } from './tables.ts';

/** Each part reads from `counted`, so none begins before the counter is ours. */
export const keepStatement = `with counted as (
    insert into counters (org, stream, last) values ($1::bytea, 'office', $2::bigint)
    on conflict (org, stream) do update set last = counters.last + excluded.last
    returning last - $2::bigint as before),
  kept as (
    insert into entries (org, place, id, device, sequence, size, bytes)
    select $1::bytea, counted.before + fresh.nth, fresh.id, fresh.device, fresh.sequence, length(fresh.bytes), fresh.bytes
    from counted, unnest($3::bytea[], $4::bytea[], $5::bigint[], $6::bytea[]) with ordinality as fresh (id, device, sequence, bytes, nth)),
  proven as (
    insert into proofs (org, place, signature)
    select $1::bytea, counted.before + proof.nth, proof.signature
    from counted, unnest($7::bigint[], $8::bytea[]) as proof (nth, signature)),
  marked as (
    insert into marks (org, place, mark) select $1::bytea, counted.before + $2::bigint, $9::bytea from counted)
  select before from counted`;

const parametersFor = (org: Bytes, entries: readonly NewEntry[]): unknown[] => {
  const proofs = entries.flatMap(({ proof }, at) => (proof ? [{ nth: at + 1, proof }] : []));
  return [
    org,
    entries.length,
    bytesArray(entries.map(({ id }) => id)),
    bytesArray(entries.map(({ device }) => device)),
    numberArray(entries.map(({ sequence }) => sequence)),
    bytesArray(entries.map(({ bytes }) => bytes)),
    numberArray(proofs.map(({ nth }) => nth)),
    bytesArray(proofs.map(({ proof }) => proof)),
    randomBytes(16),
  ];
};

/** One of the numbers is taken: somebody has to look which, and by what. */
const isTaken = (error: unknown): boolean => stateOf(error) === '23505';

/** `null` when it takes more than that, and nothing was kept: what is also for a device's own stream, or was there already. */
export const keepAtOnce = async (db: Kysely<Tables>, org: Bytes, entries: readonly NewEntry[]): Promise<Kept[] | null> => {
  if (entries.length === 0 || entries.some(({ stream }) => stream !== null)) return null;
  try {
    const { rows } = await db.executeQuery<{ before: number }>(CompiledQuery.raw(keepStatement, parametersFor(org, entries)));
    const before = Number(rows[0]?.before);
    return entries.map((_, at): Kept => ({ is: 'kept', place: before + at + 1 }));
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
};
