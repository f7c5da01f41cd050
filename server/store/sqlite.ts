/**
 * SQLite by libsql: one connection, held exclusively. Its SQLite (3.45) has a known fault when two connections share
 * a write-ahead log, and an exclusive lock makes a second connection impossible.
 */
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import Database from 'libsql';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import type { InsertEntries } from './entries.ts';
import { openKyselyStore } from './kyselyStore.ts';
import { packedInsert } from './packedInsert.ts';
import { codeOf, isDiskFull } from './sqliteErrors.ts';
import { keepAtOnceIn } from './sqliteKeepAtOnce.ts';
import { DiskFull, type ServerStore } from './store.ts';
import type { Tables } from './tables.ts';
import { createTurns } from './turns.ts';
import { watched } from './watched.ts';

export type OpenFailure = { readonly type: 'in-use' | 'cannot-open' | 'not-a-database' | 'disk-full' | 'newer' };

export interface SqliteOptions {
  /** For tests: how many pages of 4 KiB the file may have before the disk counts as full. */
  readonly mostPages?: number | undefined;
  /** Leaves the file in the mode it is in. */
  readonly asItIs?: boolean;
  /** Gives the rest of the process its turns between two pieces of work. */
  readonly inTurns?: boolean;
  /** For tests: told before every statement. */
  readonly beforeStatement?: (() => void) | undefined;
}

type Connection = InstanceType<typeof Database>;
type Prepared = ReturnType<Connection['prepare']>;

export const openSqliteStore = async (path: string, options: SqliteOptions = {}): Promise<Result<ServerStore, OpenFailure>> => {
  const connected = connect(path, options);
  if (!connected.ok) return connected;
  const insert = packedInsert(connected.value);
  const insertEntries: InsertEntries = async (_trx, rows) => insert(rows);
  const keepAtOnce = keepAtOnceIn(connected.value, insert);
  const parts = { kind: 'sqlite' as const, db: kyselyOver(connected.value), insertEntries, keepAtOnce, isDiskFull };
  return openKyselyStore({ ...parts, ...(options.inTurns ? { again: createTurns() } : {}) }).catch((error: unknown) => {
    connected.value.close();
    if (error instanceof DiskFull) return failed({ type: 'disk-full' });
    throw error;
  });
};

/** The database as it stands, for copying from it and restoring into it: nothing is migrated. */
export const openSqliteAsItIs = (path: string): Result<Kysely<Tables>, OpenFailure> => {
  const connected = connect(path, { asItIs: true });
  return connected.ok ? ok(kyselyOver(connected.value)) : connected;
};

const kyselyOver = (connection: Connection): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(connection) }) });

const connect = (path: string, { mostPages, asItIs = false, beforeStatement }: SqliteOptions): Result<Connection, OpenFailure> => {
  try {
    const opened = new Database(path);
    const connection = beforeStatement ? watched(opened, beforeStatement) : opened;
    connection.exec('pragma locking_mode = exclusive');
    if (!asItIs) connection.pragma('journal_mode = wal');
    // Full: a receipt is a promise that outlives a power cut.
    connection.exec('pragma synchronous = full');
    connection.exec('begin exclusive; commit');
    if (mostPages !== undefined) connection.pragma(`max_page_count = ${mostPages}`);
    return ok(connection);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'SQLITE_BUSY') return failed({ type: 'in-use' });
    if (isDiskFull(error)) return failed({ type: 'disk-full' });
    return failed({ type: code === 'SQLITE_NOTADB' ? 'not-a-database' : 'cannot-open' });
  }
};

/**
 * Leaving write-ahead mode folds its log into the file: what lies there after a stop is one file to copy. The lock is
 * let go by hand, because the driver keeps it until the garbage collector comes for the last statement.
 */
const letGo = (connection: Connection): void => {
  try {
    connection.pragma('journal_mode = delete');
    connection.pragma('locking_mode = normal');
    connection.exec('begin; select name from sqlite_master; commit');
  } catch {
    // A full or broken disk has no room for that. The log stays beside the file then, and the next start reads both.
  }
};

/** Of statements kept ready. Most are few and asked again and again; lists of numbers make others, which need not stay. */
const mostReady = 100;

/** Kysely's SQLite dialect expects this shape. Parameters always travel as an array: a bare Buffer would abort the process. */
const forKysely = (connection: Connection): SqliteDatabase => {
  const ready = new Map<string, Prepared>();
  const readyFor = (sql: string): Prepared => {
    const prepared = ready.get(sql) ?? connection.prepare(sql);
    if (ready.size < mostReady) ready.set(sql, prepared);
    return prepared;
  };
  const statementFor = (sql: string): SqliteStatement => {
    const prepared = readyFor(sql);
    return {
      reader: prepared.reader,
      all: (parameters) => prepared.all([...parameters]),
      run: (parameters) => prepared.run([...parameters]),
      // Stepped through while others are asked, so it is nobody else's.
      iterate: (parameters) => connection.prepare(sql).iterate([...parameters]) as IterableIterator<unknown>,
    };
  };
  return {
    close: () => {
      letGo(connection);
      connection.close();
    },
    // SQLite has rolled back by itself when the disk is full; a second rollback would hide that error behind its own.
    prepare: (sql) => (sql === 'rollback' && !connection.inTransaction ? nothing : statementFor(sql)),
  };
};

const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};
