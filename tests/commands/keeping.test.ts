/** Backup, restore and check as a person runs them: beside a running endpoint, a stopped one, a killed one. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { runEndpoint } from '../support/builtEndpoint.ts';
import { type BuiltPrograms, buildPrograms, type Program, run } from '../support/builtPrograms.ts';
import { aBusyOffice } from '../support/copies.ts';
import { doorAt } from '../support/door.ts';
import { aFolder } from '../support/folder.ts';

/** Each test starts half a dozen programs, one after the other. */
vi.setConfig({ testTimeout: 90_000 });

/** Lines about how far it is come only where it is slow. */
const nothingWrong = expect.not.stringContaining('rong');
let built: BuiltPrograms;
beforeAll(async () => {
  built = await buildPrograms();
}, 60_000);
afterAll(() => built.remove());

const aPlace = () => {
  const folder = aFolder();
  const data = join(folder, 'data');
  const database = join(data, 'fieldbook.db');
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, FOUNDING: 'open' };
  const does = (program: Program, ...args: string[]) => run(built.path(program), args, env);
  const starts = async () => {
    const endpoint = runEndpoint(built.path('main'), env);
    onTestFinished(() => endpoint.signal('SIGKILL'));
    return { ...endpoint, origin: new URL(await endpoint.address).origin };
  };
  return { folder, data, database, does, starts };
};

/** A database of a stopped endpoint with one of everything in it. */
const aStoppedOne = async () => {
  const place = aPlace();
  const endpoint = await place.starts();
  await aBusyOffice(doorAt(endpoint.origin));
  endpoint.signal('SIGTERM');
  await endpoint.ended;
  return place;
};

const entriesIn = (database: string): number => {
  const db = new Database(database);
  const row = db.prepare('select count(*) as entries from entries').get([]);
  db.close();
  return typeof row === 'object' && row !== null && 'entries' in row ? Number(row.entries) : Number.NaN;
};

describe('beside a running endpoint', () => {
  test('a backup is made and a check passes, while devices go on sending', async () => {
    const { folder, does, starts } = aPlace();
    const endpoint = await starts();
    const server = doorAt(endpoint.origin);
    const { workers } = await aBusyOffice(server);
    const [worker] = workers;
    let sending = true;
    const traffic = (async () => {
      while (sending) {
        await worker?.syncs(server, worker.writes(5));
        // However long the commands take, it asks less often than the endpoint allows a device.
        await pause(120);
      }
    })();
    const file = join(folder, 'kept.backup');
    const backup = await does('backup', file);
    const check = await does('verify');
    sending = false;
    await traffic;
    expect(backup).toMatchObject({ code: 0, err: nothingWrong });
    expect(backup.out).toMatch(/^Backed up to .*kept\.backup, [\d.]+ kB\. \d+ entries of 1 organisation: all of it holds together\.\n$/);
    expect(check).toMatchObject({ code: 0, err: nothingWrong });
    expect(await does('verify', file)).toMatchObject({ code: 0, err: nothingWrong });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['data', 'kept.backup']);
  });

  test('restoring is refused, whether or not its own account asks', async () => {
    const { folder, database, does, starts } = aPlace();
    await starts();
    const file = join(folder, 'kept.backup');
    await does('backup', file);
    const refused = { code: 1, out: '', err: 'The endpoint is running; stop it first. Nothing was changed.\n' };
    expect(await does('restore', file, '--replace')).toEqual(refused);
    writeFileSync(`${database}.control`, '{"port":1,"token":"not the token of this endpoint"}');
    expect(await does('restore', file, '--replace')).toEqual(refused);
    expect((await does('backup', file)).err).toMatch(/is in use by an endpoint that this account cannot ask/);
  });

  test('only its own account can ask it for a copy', async () => {
    const { database, starts } = aPlace();
    await starts();
    expect(statSync(`${database}.control`).mode & 0o777).toBe(0o600);
    const { port, token } = JSON.parse(readFileSync(`${database}.control`, 'utf8'));
    const status = async (path: string, said?: string) =>
      (await fetch(`http://127.0.0.1:${port}${path}`, said === undefined ? {} : { headers: { authorization: said } })).status;
    expect(await status('/copy')).toBe(403);
    expect(await status('/copy', `Bearer ${token.slice(1)}`)).toBe(403);
    expect(await status('/copy', `Bearer ${'x'.repeat(token.length)}`)).toBe(403);
    expect(await status('/other', `Bearer ${token}`)).toBe(404);
    expect(await status('/copy', `Bearer ${token}`)).toBe(200);
  });
});

