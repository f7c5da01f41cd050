/**
 * A PostgreSQL of the tests' own: in a temporary folder, on a free port, for this machine only. As root it runs as the
 * account that Debian's package makes, because it refuses to run as root. Whichever way a test run ends, it ends too.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../scripts/postgres.mjs';
import { parsePostgresUrl } from '../../server/postgresUrl.ts';
import { openPostgresStore, type PostgresOptions } from '../../server/store/postgres.ts';
import type { ServerStore } from '../../server/store/store.ts';
import { freePort } from './process.ts';

const account = 'postgres';
const asRoot = process.getuid?.() === 0;

const idOf = (flag: string): number => Number(execFileSync('id', [flag, account], { encoding: 'utf8' }));
const asAccount = (program: string, args: readonly string[]): [string, string[]] =>
  asRoot ? ['setpriv', [`--reuid=${account}`, `--regid=${account}`, '--init-groups', '--', program, ...args]] : [program, [...args]];

const programFolder = (): string => {
  const folder = findPostgres();
  if (!folder) throw new Error('PostgreSQL was not found: install its server, or set PG_BIN to the folder of initdb and pg_ctl');
  return folder;
};
const runProgram = (name: string, args: readonly string[], cwd: string): void => {
  const [program, all] = asAccount(join(programFolder(), name), args);
  execFileSync(program, all, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
};

/**
 * Gone at the latest when we are: then its input ends, what reads it asks the database to leave at once, and the folder goes too.
 * A database that ended otherwise ends the reading, so that nobody is asked to leave later under a number that is another's by then.
 */
const withUs = [
  'trap "" INT',
  '"$@" & child=$!',
  '{ cat >/dev/null; kill -QUIT $child; } <&3 & reading=$!',
  'wait $child',
  'kill $reading 2>/dev/null',
  'wait $reading && rm -rf "$0"',
].join('\n');

export interface Postgres {
  readonly port: number;
  readonly folder: string;
  /** An empty database, made now. */
  url(): Promise<string>;
  /** What the test itself asks. */
  ask<Row extends object = Record<string, unknown>>(sql: string, database?: string): Promise<Row[]>;
  /** Runs this in a transaction that stays open; what it gives ends it. */
  hold(sql: string, database: string): Promise<() => Promise<void>>;
  start(): Promise<void>;
  /** Orderly, but without waiting for anybody. */
  stop(): Promise<void>;
  /** All its processes at once, as a power cut would. */
  kill(): Promise<void>;
  /** Adds to its settings; for the next start. */
  configure(lines: readonly string[]): void;
  dispose(): Promise<void>;
}

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-postgres-'));
  if (asRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  return folder;
};

/** Durable as in an office: only what initdb writes is not waited for. */
export const startPostgres = async (settings: readonly string[] = []): Promise<Postgres> => {
  const folder = newFolder();
  runProgram('initdb', ['-D', join(folder, 'data'), '-U', account, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], folder);
  return raise(folder, settings);
};

/** A replica that follows this one, with a name that the primary can wait for. */
export const startReplica = async (primary: Postgres, name: string): Promise<Postgres> => {
  const folder = newFolder();
  const where = `host=127.0.0.1 port=${primary.port} user=${account} application_name=${name}`;
  runProgram('pg_basebackup', ['-D', join(folder, 'data'), '-d', where, '-R', '-c', 'fast', '-X', 'stream', '--no-sync'], folder);
  return raise(folder, []);
};

const raise = async (folder: string, settings: readonly string[]): Promise<Postgres> => {
  const port = await freePort();
  const data = join(folder, 'data');
  let child: ChildProcess | undefined;
  const pools = new Map<string, pg.Pool>();
  let made = 0;

  const poolTo = (database: string): pg.Pool => {
    const there = pools.get(database);
    if (there) return there;
    const pool = new pg.Pool({ host: '127.0.0.1', port, user: account, database });
    pool.on('error', () => undefined);
    pools.set(database, pool);
    return pool;
  };
  const configure = (lines: readonly string[]) => appendFileSync(join(data, 'postgresql.conf'), `\n${lines.join('\n')}\n`);
  const gone = (ending: ChildProcess): Promise<unknown> =>
    ending.exitCode === null && ending.signalCode === null ? new Promise((done) => ending.once('exit', done)) : Promise.resolve();
  const end = async (signal: (postmaster: number) => void): Promise<void> => {
    if (!child) return;
    const [ending, postmaster] = [child, postmasterOf(data)];
    child = undefined;
    if (postmaster) signal(postmaster);
    await gone(ending);
  };
  const postgres: Postgres = {
    port,
    folder,
    configure,
    url: async () => {
      made += 1;
      const database = `fieldbook${made}`;
      await poolTo(account).query(`create database ${database}`);
      return `postgres://${account}@127.0.0.1:${port}/${database}`;
    },
    ask: async <Row extends object>(sql: string, database = account) => (await poolTo(database).query<Row>(sql)).rows,
    hold: async (sql, database) => {
      const holder = await poolTo(database).connect();
      // It is ended with the database.
      holder.on('error', () => undefined);
      await holder.query('begin');
      await holder.query(sql);
      return async () => {
        await holder.query('rollback').catch(() => undefined);
        holder.release(true);
      };
    },
    start: async () => {
      const [program, args] = asAccount('sh', ['-c', withUs, folder, join(programFolder(), 'postgres'), '-D', data]);
      child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
      await answering(() => poolTo(account).query('select 1'), child);
    },
    stop: () => end((postmaster) => process.kill(postmaster, 'SIGINT')),
    kill: () => end((postmaster) => [postmaster, ...childrenOf(postmaster)].forEach(killNow)),
    dispose: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await end((postmaster) => process.kill(postmaster, 'SIGQUIT'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  configure([`port = ${port}`, "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", ...settings]);
  await postgres.start();
  return postgres;
};

const postmasterOf = (data: string): number | undefined => {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
};

/** Each of its processes leads a group of its own, so a group cannot be asked. */
const childrenOf = (parent: number): number[] => {
  if (process.platform !== 'linux') {
    const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return all.map((line) => line.trim().split(/\s+/).map(Number)).flatMap(([pid, of]) => (pid && of === parent ? [pid] : []));
  }
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) && parentOf(name) === parent ? [Number(name)] : []));
};
const parentOf = (pid: string): number | undefined => {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S /s, '')
        .split(' ')[0],
    );
  } catch {
    // It has ended since its name was read.
    return undefined;
  }
};
const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was faster.
  }
};

const answering = async (ask: () => Promise<unknown>, child: ChildProcess): Promise<void> => {
  const until = Date.now() + 30_000;
  while (Date.now() < until && child.exitCode === null) {
    if (
      await ask().then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((wait) => setTimeout(wait, 20));
  }
  throw new Error(`PostgreSQL ${child.exitCode === null ? 'does not answer' : `ended with ${child.exitCode}`}`);
};

export const openAt = async (url: string, options: PostgresOptions = {}): Promise<ServerStore> => {
  const address = parsePostgresUrl(url);
  if (!address.ok) throw new Error(address.failure.sentence);
  const store = await openPostgresStore(address.value, options);
  if (!store.ok) throw new Error(`the store did not open: ${store.failure.type}`);
  return store.value;
};
