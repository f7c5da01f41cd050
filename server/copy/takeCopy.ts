/**
 * Copying a database that is being written to. No transaction spans the copy: each organisation's small tables are read in one
 * short one, which also says how far its counters are; what lies below those never changes again, so it is then read in small
 * pieces with everybody else's turns between. Each organisation comes out as it was at one moment.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { type Bytes, fromHex } from '../../src/protocol/bytes.ts';
import { asBytes } from '../store/bytes.ts';
import { office } from '../store/streams.ts';
import type { Tables } from '../store/tables.ts';
import {
  type Chunk,
  type CopiedTable,
  type CopyItem,
  copiedTables,
  kindsOf,
  neverCopied,
  type Row,
  tableIsThere,
  type Value,
} from './shape.ts';

/** Small, because the endpoint answers nobody while it reads one piece. */
const bytesPerPiece = 256 << 10;
const rowsPerPiece = 500;

export async function* takeCopy(db: Kysely<Tables>, now: () => number): AsyncGenerator<CopyItem> {
  const counted: Record<string, number> = {};
  const migrations = (await db.selectFrom('migrations').select('name').orderBy('name').execute()).map(({ name }) => name);
  yield { is: 'head', at: now(), migrations };
  for await (const chunk of allChunks(db, (table) => tableIsThere(table, migrations))) {
    counted[chunk.table] = (counted[chunk.table] ?? 0) + chunk.rows.length;
    yield chunk;
    await turn();
  }
  yield { is: 'end', rows: counted };
}

type Has = (table: CopiedTable) => boolean;

async function* allChunks(db: Kysely<Tables>, has: Has): AsyncGenerator<Chunk> {
  yield* pieces('meta', await db.selectFrom('meta').selectAll().where('key', 'not in', neverCopied).orderBy('key').execute());
  for (let org = await orgAfter(db, new Uint8Array()); org; org = await orgAfter(db, org)) yield* chunksOf(db, org, has);
}

const orgAfter = async (db: Kysely<Tables>, after: Bytes): Promise<Bytes | null> => {
  const next = async (table: 'counters' | 'roster_links') => {
    const row = await db.selectFrom(table).select('org').where('org', '>', after).orderBy('org').limit(1).executeTakeFirst();
    return row ? asBytes(row.org) : null;
  };
  const [founded, counting] = [await next('roster_links'), await next('counters')];
  if (!founded || !counting) return founded ?? counting;
  return Buffer.compare(founded, counting) <= 0 ? founded : counting;
};

async function* chunksOf(db: Kysely<Tables>, org: Bytes, has: Has): AsyncGenerator<Chunk> {
  const small = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => smallTables(trx, org, has));
  yield* pieces('roster_links', small.roster_links);
  yield* pieces('counters', small.counters);
  yield* pieces('followers', small.followers);
  yield* pieces('invitations', small.invitations);
  const lasts = small.counters.map(({ stream, last }) => ({ stream, last: Number(last) }));
  const last = lasts.find(({ stream }) => stream === office)?.last ?? 0;
  for (const table of ['proofs', 'marks'] as const) if (has(table)) yield* besideEntries(db, table, org, last);
  yield* entriesUpTo(db, org, last);
  for (const { stream, last: end } of lasts) if (stream !== office) yield* placesUpTo(db, org, fromHex(stream), end);
}

const smallTables = async (trx: Transaction<Tables>, org: Bytes, has: Has) => ({
  counters: await trx.selectFrom('counters').selectAll().where('org', '=', org).orderBy('stream').execute(),
  roster_links: await trx.selectFrom('roster_links').selectAll().where('org', '=', org).orderBy('n').execute(),
  followers: has('followers') ? await trx.selectFrom('followers').selectAll().where('org', '=', org).orderBy('device').execute() : [],
  invitations: await trx.selectFrom('invitations').selectAll().where('org', '=', org).orderBy('invitation').execute(),
});

/** What stands by its place, a piece at a time up to `last`. */
async function* piecesByPlace(
  table: CopiedTable,
  last: number,
  readAfter: (place: number) => Promise<readonly (Read & { readonly place: number })[]>,
): AsyncGenerator<Chunk> {
  for (let after = 0; after < last; ) {
    const rows = await readAfter(after);
    const end = rows[rows.length - 1];
    if (!end) return;
    yield chunkOf(table, rows);
    after = Number(end.place);
  }
}

const besideEntries = (db: Kysely<Tables>, table: 'proofs' | 'marks', org: Bytes, last: number): AsyncGenerator<Chunk> =>
  piecesByPlace(table, last, (after) =>
    db
      .selectFrom(table)
      .selectAll()
      .where('org', '=', org)
      .where('place', '>', after)
      .where('place', '<=', last)
      .orderBy('place')
      .limit(rowsPerPiece)
      .execute(),
  );

async function* entriesUpTo(db: Kysely<Tables>, org: Bytes, last: number): AsyncGenerator<Chunk> {
  for (let after = 0; after < last; ) {
    const sizes = await db
      .selectFrom('entries')
      .select(['place', 'size'])
      .where('org', '=', org)
      .where('place', '>', after)
      .where('place', '<=', last)
      .orderBy('place')
      .limit(rowsPerPiece)
      .execute();
    const upTo = lastThatFits(sizes);
    if (upTo === null) return;
    const rows = await db
      .selectFrom('entries')
      .selectAll()
      .where('org', '=', org)
      .where('place', '>', after)
      .where('place', '<=', upTo)
      .orderBy('place')
      .execute();
    yield chunkOf('entries', rows);
    after = upTo;
  }
}

const lastThatFits = (sizes: readonly { readonly place: number; readonly size: number }[]): number | null => {
  let weight = 0;
  let upTo: number | null = null;
  for (const { place, size } of sizes) {
    weight += Number(size);
    if (upTo !== null && weight > bytesPerPiece) return upTo;
    upTo = Number(place);
  }
  return upTo;
};

const placesUpTo = (db: Kysely<Tables>, org: Bytes, stream: Bytes, last: number): AsyncGenerator<Chunk> =>
  piecesByPlace('stream_places', last, (after) =>
    db
      .selectFrom('stream_places')
      .selectAll()
      .where('org', '=', org)
      .where('stream', '=', stream)
      .where('place', '>', after)
      .where('place', '<=', last)
      .orderBy('place')
      .limit(rowsPerPiece)
      .execute(),
  );

type Read = Readonly<Record<string, unknown>>;

function* pieces(table: CopiedTable, rows: readonly Read[]): Generator<Chunk> {
  for (let at = 0; at < rows.length; at += rowsPerPiece) yield chunkOf(table, rows.slice(at, at + rowsPerPiece));
}

const chunkOf = (table: CopiedTable, rows: readonly Read[]): Chunk => {
  const kinds = kindsOf(table);
  const columns = Object.keys(copiedTables[table]);
  return { is: 'rows', table, rows: rows.map((row): Row => columns.map((column, at) => readAs(kinds[at] ?? 'text', row[column]))) };
};

/** Drivers differ in what they hand back: numbers as text, bytes as Buffer or ArrayBuffer. */
const readAs = (kind: string, read: unknown): Value => {
  if (read === null || read === undefined) return null;
  if (kind.startsWith('number')) return Number(read);
  if (kind.startsWith('bytes')) return asBytes(read instanceof ArrayBuffer ? read : (read as Uint8Array));
  return String(read);
};
