/**
 * Restoring into PostgreSQL, in one transaction: the old tables move to a schema of their own, the new ones are made and filled.
 * Either all of that happens or none of it.
 */
import { type Kysely, sql } from 'kysely';
import { putCopy } from '../../server/copy/putCopy.ts';
import { postgresSentence } from '../../server/openStore.ts';
import { type PostgresAddress, whereIs } from '../../server/postgresUrl.ts';
import { openPostgresAsItIs } from '../../server/store/postgres.ts';
import { type Tables, tableNames } from '../../server/store/tables.ts';
import { failed, ok } from '../../src/domain/result.ts';
import { hasOrganisations, nowInName, type Restored, type Wishes } from './restoreToFile.ts';
import { copySentence } from './source.ts';

export const restoreToPostgres = async (address: PostgresAddress, wishes: Wishes): Restored => {
  const opened = await openPostgresAsItIs(address);
  if (!opened.ok) return failed({ sentence: postgresSentence(opened.failure, address) });
  try {
    return await restoreInto(opened.value, whereIs(address), wishes);
  } finally {
    await opened.value.destroy();
  }
};

const restoreInto = async (db: Kysely<Tables>, where: string, { replace, putting }: Wishes): Restored => {
  const refusal = await whyNot(db, where, replace);
  if (refusal) return failed({ sentence: refusal });
  const schema = `fieldbook_before_${nowInName().replaceAll('-', '_')}`;
  let moved = 0;
  const put = await putCopy(
    (work) =>
      db.transaction().execute(async (trx) => {
        moved = await moveAside(trx, schema);
        await work(trx);
      }),
    putting,
  );
  if (!put.ok) return failed({ sentence: `${copySentence(put.failure, { kind: 'file', name: 'The backup' })} Nothing was changed.` });
  return ok(moved > 0 ? `in the schema ${schema} of the same database` : null);
};

const whyNot = async (db: Kysely<Tables>, where: string, replace: boolean): Promise<string | null> => {
  if (await isServed(db)) return 'An endpoint is connected to this database; stop it first. Nothing was changed.';
  if (replace || !(await hasOrganisations(db))) return null;
  return `There is data at ${where} already. With --replace the backup takes its place, and what is there now is kept in a schema beside it. Nothing was changed.`;
};

/** Every endpoint names itself to the database; so does this command, hence more than its own connections. */
const isServed = async (db: Kysely<Tables>): Promise<boolean> => {
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from pg_stat_activity
    where datname = current_database() and application_name = 'fieldbook' and pid <> pg_backend_pid()`.execute(db);
  return (rows[0]?.others ?? 0) > 0;
};

const moveAside = async (db: Kysely<Tables>, schema: string): Promise<number> => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema()`.execute(db);
  const ours = rows.map(({ name }) => name).filter((name) => tableNames.some((known) => known === name));
  if (ours.length > 0) await sql`create schema ${sql.id(schema)}`.execute(db);
  for (const name of ours) await sql`alter table ${sql.id(name)} set schema ${sql.id(schema)}`.execute(db);
  return ours.length;
};
