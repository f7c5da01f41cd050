/**
 * PostgreSQL, or a database that speaks its language. Nothing is held here between requests but connections, so any number
 * of processes can serve one database; whoever numbers an organisation's entries holds its counter row until the commit.
 */
import { readFileSync } from 'node:fs';
import { CompiledQuery, Kysely, sql } from 'kysely';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { type Bytes, toHex } from '../../src/protocol/bytes.ts';
import type { PostgresAddress } from '../postgresUrl.ts';
import { bytesArray, numberArray } from './binaryArrays.ts';
import type { InsertEntries } from './entries.ts';
import { openKyselyStore } from './kyselyStore.ts';
import { lanes } from './lanes.ts';
import type { MigrateFailure } from './migrations.ts';
import { dialectOver } from './postgresDialect.ts';
import { failureOf, isConflict, isDiskFull, isFirstOpeningRace, type PostgresFailure } from './postgresErrors.ts';
import { keepAtOnce, keepStatement } from './postgresKeepAtOnce.ts';
import { openPool, type PoolOptions } from './postgresPool.ts';
import { again } from './retry.ts';
import type { ServerStore } from './store.ts';
import { office } from './streams.ts';
import type { Tables } from './tables.ts';

export type PostgresOptions = Omit<PoolOptions, 'authority'>;

const mostTries = 12;
/** Of ten connections; more would only wait for the same counter. */
const lanesOfOrganisation = 3;

export const openPostgresStore = async (
  address: PostgresAddress,
  options: PostgresOptions = {},
): Promise<Result<ServerStore, PostgresFailure | MigrateFailure>> => {
  const authority = readAuthority(address);
  if (!authority.ok) return authority;
  const pool = openPool(address, { ...options, authority: authority.value, prepared: [keepStatement] });
  const db = new Kysely<Tables>({ dialect: dialectOver(pool) });
  try {
    const store = await openKyselyStore({
      kind: 'postgres',
      db,
      insertEntries,
      keepAtOnce,
      isDiskFull,
      again: again({ worthAgain: isConflict, most: mostTries }),
      againAtOpening: again({ worthAgain: isFirstOpeningRace, most: mostTries }),
    });
    if (!store.ok) return store;
    const { keep, keepNew, known } = store.value;
    const inLane = lanes(lanesOfOrganisation);
    return ok({
      ...store.value,
      known: confirmed(db, known),
      keep: (org, entries) => inLane(toHex(org), () => keep(org, entries)),
      keepNew: (org, entries) => inLane(toHex(org), () => keepNew(org, entries)),
    });
  } catch (error) {
    await db.destroy();
    return failed(failureOf(error));
  }
};

/** The database as it stands, for copying from it and restoring into it: nothing is migrated. Statements may take as long as they need. */
export const openPostgresAsItIs = async (address: PostgresAddress): Promise<Result<Kysely<Tables>, PostgresFailure>> => {
  const authority = readAuthority(address);
  if (!authority.ok) return authority;
  const pool = openPool(address, { authority: authority.value, statementMs: 3_600_000, connections: 1 });
  const db = new Kysely<Tables>({ dialect: dialectOver(pool) });
  try {
    await sql`select 1`.execute(db);
    return ok(db);
  } catch (error) {
    await db.destroy();
    return failed(failureOf(error));
  }
};

const readAuthority = ({ authorityFile }: PostgresAddress): Result<string | undefined, PostgresFailure> => {
  if (authorityFile === undefined) return ok(undefined);
  try {
    return ok(readFileSync(authorityFile, 'utf8'));
  } catch {
    return failed({ type: 'no-authority' });
  }
};

/**
 * What stands may have been written by a process that died while it waited for the replica, and a receipt that says `had`
 * is as good as one that says `kept`. A write of our own that has been confirmed confirms all before it.
 */
const confirmed =
  (db: Kysely<Tables>, known: ServerStore['known']): ServerStore['known'] =>
  async (org, keys) => {
    const found = await known(org, keys);
    if (found.some((one) => one !== null)) await touch(db, org);
    return found;
  };

const touch = (db: Kysely<Tables>, org: Bytes) =>
  again({ worthAgain: isConflict, most: mostTries })(() =>
    db
      .updateTable('counters')
      .set(({ ref }) => ({ last: ref('last') }))
      .where('org', '=', org)
      .where('stream', '=', office)
      .execute(),
  );

const insertSql = `insert into entries (org, place, id, device, sequence, size, bytes)
  select $1::bytea, place, id, device, sequence, length(bytes), bytes
  from unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::bytea[]) as fresh (place, id, device, sequence, bytes)`;

/** One statement of always the same text, whatever the number of rows. */
const insertEntries: InsertEntries = async (trx, rows) => {
  const [first] = rows;
  if (!first) return;
  await trx.executeQuery(
    CompiledQuery.raw(insertSql, [
      first.org,
      numberArray(rows.map(({ place }) => place)),
      bytesArray(rows.map(({ id }) => id)),
      bytesArray(rows.map(({ device }) => device)),
      numberArray(rows.map(({ sequence }) => sequence)),
      bytesArray(rows.map(({ bytes }) => bytes)),
    ]),
  );
};