describe('beside a stopped endpoint', () => {
  test('a backup comes back as a new history, and what was there is kept', async () => {
    const { folder, data, database, does, starts } = await aStoppedOne();
    const file = join(folder, 'kept.backup');
    expect((await does('backup', file)).code).toBe(0);
    const before = entriesIn(database);
    expect(before).toBeGreaterThan(20);
    expect(await does('restore', file)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/There is data in .* already\. With --replace/),
    });
    expect(readdirSync(data)).toEqual(['fieldbook.db']);

    const restored = await does('restore', file, '--replace');
    expect(restored).toMatchObject({ code: 0, err: nothingWrong });
    expect(restored.out).toMatch(/^Restored as it was on \d{4}-\d\d-\d\d at \d\d:\d\d UTC: \d+ entries of 1 organisation/);
    const [now, old] = readdirSync(data).sort();
    expect([now, old]).toEqual(['fieldbook.db', expect.stringMatching(/^fieldbook\.db\.before-/)]);
    expect(entriesIn(database)).toBe(before);
    expect(entriesIn(join(data, old ?? ''))).toBe(before);
    const generationOf = (path: string) => {
      const db = new Database(path);
      const value = JSON.stringify(db.prepare("select value from meta where key = 'generation'").get([]));
      db.close();
      return value;
    };
    const endpoint = await starts();
    endpoint.signal('SIGTERM');
    await endpoint.ended;
    expect(generationOf(database)).not.toBe(generationOf(join(data, old ?? '')));
    expect((await does('verify')).code).toBe(0);
  });

  test('a damaged, a cut or a foreign file changes nothing', async () => {
    const { folder, data, does } = await aStoppedOne();
    const file = join(folder, 'kept.backup');
    await does('backup', file);
    const bytes = readFileSync(file);
    const damaged = Buffer.from(bytes);
    damaged[bytes.length >> 1] = (damaged[bytes.length >> 1] ?? 0) ^ 1;
    const wrong: readonly (readonly [Buffer, RegExp])[] = [
      [damaged, /is damaged/],
      [bytes.subarray(0, bytes.length - 5), /is cut short/],
      [Buffer.from('Dear colleague'.repeat(100)), /is not a backup of Fieldbook/],
      [Buffer.from(bytes.toString('latin1').replace('backup 1', 'backup 2'), 'latin1'), /newer version/],
    ];
    for (const [content, sentence] of wrong) {
      writeFileSync(join(folder, 'wrong.backup'), content);
      const said = await does('restore', join(folder, 'wrong.backup'), '--replace');
      expect(said).toMatchObject({ code: 1, out: '' });
      expect(said.err).toMatch(sentence);
      expect(said.err).toMatch(/Nothing was changed|newer|not a backup/);
    }
    expect(readdirSync(data)).toEqual(['fieldbook.db']);
  });

  test('a check says what is wrong, and so do a backup and a restore', async () => {
    const { folder, database, does } = await aStoppedOne();
    const db = new Database(database);
    db.exec("update entries set bytes = x'00ff' where place = 4; delete from entries where place = 2");
    db.close();
    const check = await does('verify');
    expect(check.code).toBe(1);
    expect(check.err).toMatch(/Wrong: organisation [0-9a-f]{8}: the entry at place 4 is not the one that its id names/);
    expect(check.err).toMatch(/there is no entry at place 2/);
    expect(check.out).toMatch(/things are wrong, told above\.\n$/);
    const file = join(folder, 'kept.backup');
    expect((await does('backup', file)).code).toBe(1);
    expect(existsSync(file)).toBe(true);
    expect(await does('restore', file, '--replace')).toMatchObject({ code: 1, err: expect.stringMatching(/nothing was changed/) });
  });

  test('a backup that cannot be finished leaves the older one as it is', async () => {
    const { folder, database, does } = await aStoppedOne();
    const file = join(folder, 'kept.backup');
    await does('backup', file);
    const before = readFileSync(file);
    writeFileSync(database, 'no database any more'.repeat(500));
    expect((await does('backup', file)).code).toBe(1);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['data', 'kept.backup']);
    const restored = await does('restore', file, '--replace');
    expect(restored).toMatchObject({ code: 0 });
    expect((await does('verify')).code).toBe(0);
  });
});

test('a killed endpoint leaves nothing that is in the way', async () => {
  const { folder, database, does, starts } = aPlace();
  const endpoint = await starts();
  await aBusyOffice(doorAt(endpoint.origin));
  endpoint.signal('SIGKILL');
  await endpoint.ended;
  expect(existsSync(`${database}.control`)).toBe(true);
  const file = join(folder, 'kept.backup');
  expect(await does('backup', file)).toMatchObject({ code: 0, err: nothingWrong });
  expect((await does('restore', file, '--replace')).code).toBe(0);
  expect((await does('verify')).code).toBe(0);
});

test('wrong words get one sentence', async () => {
  const { does } = aPlace();
  expect(await does('backup')).toEqual({ code: 1, out: '', err: 'Say where to: npm run backup -- FILE\n' });
  expect((await does('restore', '--keep-generation', 'a')).err).toMatch(/^Say which: npm run restore/);
  expect((await does('verify', '/nowhere/at/all')).err).toBe('There is no file /nowhere/at/all.\n');
  expect((await does('verify')).err).toMatch(/^There is no database at /);
});
