/** What PostgreSQL can do to a transaction in the middle of it, done by triggers, so that each statement has its turn. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parsePostgresUrl } from '../../server/postgresUrl.ts';
import { openPool } from '../../server/store/postgresPool.ts';
import { DiskFull, type NewEntry, type ServerStore } from '../../server/store/store.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { anOffice, type Office, type RawDevice, random } from '../support/device.ts';
import { openAt, type Postgres, startPostgres } from '../support/postgres.ts';
import { aServer, outcomeOf, type TestServer } from '../support/server.ts';

let postgres: Postgres;
let url: string;
let store: ServerStore;
const database = () => new URL(url).pathname.slice(1);
const ask = (sql: string) => postgres.ask<{ n: string }>(sql, database());

beforeAll(async () => {
  // Nothing here asks whether it outlives a power cut.
  postgres = await startPostgres(['fsync = off']);
});
afterAll(() => postgres.dispose());
beforeEach(async () => {
  url = await postgres.url();
  store = await openAt(url);
});
afterEach(() => store.close());

const some = (device: Bytes, count: number, wishes: Partial<NewEntry> = {}): NewEntry[] =>
  Array.from({ length: count }, (_, at) => ({ id: random(32), device, sequence: at + 1, bytes: random(200), stream: null, ...wishes }));
const placesOf = async (org: Bytes): Promise<number[]> =>
  (await store.page(org, { stream: null, after: 0, reader: random(16), mostEntries: 5000, mostBytes: 1 << 24 })).entries.map(
    ({ place }) => place,
  );
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** Runs at every row that comes into a table; `late`: not before the commit. */
const trigger = async (table: string, body: string, when: 'at once' | 'at commit' = 'at once') => {
  await ask(`create function mischief() returns trigger language plpgsql as $$ begin ${body} return new; end $$`);
  await ask(
    when === 'at once'
      ? `create trigger mischief before insert or update on ${table} for each row execute function mischief()`
      : `create constraint trigger mischief after insert or update on ${table} deferrable initially deferred for each row execute function mischief()`,
  );
};
const noTrigger = () => ask('drop function mischief() cascade');
/** What a sequence counts stays counted when the transaction is rolled back. */
const firstTimes = async (times: number, body: string): Promise<string> => {
  await ask('create sequence tries');
  return `if nextval('tries') <= ${times} then ${body} end if;`;
};
const tries = async () => Number((await ask('select last_value as n from tries'))[0]?.n);
const raise = (code: string) => `raise exception 'mischief' using errcode = '${code}';`;

describe('two transactions in each other’s way', () => {
  test.each(['40001', '40P01'])('%s: the whole is done again, and kept once', async (code) => {
    const [org, device] = [random(16), random(16)];
    await trigger('counters', await firstTimes(3, raise(code)));
    expect((await store.keep(org, some(device, 5))).map(({ is }) => is)).toEqual(Array(5).fill('kept'));
    expect(await placesOf(org)).toEqual(upTo(5));
    expect(await tries()).toBeGreaterThan(3);
  });

  test('at the commit too', async () => {
    const org = random(16);
    await trigger('counters', await firstTimes(2, raise('40001')), 'at commit');
    await store.keep(org, some(random(16), 5));
    expect(await placesOf(org)).toEqual(upTo(5));
  });

  test('but not without end, and what failed left nothing', async () => {
    const org = random(16);
    await trigger('counters', await firstTimes(1000, raise('40001')));
    await expect(store.keep(org, some(random(16), 5))).rejects.toMatchObject({ code: '40001' });
    expect(await tries()).toBeLessThan(50);
    expect((await store.counts()).entries).toBe(0);
  });

  test('in the strictest isolation, as distributed databases have it: every batch is kept once', async () => {
    await ask(`alter database ${database()} set default_transaction_isolation = 'serializable'`);
    const stores = [await openAt(url), await openAt(url)];
    const org = random(16);
    await Promise.all(upTo(12).map((at) => stores[at % 2]?.keep(org, some(random(16), 10))));
    expect(await placesOf(org)).toEqual(upTo(120));
    await Promise.all(stores.map((one) => one.close()));
  });
});

