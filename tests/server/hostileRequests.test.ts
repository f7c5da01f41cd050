/** Requests whose headers, lengths, origins or paths are not what they should be (B9 to B11, B22, B23, B26, B28). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { encodeSyncBatch, type SyncBatch } from '../../src/protocol/exchange.ts';
import { maxBatchBytes } from '../../src/protocol/numbers.ts';
import { aBesiegedOffice, type Besieged } from '../support/besieged.ts';
import { answerOf } from '../support/device.ts';
import { outcomeOf } from '../support/server.ts';

let honest: SyncBatch;
let besieged: Besieged;
beforeAll(async () => {
  besieged = await aBesiegedOffice();
  honest = await besieged.worker.batch(besieged.worker.writes(3));
});
afterAll(() => besieged.server.close());

describe('bodies and headers', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}, path = '/api/sync') =>
    besieged.server.app(
      new Request(new URL(path, besieged.server.origin), {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/cbor', authorization: `Bearer ${besieged.worker.token}`, ...headers },
        duplex: 'half',
      } as RequestInit),
      { address: '192.0.2.7' },
    );
  const stream = (next: (sent: number) => Promise<Uint8Array | null>): { readonly body: ReadableStream; readonly sent: () => number } => {
    let sent = 0;
    const body = new ReadableStream({
      pull: async (controller) => {
        const chunk = await next(sent);
        if (!chunk) return controller.close();
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    return { body, sent: () => sent };
  };

  test('B9 B23 a body that never ends is cut off at the limit, not after', async () => {
    const endless = stream(async () => new Uint8Array(64 << 10));
    await besieged.leavesNoTrace(async () => outcomeOf(await post(endless.body)), '413 too-large');
    expect(endless.sent()).toBeLessThan(maxBatchBytes * 1.3);
  });

  test('B9 a length that promises too much is refused before reading', async () => {
    const never = stream(() => new Promise(() => undefined));
    await besieged.leavesNoTrace(async () => outcomeOf(await post(never.body, { 'content-length': String(64 << 20) })), '413 too-large');
  });

  test('a body that stops coming is given up', async () => {
    const whole = encodeSyncBatch(honest);
    const stuck = stream(async (sent) => (sent === 0 ? whole.slice(0, 10) : new Promise(() => undefined)));
    await besieged.leavesNoTrace(async () => outcomeOf(await post(stuck.body)), '408 too-slow');
  });

  test('a body whose connection breaks keeps nothing', async () => {
    const broken = stream(async (sent) => {
      if (sent > 0) throw new Error('reset');
      return encodeSyncBatch(honest).slice(0, 100);
    });
    await besieged.leavesNoTrace(async () => outcomeOf(await post(broken.body)), '400 malformed');
  });

  test('one byte at a time is slow but honest', async () => {
    const device = await besieged.office.admits();
    const whole = encodeSyncBatch(await device.batch(device.writes(1)));
    const crumbs = stream(async (sent) => (sent < whole.length ? whole.slice(sent, sent + 1) : null));
    const response = await post(crumbs.body, { authorization: `Bearer ${device.token}` });
    expect((await answerOf(response)).receipts[0]?.is).toBe('kept');
  });

  test.each([
    ['B10 gzip', { 'content-encoding': 'gzip' }, '415 wrong-content'],
    ['B10 br, then gzip', { 'content-encoding': 'br, gzip' }, '415 wrong-content'],
    ['B11 text/plain', { 'content-type': 'text/plain' }, '415 wrong-content'],
    ['B11 a form', { 'content-type': 'application/x-www-form-urlencoded' }, '415 wrong-content'],
    ['B11 JSON', { 'content-type': 'application/json' }, '415 wrong-content'],
    ['B11 cbor by another name', { 'content-type': 'application/cbor-seq' }, '415 wrong-content'],
    ['B11 another origin', { origin: 'https://elsewhere.example' }, '403 foreign-origin'],
    ['B11 no origin that can be named', { origin: 'null' }, '403 foreign-origin'],
    ['B11 an origin that looks alike', { origin: 'https://office.example.elsewhere.example' }, '403 foreign-origin'],
    [
      'B28 a forged host behind no proxy',
      { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' },
      '403 foreign-origin',
    ],
    ['no token', { authorization: '' }, '401 no-session'],
    ['a token of another kind', { authorization: 'Basic YTpi' }, '401 no-session'],
    ['two tokens', { authorization: 'Bearer a, Bearer b' }, '401 no-session'],
  ])('%s', async (_, headers, expected) => {
    await besieged.leavesNoTrace(async () => outcomeOf(await post(encodeSyncBatch(honest), headers)), expected);
  });

  test('B11 the same origin, and no origin at all, are let in', async () => {
    expect((await post(encodeSyncBatch(await besieged.worker.batch([])), { origin: besieged.server.origin })).status).toBe(200);
    expect((await post(encodeSyncBatch(await besieged.worker.batch([])))).status).toBe(200);
  });

  test('B22 another protocol is told apart from nonsense', async () => {
    await besieged.leavesNoTrace(
      async () =>
        outcomeOf(await besieged.server.post('/api/sync', encodeCbor({ ...honest, protocol: 3 }), { token: besieged.worker.token })),
      '426 unknown-protocol',
    );
    await besieged.leavesNoTrace(
      async () =>
        outcomeOf(await besieged.server.post('/api/sync', encodeCbor({ protocol: 7, anything: 'else' }), { token: besieged.worker.token })),
      '426 unknown-protocol',
    );
    await besieged.leavesNoTrace(
      async () =>
        outcomeOf(await besieged.server.post('/api/sync', encodeCbor({ ...honest, protocol: '1' }), { token: besieged.worker.token })),
      '400 malformed',
    );
  });

  test('B26 paths that lead nowhere', async () => {
    for (const path of [
      '/api',
      '/api/',
      '/api/nothing',
      '/api/sync/',
      '/api//sync',
      '/api/sync/../../etc/passwd',
      '/api/%2e%2e/x',
      '/API/SYNC',
    ]) {
      await besieged.leavesNoTrace(async () => outcomeOf(await post(encodeSyncBatch(honest), {}, path)), '404 not-found');
    }
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await besieged.server.app(new Request(new URL('/api/sync', besieged.server.origin), { method }), {
        address: '192.0.2.7',
      });
      expect(await outcomeOf(response)).toBe('404 not-found');
    }
  });
});
