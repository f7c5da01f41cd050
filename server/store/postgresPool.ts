/**
 * Connections to the one database that takes writes. DATABASE_URL may name several hosts, a primary and its replicas: they
 * are tried in turn, beginning with the one that served last, and a replica is passed over. So a failover needs nobody here.
 */
import pg from 'pg';
import type { PostgresAddress, PostgresHost } from '../postgresUrl.ts';
import { endsConnection, NotYetCopied, OnlyReads } from './postgresErrors.ts';

export interface PostgresConnection {
  run(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult<Record<string, unknown>>>;
  isBroken(): boolean;
  release(): void;
}
export interface PostgresPool {
  connect(): Promise<PostgresConnection>;
  end(): Promise<void>;
}

export interface PoolOptions {
  readonly authority?: string | undefined;
  readonly connections?: number;
  readonly statementMs?: number;
  /** Texts that a connection reads and plans once and keeps: those of every batch. Others may have as many texts as lists have lengths. */
  readonly prepared?: readonly string[];
  /** For tests: told before every statement. */
  readonly beforeStatement?: (() => void) | undefined;
}

const connectMs = 5000;
const lockMs = 20_000;
/** Longer than the database's own limits, for when the network has swallowed its answer. */
const silenceMs = 15_000;

/** A connection attempt has its own limit; waiting for a free connection is bounded by what the others are doing. */
class Client extends pg.Client {
  constructor(config: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: connectMs });
  }
}

/** Places and sequences are numbers here and 64 bits there; what would not fit is a damaged row. */
const toSafeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('a number in the database is too large');
  return value;
};
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? toSafeNumber : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

const tlsOf = ({ tls }: PostgresAddress, authority: string | undefined) =>
  tls === 'off' ? false : { rejectUnauthorized: tls === 'checked', ...(authority === undefined ? {} : { ca: authority }) };

const poolFor = (address: PostgresAddress, { host, port }: PostgresHost, options: PoolOptions): pg.Pool => {
  const { authority, connections = 10, statementMs = 30_000 } = options;
  const pool = new pg.Pool({
    host,
    port,
    types,
    max: connections,
    keepAlive: true,
    application_name: 'fieldbook',
    query_timeout: statementMs + silenceMs,
    ssl: tlsOf(address, authority),
    Client: Client as typeof pg.Client,
    onConnect: (client) => begin(client, statementMs),
    ...(address.user === undefined ? {} : { user: address.user }),
    ...(address.database === undefined ? {} : { database: address.database }),
    ...(address.password === undefined ? {} : { password: address.password }),
  });
  // A connection that breaks while nobody uses it has left the pool already; without a listener the process would end.
  pool.on('error', () => undefined);
  return pool;
};

/** A receipt is a promise that outlives a power cut, so no setting over there may turn the waiting for the disk off. */
const begin = async (client: pg.ClientBase, statementMs: number): Promise<void> => {
  await client.query(`set statement_timeout = ${statementMs}`);
  await client.query(`set lock_timeout = ${lockMs}`);
  await client.query(`set idle_in_transaction_session_timeout = ${lockMs}`);
  const { rows } = await client.query<{ replica: boolean; waits: string }>(
    "select pg_is_in_recovery() as replica, current_setting('synchronous_commit') as waits",
  );
  if (rows[0]?.replica) throw new OnlyReads();
  if (rows[0]?.waits === 'off') await client.query('set synchronous_commit = on');
};

export const openPool = (address: PostgresAddress, options: PoolOptions): PostgresPool => {
  const pools = address.hosts.map((host) => poolFor(address, host, options));
  let serving = 0;
  const connect = async (): Promise<PostgresConnection> => {
    const first = serving;
    const problems: unknown[] = [];
    for (let tried = 0; tried < pools.length; tried += 1) {
      const at = (first + tried) % pools.length;
      try {
        const client = await pools[at]?.connect();
        if (!client) continue;
        serving = at;
        return inUse(client, options);
      } catch (problem) {
        problems.push(problem);
      }
    }
    // A replica that is up and a primary that is not: what is missing is the primary.
    throw problems.find((problem) => !(problem instanceof OnlyReads)) ?? problems[0];
  };
  return {
    connect,
    end: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
};

/**
 * A connection in use. It is given back as broken when it is. What it ran counts only when all that was promised has
 * happened: when somebody or a timeout ends the wait for a replica, PostgreSQL says COMMIT all the same, and warns.
 */
const inUse = (client: pg.PoolClient, { beforeStatement, prepared = [] }: PoolOptions): PostgresConnection => {
  let broken: Error | undefined;
  let unconfirmed = false;
  const onError = (error: Error) => {
    broken = error;
  };
  const onNotice = ({ routine }: { readonly routine?: string | undefined }) => {
    if (routine === 'SyncRepWaitForLSN') unconfirmed = true;
  };
  client.on('error', onError);
  client.on('notice', onNotice);
  return {
    isBroken: () => broken !== undefined,
    run: async (sql, values = []) => {
      beforeStatement?.();
      try {
        const at = prepared.indexOf(sql);
        const result = await client.query<Record<string, unknown>>({
          text: sql,
          values: [...values],
          ...(at < 0 ? {} : { name: `fieldbook-${at}` }),
        });
        if (unconfirmed) throw new NotYetCopied();
        return result;
      } catch (error) {
        if (endsConnection(error)) broken = error instanceof Error ? error : new Error('the connection broke');
        throw error;
      }
    },
    release: () => {
      client.off('error', onError);
      client.off('notice', onNotice);
      client.release(broken);
    },
  };
};
