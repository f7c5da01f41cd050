/**
 * The endpoint's disk in a simulated world: a real SQLite database that outlives the processes which open it. It stands in for
 * the driver (scripts/simulate.mjs says so to the bundler), so the store above is the real one. A process can be killed before
 * any statement; what it had not committed is then gone, and what it had is there: with `synchronous = full` a power cut
 * cannot take a committed transaction, so no such loss is modelled.
 */
import { createRequire } from 'node:module';
import type Libsql from 'libsql';

type Connection = InstanceType<typeof Libsql>;
type Prepared = ReturnType<Connection['prepare']>;
const Driver: typeof Libsql = createRequire(import.meta.url)('libsql');

/** One run of the endpoint's process. */
export interface Running {
  readonly name: string;
  /** Told before each statement; to be killed it throws. */
  readonly before: (sql: string) => void;
}

export type Backup = ReadonlyMap<string, readonly Record<string, unknown>[]>;

export interface EndpointDisk {
  /** What the next connection belongs to. */
  readonly boot: (running: Running) => void;
  /** The process is gone: its open transaction with it. */
  readonly lost: () => void;
  readonly rows: (sql: string, ...given: readonly unknown[]) => readonly Record<string, unknown>[];
  readonly backup: () => Backup;
  readonly restore: (backup: Backup) => void;
  readonly close: () => void;
}

const disks = new Map<string, { readonly connect: () => object }>();

export const createEndpointDisk = (name: string): EndpointDisk => {
  const connection = new Driver(':memory:');
  const prepared = new Map<string, Prepared>();
  let running: Running | null = null;

  const ready = (sql: string): Prepared => {
    const there = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, there);
    return there;
  };
  const connect = (): object => {
    const mine = running;
    const before = (sql: string) => {
      if (mine !== running) throw new Error('this process is gone');
      mine?.before(sql);
    };
    return {
      get inTransaction() {
        return connection.inTransaction;
      },
      exec: (sql: string) => {
        before(sql);
        connection.exec(sql);
      },
      pragma: (said: string) => {
        if (!said.includes('journal_mode')) connection.pragma(said);
      },
      prepare: (sql: string) => {
        const real = ready(sql);
        return {
          reader: real.reader,
          all: (given: unknown[]) => {
            before(sql);
            return real.all(given);
          },
          run: (given: unknown[]) => {
            before(sql);
            return real.run(given);
          },
          iterate: (given: unknown[]) => real.all(given).values(),
        };
      },
      close: () => undefined,
    };
  };
  disks.set(name, { connect });

  const rows: EndpointDisk['rows'] = (sql, ...given) => ready(sql).all([...given]) as Record<string, unknown>[];
  const tables = () => rows("select name from sqlite_master where type = 'table' order by name").map(({ name: table }) => String(table));

  return {
    boot: (process) => {
      running = process;
    },
    lost: () => {
      running = null;
      if (connection.inTransaction) connection.exec('rollback');
    },
    rows,
    backup: () => new Map(tables().map((table) => [table, rows(`select * from ${table}`)])),
    restore: (backup) => {
      connection.exec('begin');
      for (const [table, kept] of backup) {
        connection.exec(`delete from ${table}`);
        for (const row of kept) {
          const names = Object.keys(row);
          ready(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(
            // The driver gives bytes in a form that it does not take.
            Object.values(row).map((value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value)),
          );
        }
      }
      connection.exec('commit');
    },
    close: () => {
      disks.delete(name);
      connection.close();
    },
  };
};

/** What the store takes for the driver: opening a path means the disk of that name. */
export default class Database {
  constructor(path: string) {
    const disk = disks.get(path);
    if (!disk) throw new Error(`no disk is called ${path}`);
    // biome-ignore lint/correctness/noConstructorReturn: the driver is a class, and so must be what stands in for it.
    return disk.connect();
  }
}
