/** The endpoint as whoever operates it meets it: what it says at the start, how it stops, what it shows on its other ports. */
import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { plainHttpWarning } from '../../server/reach.ts';
import { readSettings } from '../../server/settings.ts';
import { type BuiltEndpoint, buildEndpoint, runEndpoint } from '../support/builtEndpoint.ts';
import { aDevice, anOffice } from '../support/device.ts';
import { doorAt } from '../support/door.ts';
import { aFolder } from '../support/folder.ts';
import { freePort } from '../support/process.ts';

let built: BuiltEndpoint;
beforeAll(async () => {
  built = await buildEndpoint();
}, 60_000);
afterAll(() => built.remove());

const starts = (env: Record<string, string> = {}) => {
  const data = join(aFolder(), 'data');
  const running = runEndpoint(built.program, { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, ...env });
  onTestFinished(() => running.signal('SIGKILL'));
  return { ...running, data };
};

describe('settings for operating it', () => {
  const read = (env: Record<string, string>) => readSettings(env, { appDir: '/srv/app' });

  test('are off, or quiet, unless they are set', () => {
    const plain = read({});
    expect(plain.ok && plain.value).toMatchObject({ metrics: null, logFormat: 'text', drainMs: 0 });
    const said = read({ METRICS_PORT: '9100', METRICS_HOST: '0.0.0.0', LOG: 'json', DRAIN_SECONDS: '15' });
    expect(said.ok && said.value).toMatchObject({ metrics: { port: 9100, host: '0.0.0.0' }, logFormat: 'json', drainMs: 15_000 });
    const here = read({ METRICS_PORT: '9100' });
    expect(here.ok && here.value.metrics).toEqual({ port: 9100, host: '127.0.0.1' });
  });

  test.each([
    [{ LOG: 'loud' }, 'LOG must be text or json.'],
    [{ METRICS_PORT: 'yes' }, 'METRICS_PORT must be a number between 0 and 65535.'],
    [{ METRICS_HOST: 'a b' }, 'METRICS_HOST must be a host name or an address.'],
    [{ DRAIN_SECONDS: '1000' }, 'DRAIN_SECONDS must be a number of seconds, at most 600.'],
  ])('%o is told in one sentence', (env, sentence) => {
    expect(read(env)).toEqual({ ok: false, failure: { sentence } });
  });

  test.each([
    ['0.0.0.0', false, true],
    ['192.0.2.7', false, true],
    ['::', false, true],
    ['office.example', false, true],
    ['0.0.0.0', true, false],
    ['localhost', false, false],
    ['127.0.0.1', false, false],
    ['::1', false, false],
  ])('at %s, behind a proxy %s: a warning about plain HTTP %s', (host, trustProxy, warned) => {
    expect(plainHttpWarning({ host, trustProxy }) !== null).toBe(warned);
  });
});

test('an address others can reach by plain HTTP is told to be of no use to phones, and what to do', async () => {
  const running = starts({ HOST: '0.0.0.0' });
  await running.address;
  running.signal('SIGTERM');
  const { out } = await running.ended;
  expect(out).toMatch(/phones can do nothing here\. Put a proxy with a certificate in front and set TRUST_PROXY=on; deploy\/README\.md/);
});

test('with LOG=json every line is one JSON object', async () => {
  const running = starts({ LOG: 'json', HOST: '0.0.0.0', METRICS_PORT: '0' });
  await fetch(new URL('/api/health', (await running.address).replace(/"\}?$/, '')));
  running.signal('SIGTERM');
  const { out, code } = await running.ended;
  const lines = out.trim().split('\n');
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ time: expect.stringMatching(/Z$/), event: expect.any(String) });
  expect(lines.some((line) => line.includes('"route":"/api/health"'))).toBe(true);
  expect(code).toBe(0);
});

test('a request that is under way when it is asked to stop is answered, new ones are not taken, and it ends well', async () => {
  const running = starts();
  const { port } = new URL(await running.address);
  const socket = connect(Number(port), '127.0.0.1');
  let said = '';
  socket.on('data', (chunk) => {
    said += String(chunk);
  });
  socket.write('POST /api/challenge HTTP/1.1\r\nHost: x\r\nContent-Type: application/cbor\r\nContent-Length: 3\r\n\r\n\x01');
  await fetch(new URL('/api/health', await running.address));
  running.signal('SIGTERM');
  await expect
    .poll(() =>
      fetch(new URL('/api/health', `http://127.0.0.1:${port}`)).then(
        () => 'taken',
        () => 'not taken',
      ),
    )
    .toBe('not taken');
  socket.write('\x02\x03');
  const { code, err } = await running.ended;
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  expect([code, err]).toEqual([0, '']);
});

test('while it drains it still answers, and says by its health that it is going', async () => {
  const running = starts({ DRAIN_SECONDS: '3' });
  const address = await running.address;
  const server = doorAt(address);
  const { supervisor } = await anOffice(server);
  running.signal('SIGTERM');
  await expect.poll(async () => (await fetch(new URL('/api/health', address))).status).toBe(503);
  const answer = await supervisor.syncs(server, supervisor.writes(2));
  expect(answer.receipts.map(({ is }) => is)).toEqual(['kept', 'kept']);
  expect((await running.ended).code).toBe(0);
});

test('metrics are shown at their own port alone', async () => {
  const port = await freePort();
  const running = starts({ METRICS_PORT: String(port) });
  const address = await running.address;
  const server = doorAt(address);
  const { supervisor } = await anOffice(server);
  await supervisor.syncs(server, supervisor.writes(3));
  await (await aDevice()).logsIn(server);
  const page = await (await fetch(`http://127.0.0.1:${port}/api/metrics`)).text();
  expect(page).toContain('fieldbook_entries_total{outcome="kept",reason=""} 3');
  expect(page).toContain('fieldbook_requests_total{method="POST",route="/api/login",status="401"} 1');
  expect(Number(/^fieldbook_database_bytes (\d+)$/m.exec(page)?.[1])).toBeGreaterThan(4096);
  expect(Number(/^fieldbook_received_bytes_total (\d+)$/m.exec(page)?.[1])).toBeGreaterThan(100);
  for (const path of ['/api/metrics', '/metrics']) expect((await fetch(new URL(path, address))).status).toBe(404);
});

test('a database that a newer version has used is left alone, with a sentence', async () => {
  const first = starts();
  await first.address;
  first.signal('SIGTERM');
  await first.ended;
  const file = join(first.data, 'fieldbook.db');
  const db = new Database(file);
  db.exec("insert into migrations values ('999-of-tomorrow')");
  db.close();
  const older = starts({ DATA_DIR: first.data });
  expect(await older.ended).toEqual({
    code: 1,
    out: '',
    err: `A newer version of Fieldbook has used ${file}; start that version, or restore a backup that this one made.\n`,
  });
  const again = new Database(file);
  again.exec("delete from migrations where name = '999-of-tomorrow'");
  again.close();
  const back = starts({ DATA_DIR: first.data });
  await back.address;
  back.signal('SIGTERM');
  expect((await back.ended).code).toBe(0);
});
