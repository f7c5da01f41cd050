/** One backup serves both kinds of database: made on either, beside a running endpoint or not, and restored into either. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { runEndpoint } from '../support/builtEndpoint.ts';
import { type BuiltPrograms, buildPrograms, type Program, run } from '../support/builtPrograms.ts';
import { aBusyOffice } from '../support/copies.ts';
import { doorAt } from '../support/door.ts';
import { aFolder } from '../support/folder.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

/** Lines about how far it is come only where it is slow. */
const nothingWrong = expect.not.stringContaining('rong');
let postgres: Postgres;
let built: BuiltPrograms;
beforeAll(async () => {
  [postgres, built] = await Promise.all([startPostgres(), buildPrograms()]);
}, 120_000);
afterAll(async () => {
  built.remove();
  await postgres.dispose();
});

const at = (url: string) => {
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(aFolder(), 'data'), DATABASE_URL: url, FOUNDING: 'open' };
  const starts = async () => {
    const endpoint = runEndpoint(built.path('main'), env);
    onTestFinished(() => endpoint.signal('SIGKILL'));
    return { ...endpoint, origin: new URL(await endpoint.address).origin };
  };
  return { starts, does: (program: Program, ...args: string[]) => run(built.path(program), args, env) };
};
const nameOf = (url: string) => new URL(url).pathname.slice(1);
const ended = async (endpoint: Awaited<ReturnType<ReturnType<typeof at>['starts']>>) => {
  endpoint.signal('SIGTERM');
  expect((await endpoint.ended).code).toBe(0);
};

test('from PostgreSQL to SQLite and back, while the first goes on being written to', async () => {
  const url = await postgres.url();
  const here = at(url);
  const endpoint = await here.starts();
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
  const folder = aFolder();
  const first = join(folder, 'first.backup');
  const backup = await here.does('backup', first);
  expect(backup).toMatchObject({ code: 0, err: nothingWrong });
  expect(backup.out).toMatch(/all of it holds together/);
  expect(await here.does('verify')).toMatchObject({ code: 0, err: nothingWrong });
  expect((await here.does('restore', first, '--replace')).err).toMatch(/^An endpoint is connected to this database; stop it first/);
  sending = false;
  await traffic;
  await ended(endpoint);

  const file = join(folder, 'there.db');
  const there = at(`sqlite:${file}`);
  expect(await there.does('restore', first)).toMatchObject({ code: 0, err: nothingWrong });
  const counted = (await there.does('verify')).out;
  expect(counted).toBe((await here.does('verify', first)).out);
  const second = join(folder, 'second.backup');
  expect((await there.does('backup', second)).code).toBe(0);

  expect((await here.does('restore', second)).err).toMatch(/There is data at .* already\. With --replace/);
  const before = await postgres.ask<{ value: string }>("select value from meta where key = 'generation'", nameOf(url));
  const restored = await here.does('restore', second, '--replace');
  expect(restored).toMatchObject({ code: 0, err: nothingWrong });
  const schema = /in the schema (fieldbook_before_\w+) of the same database/.exec(restored.out)?.[1] ?? '';
  expect((await here.does('verify')).out).toBe(counted);
  const kept = await postgres.ask<{ n: string }>(`select count(*) as n from ${schema}.entries`, nameOf(url));
  expect(Number(kept[0]?.n)).toBeGreaterThan(Number(/^(\d+) entries/.exec(counted)?.[1]));

  const again = await here.starts();
  const after = await postgres.ask<{ value: string }>("select value from meta where key = 'generation'", nameOf(url));
  expect(after[0]?.value).not.toBe(before[0]?.value);
  // Sessions end with it, because what they were signed with is not in a backup.
  await expect(worker?.syncs(doorAt(again.origin))).rejects.toThrow('no-session');
  expect(await worker?.logsIn(doorAt(again.origin))).toBe('200');
  expect((await worker?.syncs(doorAt(again.origin)))?.receipts).toEqual([]);
  await ended(again);
  expect(readdirSync(folder).sort()).toEqual(['first.backup', 'second.backup', 'there.db']);
});

test('a restore that fails half-way changes nothing, and a check finds what is wrong', async () => {
  const url = await postgres.url();
  const here = at(url);
  const endpoint = await here.starts();
  await aBusyOffice(doorAt(endpoint.origin));
  await ended(endpoint);
  const file = join(aFolder(), 'kept.backup');
  await here.does('backup', file);
  const ask = (sql: string) => postgres.ask(sql, nameOf(url));
  await ask('delete from entries where place = 3');
  const check = await here.does('verify');
  expect(check.code).toBe(1);
  expect(check.err).toMatch(/there is no entry at place 3, though others come after it/);
  // The database says no in the middle of it.
  await ask(`create function no_more() returns event_trigger language plpgsql as $$ begin raise 'no'; end $$`);
  await ask(`create event trigger no_more on ddl_command_end when tag in ('CREATE TABLE') execute function no_more()`);
  const failed = await here.does('restore', file, '--replace');
  expect(failed.code).toBe(1);
  await ask('drop event trigger no_more');
  expect((await here.does('verify')).err).toMatch(/there is no entry at place 3/);
  expect((await here.does('restore', file, '--replace')).code).toBe(0);
  expect((await here.does('verify')).code).toBe(0);
});