test('a full disk is called so, keeps nothing, and the next batch is kept', async () => {
  const [org, entries] = [random(16), some(random(16), 5)];
  await trigger('entries', raise('53100'));
  await expect(store.keep(org, entries)).rejects.toBeInstanceOf(DiskFull);
  await noTrigger();
  expect((await store.counts()).entries).toBe(0);
  expect((await store.keep(org, entries)).map(({ is }) => is)).toEqual(Array(5).fill('kept'));
});

test('six processes that find an empty database at once agree about it', async () => {
  const fresh = await postgres.url();
  const stores = await Promise.all(upTo(6).map(() => openAt(fresh, { connections: 3 })));
  expect(new Set(stores.map(({ generation }) => generation)).size).toBe(1);
  const [org, device] = [random(16), random(16)];
  const entries = some(device, 3);
  const kept = await Promise.all(stores.map((one) => one.keep(org, entries)));
  expect(kept.flat().filter(({ is }) => is === 'kept')).toHaveLength(3);
  await Promise.all(stores.map((one) => one.close()));
});

describe('a connection that is ended', () => {
  let server: TestServer;
  let office: Office;
  let worker: RawDevice;
  beforeEach(async () => {
    server = await aServer({ store });
    office = await anOffice(server);
    worker = await office.admits();
  });
  const ended = 'perform pg_terminate_backend(pg_backend_pid());';

  test.each([
    ['counters', 'at once'],
    ['entries', 'at once'],
    ['proofs', 'at once'],
    ['stream_places', 'at once'],
    ['entries', 'at commit'],
  ] as const)('at a write to %s, %s: nothing is half-kept, and the batch sent again is kept once', async (table, when) => {
    const entries = worker.writes(20, { stream: worker.device });
    const batch = await worker.batch(entries);
    const before = await store.counts();
    await trigger(table, ended, when);
    expect(await outcomeOf(await server.post('/api/sync', batch, { token: worker.token }))).toBe('500 internal');
    await noTrigger();
    expect(await store.counts()).toEqual(before);
    expect((await worker.syncs(server, entries)).receipts.map(({ is }) => is)).toEqual(Array(20).fill('kept'));
    expect((await worker.syncs(server, entries)).receipts.map(({ is }) => is)).toEqual(Array(20).fill('had'));
  });

  const connections = async () =>
    Number((await ask("select count(*) as n from pg_stat_activity where application_name = 'fieldbook'"))[0]?.n);

  test('while nobody uses it: the next request does not notice', async () => {
    await worker.syncs(server, worker.writes(1));
    await ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fieldbook'");
    await expect.poll(connections).toBe(0);
    await expect.poll(async () => outcomeOf(await server.post('/api/sync', await worker.batch([]), { token: worker.token }))).toBe('200');
  });

  test('between two statements of a transaction: that one fails, and nobody is given the connection again', async () => {
    const address = parsePostgresUrl(url);
    const pool = openPool(address.ok ? address.value : { hosts: [], tls: 'off' }, { connections: 1 });
    const connection = await pool.connect();
    await connection.run('begin');
    await ask("select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'");
    await expect.poll(() => connection.isBroken()).toBe(true);
    await expect(connection.run('select 1')).rejects.toThrow();
    connection.release();
    const next = await pool.connect();
    expect((await next.run('select 1')).rowCount).toBe(1);
    next.release();
    await pool.end();
  });
});

test('an organisation whose batches all wait for each other does not keep another one waiting', async () => {
  const [busy, other] = [random(16), random(16)];
  await store.keep(busy, some(random(16), 1));
  const letGo = await postgres.hold('update counters set last = last', database());
  const stuck = upTo(25).map(() => store.keep(busy, some(random(16), 1)));
  expect((await store.keep(other, some(random(16), 1))).map(({ is }) => is)).toEqual(['kept']);
  await letGo();
  await Promise.all(stuck);
  expect(await placesOf(busy)).toEqual(upTo(26));
});
