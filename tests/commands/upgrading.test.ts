/** A data folder of the first release under this version, and the way back: no entry is lost in either direction. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { migrations } from '../../server/store/migrations.ts';
import { runEndpoint } from '../support/builtEndpoint.ts';
import { type BuiltPrograms, buildPrograms, type Program, run } from '../support/builtPrograms.ts';
import { anOffice, idsIn, idsOf, type RawDevice } from '../support/device.ts';
import { doorAt } from '../support/door.ts';
import { aFolder } from '../support/folder.ts';
import { aServer } from '../support/server.ts';

vi.setConfig({ testTimeout: 90_000 });

let built: BuiltPrograms;
beforeAll(async () => {
  built = await buildPrograms();
}, 60_000);
afterAll(() => built.remove());

const tablesOfThen = ['roster_links', 'counters', 'entries', 'stream_places', 'invitations'];

/** As the first release left it: its tables, its one migration, and what an office wrote with it. */
const aFolderOfThen = async () => {
  const folder = aFolder();
  const today = join(folder, 'today.db');
  const server = await aServer({ file: today });
  const office = await anOffice(server);
  const worker = await office.admits();
  const written = [...worker.writes(30), ...worker.writes(4, { stream: office.supervisor.device })];
  await worker.syncs(server, written);
  const answered = office.supervisor.writes(6, { stream: worker.device });
  await office.supervisor.syncs(server, answered);
  await server.close();

  const data = join(folder, 'data');
  mkdirSync(data);
  const db = new Database(join(data, 'fieldbook.db'));
  db.exec(
    `create table locks (name text primary key); create table migrations (name text primary key); insert into locks values ('migrations'), ('founding')`,
  );
  for (const statement of migrations[0]?.statements ?? []) db.exec(statement);
  db.exec(
    `insert into migrations values ('001-beginning'); attach '${today}' as today; insert into meta select * from today.meta where key in ('generation', 'secret')`,
  );
  for (const table of tablesOfThen) db.exec(`insert into ${table} select * from today.${table}`);
  db.exec('detach today');
  db.close();
  return { data, supervisor: office.supervisor, worker, ids: idsOf([...written, ...answered]) };
};

const at = (data: string) => {
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data };
  return {
    does: (program: Program, ...args: string[]) => run(built.path(program), args, env),
    while: async (work: (door: ReturnType<typeof doorAt>) => Promise<void>) => {
      const endpoint = runEndpoint(built.path('main'), env);
      onTestFinished(() => endpoint.signal('SIGKILL'));
      await work(doorAt(await endpoint.address));
      endpoint.signal('SIGTERM');
      expect((await endpoint.ended).code).toBe(0);
    },
  };
};

const allSeenBy = async (device: RawDevice, door: ReturnType<typeof doorAt>) => {
  await device.logsIn(door);
  return (await idsIn(await device.syncs(door))).sort();
};

test('under this version everything is there, goes on, and holds together', async () => {
  const { data, supervisor, worker, ids } = await aFolderOfThen();
  const here = at(data);
  const more: string[] = [];
  await here.while(async (door) => {
    expect(await allSeenBy(supervisor, door)).toEqual([...ids].sort());
    await worker.logsIn(door);
    const entries = [...worker.writes(3), ...worker.writes(1, { stream: supervisor.device })];
    more.push(...idsOf(entries));
    expect((await worker.syncs(door, entries)).receipts.map(({ is }) => is)).toEqual(Array(4).fill('kept'));
    await supervisor.syncs(door, supervisor.writes(1, { stream: supervisor.org }));
    expect((await worker.syncs(door)).page.items.length).toBeGreaterThan(0);
  });
  const check = await here.does('verify');
  expect(check.out).toBe(`${ids.length + more.length + 1} entries of 1 organisation: all of it holds together.\n`);
  expect(check.code).toBe(0);
});

test('a backup of it before the upgrade changes nothing in it, and comes back under this version', async () => {
  const { data, supervisor, ids } = await aFolderOfThen();
  const backup = join(data, '..', 'before.backup');
  expect((await at(data).does('verify')).code).toBe(0);
  expect((await at(data).does('backup', backup)).code).toBe(0);
  const db = new Database(join(data, 'fieldbook.db'));
  expect(db.prepare('select name from migrations').all([])).toEqual([expect.objectContaining({ name: '001-beginning' })]);
  db.close();
  const there = at(join(data, '..', 'elsewhere'));
  expect((await there.does('restore', backup)).code).toBe(0);
  await there.while(async (door) => {
    expect(await allSeenBy(supervisor, door)).toEqual([...ids].sort());
  });
  expect((await there.does('verify')).code).toBe(0);
});

test('the way back: what came since the upgrade is kept again when its device offers it', async () => {
  const { data, supervisor, worker, ids } = await aFolderOfThen();
  const before = join(data, '..', 'before.db');
  copyFileSync(join(data, 'fieldbook.db'), before);
  const since = worker.writes(5);
  await at(data).while(async (door) => {
    await worker.logsIn(door);
    await worker.syncs(door, since);
  });
  copyFileSync(before, join(data, 'fieldbook.db'));
  await at(data).while(async (door) => {
    await worker.logsIn(door);
    expect((await worker.syncs(door, since)).receipts.map(({ is }) => is)).toEqual(Array(5).fill('kept'));
    expect(await allSeenBy(supervisor, door)).toEqual([...ids, ...idsOf(since)].sort());
  });
  expect((await at(data).does('verify')).code).toBe(0);
});
