/** What only shows on a real socket: requests that are not whole, headers that contradict each other, connections that dawdle. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../server/listen.ts';
import { encodeSyncBatch } from '../../src/protocol/exchange.ts';
import { anOffice, answerOf, type Office } from '../support/device.ts';
import { aServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let office: Office;
let listening: Listening;

beforeAll(async () => {
  server = await aServer({ limits: { bodyIdleMs: 500 } });
  office = await anOffice(server);
  const heard = await listen(server.app, { host: '127.0.0.1', port: 0 });
  if (!heard.ok) throw new Error(heard.failure.type);
  listening = heard.value;
});
afterAll(async () => {
  await listening.stop();
  await server.close();
});

/** Sends these parts and gives back what came until the connection closed or fell silent. */
const converse = (parts: readonly (string | Uint8Array)[]): Promise<string> =>
  new Promise((heard, broken) => {
    const socket = connect(Number(new URL(listening.url).port), '127.0.0.1');
    let said = '';
    socket.setTimeout(6000, () => socket.destroy());
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1');
    });
    socket.on('close', () => heard(said));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? heard(said) : broken(error),
    );
    for (const part of parts) socket.write(part);
  });

const head = (lines: readonly string[]): string =>
  [
    'POST /api/sync HTTP/1.1',
    `Host: ${new URL(listening.url).host}`,
    'Content-Type: application/cbor',
    `Authorization: Bearer ${office.supervisor.token}`,
    'Connection: close',
    ...lines,
    '',
    '',
  ].join('\r\n');
const statusOf = (said: string): string => /^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 'nothing';
const entriesKept = async () => (await server.store.counts()).entries;

test('an honest batch over a socket is kept', async () => {
  const batch = encodeSyncBatch(await office.supervisor.batch(office.supervisor.writes(2)));
  const response = await fetch(new URL('/api/sync', listening.url), {
    method: 'POST',
    body: batch,
    headers: { 'content-type': 'application/cbor', authorization: `Bearer ${office.supervisor.token}` },
  });
  expect((await answerOf(response)).receipts.map(({ is }) => is)).toEqual(['kept', 'kept']);
});

test('B9 a length and chunks at once, two lengths, a length that is none', async () => {
  const before = await entriesKept();
  expect(statusOf(await converse([head(['Content-Length: 4', 'Transfer-Encoding: chunked']), '0\r\n\r\n']))).toBe('400');
  expect(statusOf(await converse([head(['Content-Length: 4', 'Content-Length: 5']), 'abcde']))).toBe('400');
  expect(statusOf(await converse([head(['Content-Length: -1']), 'a']))).toBe('400');
  expect(statusOf(await converse([head(['Content-Length: 0x10']), 'a']))).toBe('400');
  expect(await entriesKept()).toBe(before);
});

test('B9 fewer bytes than declared: given up, nothing kept', async () => {
  const [before, batch] = [await entriesKept(), encodeSyncBatch(await office.supervisor.batch(office.supervisor.writes(1)))];
  const said = await converse([head([`Content-Length: ${batch.length + 10}`]), batch]);
  expect(statusOf(said)).toBe('408');
  expect(await entriesKept()).toBe(before);
});

test('more bytes than declared: the rest is no request', async () => {
  const batch = encodeSyncBatch(await office.supervisor.batch([]));
  const said = await converse([head([`Content-Length: ${batch.length}`]).replace('Connection: close\r\n', ''), batch, 'more\r\n\r\n']);
  // Node may answer the nonsense before the batch is through; either way the nonsense is refused and the connection ends.
  expect(said.match(/HTTP\/1\.1 (\d+)/g)?.at(-1)).toBe('HTTP/1.1 400');
});

test('a body that never comes is given up', async () => {
  expect(statusOf(await converse([head(['Content-Length: 100'])]))).toBe('408');
  expect(statusOf(await converse([head(['Transfer-Encoding: chunked']), '5\r\nab']))).toBe('408');
});

test('B9 a body declared too large is refused before it comes', async () => {
  expect(statusOf(await converse([head(['Content-Length: 99999999'])]))).toBe('413');
});

test('chunks past the limit are cut off', async () => {
  const chunk = `${(64 << 10).toString(16)}\r\n${'\0'.repeat(64 << 10)}\r\n`;
  expect(statusOf(await converse([head(['Transfer-Encoding: chunked']), ...Array<string>(30).fill(chunk)]))).toBe('413');
});

test('B28 a cookie of 64 KiB', async () => {
  expect(statusOf(await converse([head([`Cookie: ${'a'.repeat(64 << 10)}`])]))).toBe('431');
});

test('what is not HTTP at all', async () => {
  expect(statusOf(await converse(['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n']))).toBe('400');
  expect(statusOf(await converse(['POST /api/sync HTTP/1.1\r\nHost: a b\r\nContent-Length: 0\r\n\r\n']))).toBe('400');
  expect(statusOf(await converse(['GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n']))).toBe('404');
});

test('after all of that the endpoint answers as before', async () => {
  expect((await fetch(new URL('/api/health', listening.url))).status).toBe(200);
  expect(server.lines.filter((line) => line.startsWith('fault'))).toEqual([]);
});
