/**
 * The database under an endpoint that these stories harm: what the endpoint is told, and how one looks at what is kept
 * while no endpoint runs. One line in `databases` per kind; every story runs over each.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll } from 'vitest';
import { type Postgres, startPostgres } from '../postgres.ts';
import { isLong } from './length.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface DatabaseAtHand {
  /** What an endpoint over it is told. */
  readonly env: Readonly<Record<string, string>>;
  /** The folder given to the endpoint, for what is not in the database. */
  readonly dataDir: string;
  /** Only while no endpoint runs. */
  readonly rows: (question: string) => Promise<readonly Row[]>;
  /** Only while no endpoint runs. */
  readonly change: (statements: readonly string[]) => Promise<void>;
  /** Keeps a copy of all of it as somebody who copies the files would, while no endpoint runs; what it gives puts it back. */
  readonly copied: () => Promise<() => Promise<void>>;
  readonly dispose: () => Promise<void>;
}

export interface KindOfDatabase {
  readonly name: string;
  readonly make: () => Promise<DatabaseAtHand>;
}

const sqlite = async (): Promise<DatabaseAtHand> => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-faults-'));
  const dataDir = join(folder, 'data');
  let copies = 0;
  return {
    env: {},
    dataDir,
    rows: async (question) => rowsOfCopy(dataDir, question),
    change: async (statements) => {
      const connection = new Database(join(dataDir, 'fieldbook.db'));
      for (const statement of statements) connection.exec(statement);
      connection.close();
    },
    copied: async () => {
      copies += 1;
      const copy = join(folder, `copy-${copies}`);
      cpSync(dataDir, copy, { recursive: true });
      return async () => {
        rmSync(dataDir, { recursive: true });
        cpSync(copy, dataDir, { recursive: true });
      };
    },
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** In a copy: to open a database that was killed mends it, and that is for the endpoint to do. */
const rowsOfCopy = (dataDir: string, question: string): readonly Row[] => {
  const copy = mkdtempSync(join(tmpdir(), 'fieldbook-look-'));
  try {
    cpSync(dataDir, copy, { recursive: true });
    return rowsIn(join(copy, 'fieldbook.db'), question);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/** By another connection than the endpoint's own code would make. */
export const rowsIn = (file: string, question: string): readonly Row[] => {
  const connection = new Database(file);
  try {
    return connection.prepare(question).all() as Row[];
  } finally {
    connection.close();
  }
};

let shared: Promise<Postgres> | undefined;
afterAll(async () => (await shared)?.dispose());

/** One PostgreSQL for all stories of a file, and a database of its own for each. */
const postgres = async (): Promise<DatabaseAtHand> => {
  shared ??= startPostgres();
  const server = await shared;
  const url = await server.url();
  const name = new URL(url).pathname.slice(1);
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-faults-'));
  const data = join(server.folder, 'data');
  let copies = 0;
  return {
    env: { DATABASE_URL: url },
    dataDir: join(folder, 'data'),
    rows: (question) => server.ask(question, name),
    change: async (statements) => {
      for (const statement of statements) await server.ask(statement, name);
    },
    copied: async () => {
      copies += 1;
      const copy = join(folder, `copy-${copies}`);
      await whileStopped(server, () => copyWithOwners(data, copy));
      return () =>
        whileStopped(server, () => {
          rmSync(data, { recursive: true });
          copyWithOwners(copy, data);
        });
    },
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const whileStopped = async (server: Postgres, work: () => void): Promise<void> => {
  await server.stop();
  work();
  await server.start();
};

const copyWithOwners = (from: string, to: string): void => void execFileSync('cp', ['-a', from, to]);

export const sqliteDatabase: KindOfDatabase = { name: 'SQLite', make: sqlite };
export const bothDatabases: readonly KindOfDatabase[] = [sqliteDatabase, { name: 'PostgreSQL', make: postgres }];

/** What takes longest goes over PostgreSQL in a long run only. */
export const databases: readonly KindOfDatabase[] = isLong ? bothDatabases : [sqliteDatabase];
