import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../server/store/migrations.ts';
import { openSqliteStore, type SqliteOptions } from '../../server/store/sqlite.ts';
import { DiskFull, type ServerStore } from '../../server/store/store.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { aDevice, admissionLink, foundingLink } from '../support/device.ts';
import { openAt as openPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { serverStoreKeepsItsPromises } from './serverStore.ts';

const opened = async (path: string, options: SqliteOptions = {}): Promise<ServerStore> => {
  const store = await openSqliteStore(path, options);
  if (!store.ok) throw new Error(store.failure.type);
  return store.value;
};
const aFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'fieldbook.db');
};
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres(['fsync = off']);
}, 60_000);
afterAll(() => postgres.dispose(), 60_000);

serverStoreKeepsItsPromises('sqlite', () => opened(':memory:'));
serverStoreKeepsItsPromises('postgres', async () => openPostgres(await postgres.url()));

test('a file opened again has the same generation, the same entries and goes on counting', async () => {
  const file = aFile();
  const [org, device] = [random(16), random(16)];
  const before = await opened(file);
  await before.keep(org, [{ id: random(32), device, sequence: 1, bytes: random(50), stream: null }]);
  await before.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  const after = await opened(file);
  expect([after.generation, after.secret]).toEqual([before.generation, before.secret]);
  expect(await after.keep(org, [{ id: random(32), device, sequence: 2, bytes: random(50), stream: null }])).toEqual([
    { is: 'kept', place: 2 },
  ]);
  await after.close();
});

test('one file is held by one endpoint', async () => {
  const file = aFile();
  const first = await opened(file);
  expect(await openSqliteStore(file)).toEqual({ ok: false, failure: { type: 'in-use' } });
  await first.close();
});

test('a full disk keeps nothing of the batch and the store goes on', async () => {
  const store = await opened(aFile(), { mostPages: 60 });
  const [org, device] = [random(16), random(16)];
  const batch = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: random(32), device, sequence: from + at, bytes: random(2000), stream: null }));
  await store.keep(org, batch(1, 10));
  await expect(store.keep(org, batch(11, 400))).rejects.toBeInstanceOf(DiskFull);
  expect((await store.counts()).entries).toBe(10);
  expect(await store.keep(org, batch(11, 1))).toEqual([{ is: 'kept', place: 11 }]);
  await store.close();
});

/** As the first release left it: its tables, its migration, an organisation with a worker and a second supervisor. */
const anOldFile = (file: string, org: Uint8Array, links: readonly Uint8Array[]): void => {
  const db = new Database(file);
  db.exec('create table locks (name text primary key); create table migrations (name text primary key)');
  for (const statement of migrations[0]?.statements ?? []) db.exec(statement);
  db.prepare('insert into migrations values (?)').run(['001-beginning']);
  for (const [n, link] of links.entries()) db.prepare('insert into roster_links values (?, ?, ?)').run([org, n, link]);
  db.close();
};

test('in a file of the first release the workers let in so far follow what is for everybody', async () => {
  const [founder, worker, second] = [await aDevice(), await aDevice(), await aDevice()];
  const links = [await foundingLink(founder)];
  links.push(await admissionLink(founder, { links, newcomer: worker }));
  links.push(await admissionLink(founder, { links, newcomer: second, role: 'supervisor' }));
  const file = aFile();
  const org = random(16);
  anOldFile(file, org, links);
  for (let times = 0; times < 2; times += 1) {
    const store = await opened(file);
    expect((await store.counts()).followers).toBe(1);
    await store.close();
  }
  const store = await opened(file);
  const entry = { id: random(32), device: founder.device, sequence: 1, bytes: random(50), stream: org };
  await store.keep(org, [entry]);
  const page = await store.page(org, { stream: worker.device, after: 0, reader: random(16), mostEntries: 9, mostBytes: 9999 });
  expect(page.entries.map(({ id }) => toHex(id))).toEqual([toHex(entry.id)]);
  expect(await store.lastPlace(org, second.device)).toBe(0);
  await store.close();
});
