/**
 * Stored shapes only grow: add a migration at the end, never edit one that shipped. Our own runner, because the
 * ones at hand use advisory locks, which databases that only speak PostgreSQL's language do not have; a locked row does.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { admissionOf } from '../../src/protocol/roster.ts';
import { asBytes } from './bytes.ts';
import { markAll } from './history.ts';
import { follow } from './streams.ts';
import type { Tables } from './tables.ts';

interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
  /** What SQL alone cannot fill in. */
  readonly fill?: (trx: Transaction<Tables>) => Promise<void>;
}

/** Devices let in before there was anything for everybody. */
const followAll = async (trx: Transaction<Tables>): Promise<void> => {
  for (const { org, link } of await trx.selectFrom('roster_links').select(['org', 'link']).orderBy('org').orderBy('n').execute()) {
    const admission = admissionOf(asBytes(link));
    if (admission?.role === 'worker') await follow(trx, asBytes(org), admission.device);
  }
};

export const migrations: readonly Migration[] = [
  {
    name: '001-beginning',
    statements: [
      'create table meta (key text primary key, value text not null)',
      'create table roster_links (org bytea not null, n bigint not null, link bytea not null, primary key (org, n))',
      'create table counters (org bytea not null, stream text not null, last bigint not null, primary key (org, stream))',
      // An id is a hash over device and sequence among others, so (device, sequence) finds an id without an index of random keys.
      `create table entries (org bytea not null, place bigint not null, id bytea not null, device bytea not null, sequence bigint not null,
        size bigint not null, bytes bytea not null, primary key (org, place), unique (org, device, sequence))`,
      `create table stream_places (org bytea not null, stream bytea not null, place bigint not null, office_place bigint not null,
        primary key (org, stream, place))`,
      `create table invitations (org bytea not null, invitation bytea not null, guard bytea not null, card bytea not null,
        expires bigint not null, wrong_keys bigint not null, request bytea, asked bigint, admitted bigint not null, primary key (org, invitation))`,
      // The phone that comes with an invitation does not know the organisation yet.
      'create unique index invitation_ids on invitations (invitation)',
    ],
  },
  {
    name: '002-everybody',
    statements: ['create table followers (org bytea not null, device bytea not null, primary key (org, device))'],
    fill: followAll,
  },
  {
    name: '003-proofs',
    statements: [
      'create table proofs (org bytea not null, place bigint not null, signature bytea not null, primary key (org, place))',
      'create table marks (org bytea not null, place bigint not null, mark bytea not null, primary key (org, place))',
    ],
    fill: markAll,
  },
];

const lockName = 'migrations';
const names = migrations.map(({ name }) => name);
export const isKnownMigration = (name: string): boolean => names.includes(name);

/** A newer version has changed this database: what it relies on is not known here, so nothing is touched. */
export type MigrateFailure = { readonly type: 'newer' };

/**
 * Runs what is missing, in one transaction behind one locked row: a second process waits and then finds nothing to do. Where
 * nothing is missing nothing is written, so an endpoint starts on a full disk too, to be read from.
 */
export const migrate = async (db: Kysely<Tables>): Promise<Result<void, MigrateFailure>> => {
  await makeOwnTables(db);
  const done = await namesDone(db);
  if (!done.every(isKnownMigration)) return failed({ type: 'newer' });
  if (names.every((name) => done.includes(name))) return ok(undefined);
  await makeLocks(db);
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('locks').set({ name: lockName }).where('name', '=', lockName).execute();
    await runMissing(trx, names);
  });
  return ok(undefined);
};

/** For a database that is only being made, within the transaction that makes it: the migrations that the copy to come knew. */
export const migrateAnew = async (trx: Transaction<Tables>, upTo: readonly string[]): Promise<void> => {
  await makeOwnTables(trx);
  await makeLocks(trx);
  await runMissing(trx, upTo);
};

const makeOwnTables = async (db: Kysely<Tables>): Promise<void> => {
  await sql`create table if not exists locks (name text primary key)`.execute(db);
  await sql`create table if not exists migrations (name text primary key)`.execute(db);
};

const makeLocks = async (db: Kysely<Tables>): Promise<void> => {
  await db
    .insertInto('locks')
    .values([{ name: lockName }, { name: 'founding' }])
    .onConflict((at) => at.doNothing())
    .execute();
};

const namesDone = async (db: Kysely<Tables>): Promise<readonly string[]> =>
  (await db.selectFrom('migrations').select('name').execute()).map(({ name }) => name);

const runMissing = async (trx: Transaction<Tables>, wanted: readonly string[]): Promise<void> => {
  const done = await namesDone(trx);
  for (const { name, statements, fill } of migrations.filter(({ name }) => wanted.includes(name) && !done.includes(name))) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
    await fill?.(trx);
    await trx.insertInto('migrations').values({ name }).execute();
  }
};
