/** Kysely's way to our connections. Its own driver would end a lost transaction with a rollback that hides why it was lost. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { PostgresConnection, PostgresPool } from './postgresPool.ts';

const counted = ['INSERT', 'UPDATE', 'DELETE'];

class Connection implements DatabaseConnection {
  readonly own: PostgresConnection;
  constructor(own: PostgresConnection) {
    this.own = own;
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.own.run(sql, parameters);
    const changed = counted.includes(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {};
    return { ...changed, rows: rows as R[] };
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('nothing here reads by streams');
  }
}

class PoolDriver implements Driver {
  readonly #pool: PostgresPool;
  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<Connection> {
    return new Connection(await this.#pool.connect());
  }
  async beginTransaction({ own }: Connection, { isolationLevel }: TransactionSettings): Promise<void> {
    await own.run(isolationLevel ? `begin isolation level ${isolationLevel}` : 'begin');
  }
  async commitTransaction({ own }: Connection): Promise<void> {
    // A transaction in which a statement failed is rolled back by its commit, without an error.
    if ((await own.run('commit')).command !== 'COMMIT') throw new Error('the transaction was rolled back');
  }
  async rollbackTransaction({ own }: Connection): Promise<void> {
    // The database has rolled back, or will when it notices that we are gone.
    if (!own.isBroken()) await own.run('rollback');
  }
  async releaseConnection({ own }: Connection): Promise<void> {
    own.release();
  }
  destroy(): Promise<void> {
    return this.#pool.end();
  }
}

export const dialectOver = (pool: PostgresPool): Dialect => ({
  createDriver: () => new PoolDriver(pool),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});
