/**
 * Stored shapes only grow: add a migration at the end, never edit one that shipped. Our own runner, because the
 * ones at hand use advisory locks, which databases that only speak PostgreSQL's language do not have; a locked row does.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { admissionOf } from '../../src/protocol/roster.ts';
import { asBytes } from './bytes.ts';
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
];

const lockName = 'migrations';

/** Runs what is missing, in one transaction behind one locked row: a second process waits and then finds nothing to do. */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  await sql`create table if not exists locks (name text primary key)`.execute(db);
  await sql`create table if not exists migrations (name text primary key)`.execute(db);
  await db
    .insertInto('locks')
    .values([{ name: lockName }, { name: 'founding' }])
    .onConflict((at) => at.doNothing())
    .execute();
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('locks').set({ name: lockName }).where('name', '=', lockName).execute();
    const done = new Set((await trx.selectFrom('migrations').select('name').execute()).map(({ name }) => name));
    for (const { name, statements, fill } of migrations.filter((migration) => !done.has(migration.name))) {
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await fill?.(trx);
      await trx.insertInto('migrations').values({ name }).execute();
    }
  });
};
