/**
 * Requests nobody's app would send (the B classes of bad input). Whatever comes: an answer from the list of refusals,
 * quickly, nothing half-kept, no fault of ours in the log, and the next honest exchange goes through.
 */
import { encode } from 'cborg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, concat, toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { encodeSyncBatch, type SyncBatch } from '../../src/protocol/exchange.ts';
import { maxBatchBytes } from '../../src/protocol/numbers.ts';
import {
  aDevice,
  admissionLink,
  anOffice,
  answerOf,
  foundingLink,
  type Office,
  proofOf,
  type RawDevice,
  random,
} from '../support/device.ts';
import { aServer, outcomeOf, type PostOptions, type TestServer } from '../support/server.ts';

let server: TestServer;
let office: Office;
let worker: RawDevice;
let honest: SyncBatch;

beforeAll(async () => {
  server = await aServer({ limits: { devicePerMinute: 100_000, joinFailures: 100_000, bodyIdleMs: 100 } });
  office = await anOffice(server);
  worker = await office.admits();
  honest = await worker.batch(worker.writes(3));
});
afterAll(() => server.close());

const text = (said: string): Bytes => new TextEncoder().encode(said);
const changed = (changes: Record<string, unknown>): Bytes => encode({ ...honest, ...changes }) as Bytes;
const firstRun = () => honest.runs[0] ?? expect.fail('a run');
const runWith = (at: number, value: unknown) => changed({ runs: [firstRun().map((part, index) => (index === at ? value : part))] });

/** Sent by a worker with a good token to /api/sync. */
const brokenBatches: Readonly<Record<string, () => Bytes | Promise<Bytes>>> = {
  'B1 empty body': () => new Uint8Array(),
  'B2 an array': () => encodeCbor([]),
  'B2 a text': () => encodeCbor('batch'),
  'B2 null': () => encodeCbor(null),
  'B2 JSON': () => text(JSON.stringify(honest)),
  'B2 an empty map': () => encodeCbor({}),
  'B4 a second value behind': () => concat(encodeSyncBatch(honest), encodeCbor(1)),
  'B4 one zero byte behind': () => concat(encodeSyncBatch(honest), new Uint8Array(1)),
  'B5 a key twice': () => {
    const once = encodeSyncBatch(honest);
    return concat(new Uint8Array([(once[0] ?? 0) + 1]), once.slice(1), encodeCbor('seenUpTo'), encodeCbor(0));
  },
  'B6 __proto__ as a key': () => concat(new Uint8Array([0xa1]), encodeCbor('__proto__'), encodeCbor({ protocol: 1 })),
  'B6 constructor as a key': () => changed({ constructor: 1 }),
  'B6 toString as a key': () => changed({ toString: 1 }),
  'B7 a hundred thousand arrays in each other': () => concat(new Uint8Array(100_000).fill(0x81), encodeCbor(0)),
  'B7 a hundred thousand maps in each other': () => concat(...Array<Bytes>(50_000).fill(new Uint8Array([0xa1, 0x61, 0x61]))),
  'B7 tags in each other': () => new Uint8Array(50_000).fill(0xc1),
  'B8 an array that says it holds four thousand million': () => new Uint8Array([0x9a, 0xff, 0xff, 0xff, 0xff]),
  'B8 bytes that say they are eight thousand million million': () => new Uint8Array([0x5b, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
  'B8 a run of no bodies': () => runWith(8, []),
  'B8 501 proofs': () => changed({ proofs: Array.from({ length: 501 }, () => [0, random(64)]) }),
  'B9 an array of unknown length': () => new Uint8Array([0x9f, 0x01, 0xff]),
  'B12 infinity': () => changed({ seenUpTo: Number.POSITIVE_INFINITY }),
  'B12 not a number': () => changed({ seenUpTo: Number.NaN }),
  'B12 past 2^53': () => changed({ seenUpTo: 2 ** 53 + 2 }),
  'B12 a big integer': () => changed({ seenUpTo: 2n ** 64n - 1n }),
  'B12 a fraction': () => changed({ seenUpTo: 1.5 }),
  'B12 1 as a float': () => replaced(changed({ seenUpTo: 0 }), encodeCbor('seenUpTo'), new Uint8Array([0xf9, 0x3c, 0x00])),
  'B12 1 in two bytes': () => replaced(changed({ seenUpTo: 0 }), encodeCbor('seenUpTo'), new Uint8Array([0x18, 0x01])),
  'B12 minus zero': () => replaced(changed({ seenUpTo: 0 }), encodeCbor('seenUpTo'), new Uint8Array([0xf9, 0x80, 0x00])),
  'B13 overlong UTF-8': () => replaced(changed({ generation: '' }), encodeCbor('generation'), new Uint8Array([0x62, 0xc0, 0x80])),
  'B13 half a character': () => replaced(changed({ generation: '' }), encodeCbor('generation'), new Uint8Array([0x63, 0xed, 0xa0, 0x80])),
  'B13 a generation as long as a book': () => changed({ generation: 'a'.repeat(50_000) }),
  'B15 an org of 15 bytes': () => runWith(2, random(15)),
  'B15 a previous of 31 bytes': () => runWith(6, random(31)),
  'B15 a stream that is a text': () => runWith(3, 'office'),
  'B15 a signature of 63 bytes': () => changed({ proofs: [[0, random(63)]] }),
  'B15 a proof for an entry that is not there': () => changed({ proofs: [[3, random(64)]] }),
  'B19 sequence 0': () => runWith(5, 0),
  'B19 sequence -1': () => runWith(5, -1),
  'B27 a cursor below zero': () => changed({ seenUpTo: -1 }),
  'B27 a cursor that is a text': () => changed({ seenUpTo: '0' }),
  'a key nobody knows': () => changed({ extra: true }),
  'a key missing': () => {
    const { proofs: _, ...rest } = honest;
    return encodeCbor(rest);
  },
  'keys in another order': () => concat(new Uint8Array([0xa2]), encodeCbor('seenUpTo'), encodeCbor(0), encodeCbor('runs'), encodeCbor([])),
};

/** Puts another value behind a key, spelled as no encoder of ours would. */
const replaced = (body: Bytes, key: Bytes, value: Bytes): Bytes => {
  const at = Buffer.from(body).indexOf(key) + key.length;
  return concat(body.slice(0, at), value, body.slice(at + 1));
};

const nothingKept = async (send: () => Promise<string>, expected: string | RegExp): Promise<void> => {
  const [before, faults] = [await server.store.counts(), server.lines.filter((line) => line.startsWith('fault')).length];
  const began = performance.now();
  expect(await send()).toMatch(expected);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(await server.store.counts()).toEqual(before);
  expect(server.lines.filter((line) => line.startsWith('fault'))).toHaveLength(faults);
};

describe('batches that are none are refused as malformed', () => {
  test.each(Object.entries(brokenBatches))('%s', async (_, make) => {
    const body = await make();
    await nothingKept(async () => outcomeOf(await server.post('/api/sync', body, { token: worker.token })), /^400 malformed$/);
  });

  test('B3 cut off after every byte', async () => {
    const whole = encodeSyncBatch(await worker.batch(worker.writes(1)));
    for (let length = 0; length < whole.length; length += 1) {
      await nothingKept(
        async () => outcomeOf(await server.post('/api/sync', whole.slice(0, length), { token: worker.token })),
        '400 malformed',
      );
    }
  });

  test('a bit flipped in every byte: refused whole, or the entry is set aside, or only what is not an entry was touched', async () => {
    const device = await office.admits();
    const whole = encodeSyncBatch(await device.batch(device.writes(1, { length: 28 })));
    const { entries } = await server.store.counts();
    for (let place = 0; place < whole.length; place += 1) {
      const flipped = whole.map((byte, at) => (at === place ? byte ^ (1 << ((place * 3) % 8)) : byte));
      const response = await server.post('/api/sync', flipped, { token: device.token });
      expect(response.status).toBeLessThan(500);
      if (response.ok) expect((await answerOf(response)).receipts).toHaveLength(1);
    }
    // Bits of the cursor or of the count of roster links leave the entry whole: it is kept, once.
    expect((await server.store.counts()).entries - (entries ?? 0)).toBeLessThanOrEqual(1);
  });
});

test('B8 no entries is an honest question; 501, or a million empty ones, are too many', async () => {
  expect((await worker.syncs(server)).receipts).toEqual([]);
  const bodies = (count: number) => runWith(8, Array<Bytes>(count).fill(new Uint8Array()));
  for (const count of [501, 1_000_001]) {
    await nothingKept(
      async () => outcomeOf(await server.post('/api/sync', bodies(count), { token: worker.token })),
      /^413 too-large$|^400 malformed$/,
    );
  }
});

describe('bodies and headers', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}, path = '/api/sync') =>
    server.app(
      new Request(new URL(path, server.origin), {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/cbor', authorization: `Bearer ${worker.token}`, ...headers },
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
    await nothingKept(async () => outcomeOf(await post(endless.body)), '413 too-large');
    expect(endless.sent()).toBeLessThan(maxBatchBytes * 1.3);
  });

  test('B9 a length that promises too much is refused before reading', async () => {
    const never = stream(() => new Promise(() => undefined));
    await nothingKept(async () => outcomeOf(await post(never.body, { 'content-length': String(64 << 20) })), '413 too-large');
  });

  test('a body that stops coming is given up', async () => {
    const whole = encodeSyncBatch(honest);
    const stuck = stream(async (sent) => (sent === 0 ? whole.slice(0, 10) : new Promise(() => undefined)));
    await nothingKept(async () => outcomeOf(await post(stuck.body)), '408 too-slow');
  });

  test('a body whose connection breaks keeps nothing', async () => {
    const broken = stream(async (sent) => {
      if (sent > 0) throw new Error('reset');
      return encodeSyncBatch(honest).slice(0, 100);
    });
    await nothingKept(async () => outcomeOf(await post(broken.body)), '400 malformed');
  });

  test('one byte at a time is slow but honest', async () => {
    const device = await office.admits();
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
    await nothingKept(async () => outcomeOf(await post(encodeSyncBatch(honest), headers)), expected);
  });

  test('B11 the same origin, and no origin at all, are let in', async () => {
    expect((await post(encodeSyncBatch(await worker.batch([])), { origin: server.origin })).status).toBe(200);
    expect((await post(encodeSyncBatch(await worker.batch([])))).status).toBe(200);
  });

  test('B22 another protocol is told apart from nonsense', async () => {
    await nothingKept(
      async () => outcomeOf(await server.post('/api/sync', changed({ protocol: 2 }), { token: worker.token })),
      '426 unknown-protocol',
    );
    await nothingKept(
      async () => outcomeOf(await server.post('/api/sync', encodeCbor({ protocol: 7, anything: 'else' }), { token: worker.token })),
      '426 unknown-protocol',
    );
    await nothingKept(
      async () => outcomeOf(await server.post('/api/sync', changed({ protocol: '1' }), { token: worker.token })),
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
      await nothingKept(async () => outcomeOf(await post(encodeSyncBatch(honest), {}, path)), '404 not-found');
    }
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await server.app(new Request(new URL('/api/sync', server.origin), { method }), { address: '192.0.2.7' });
      expect(await outcomeOf(response)).toBe('404 not-found');
    }
  });
});

describe('entries that are not what they say', () => {
  const outcomesOf = async (entries: ReturnType<RawDevice['writes']>, changes: Partial<SyncBatch> = {}, by = worker) =>
    (await by.syncs(server, entries, changes)).receipts.map((receipt) => (receipt.is === 'set-aside' ? receipt.reason : receipt.is));
  const isAside = (send: () => Promise<string[]>, expected: string[]) => nothingKept(async () => (await send()).join(), expected.join());

  test('B16 signed by a device of another organisation, or by this one over another header', async () => {
    const stranger = await aDevice();
    const [entry] = worker.writes(1);
    if (!entry) throw new Error('one was written');
    const swapped = { ...entry, entry: { ...entry.entry, header: { ...entry.entry.header, sequence: 99 } } };
    const proofs = [await proofOf(stranger, entry), await proofOf(worker, swapped), await proofOf(worker, { ...entry, id: random(32) })];
    for (const proof of proofs) await isAside(() => outcomesOf([entry], { proofs: [[0, proof]] }), ['unproven']);
  });

  test('B24 a batch of one organisation with a token of another', async () => {
    const elsewhere = await aServer();
    const other = (await anOffice(elsewhere)).supervisor;
    await isAside(() => outcomesOf(other.writes(2)), ['not-yours', 'not-yours']);
    await elsewhere.close();
  });

  test('B24 a batch of last year is had, not kept again', async () => {
    const entries = worker.writes(2);
    await worker.syncs(server, entries);
    server.timePasses(365 * 24 * 3_600_000);
    await worker.logsIn(server);
    await office.supervisor.logsIn(server);
    await isAside(() => outcomesOf(entries), ['had', 'had']);
  });

  test('B18 a grant with no wraps, with too many, and with something else inside', async () => {
    const wrap = { reader: random(16), encapsulated: random(65), sealed: random(80) };
    const grantOf = (wraps: unknown[]) => encodeCbor({ grant: random(16), wraps, signature: random(64) });
    const asGrant = (body: Bytes) =>
      worker.writes(1, { change: ({ header }) => ({ header: { ...header, key: null, length: body.length }, body }) });
    for (const body of [
      grantOf([]),
      grantOf(Array(1001).fill(wrap)),
      grantOf([{ ...wrap, reader: random(15) }]),
      encodeCbor({}),
      random(60),
    ]) {
      await isAside(() => outcomesOf(asGrant(body)), ['malformed']);
    }
    expect(await outcomesOf(asGrant(grantOf([wrap])))).toEqual(['kept']);
  });

  test('B23 an entry one byte past the limit; the largest that fits is kept', async () => {
    const around = async (length: number) => outcomesOf(worker.writes(1, { length }));
    const overhead = (worker.writes(1, { length: 200_000 })[0]?.bytes.length ?? 0) - 200_000;
    expect(await around((256 << 10) - overhead)).toEqual(['kept']);
    await isAside(() => around((256 << 10) - overhead + 1), ['too-large']);
  });

  test('B27 a cursor as large as numbers go starts from the beginning', async () => {
    const { page } = await office.supervisor.syncs(server, [], { seenUpTo: Number.MAX_SAFE_INTEGER, generation: server.store.generation });
    expect(page.from).toBe(1);
  });
});

describe('every other door refuses what is not for it', () => {
  const paths = [
    '/api/found',
    '/api/challenge',
    '/api/login',
    '/api/join/open',
    '/api/join/ask',
    '/api/join/look',
    '/api/roster',
    '/api/invitations',
  ];
  const token = (): PostOptions => ({ token: office.supervisor.token });

  test.each(paths)('%s', async (path) => {
    for (const body of [
      new Uint8Array(),
      encodeCbor([]),
      encodeCbor({}),
      encodeCbor({ link: 1 }),
      text('{}'),
      new Uint8Array(8000).fill(0x81),
      random(500),
    ]) {
      await nothingKept(async () => outcomeOf(await server.post(path, body, token())), '400 malformed');
    }
    await nothingKept(async () => outcomeOf(await server.post(path, random(9000), token())), '413 too-large');
    await nothingKept(
      async () => outcomeOf(await server.post(path, {}, { ...token(), headers: { 'content-type': 'text/plain' } })),
      '415 wrong-content',
    );
    await nothingKept(
      async () => outcomeOf(await server.post(path, {}, { ...token(), headers: { origin: 'https://elsewhere.example' } })),
      '403 foreign-origin',
    );
  });

  test('B17 public keys that are no points of the curve', async () => {
    const device = await aDevice(office.supervisor.org);
    for (const bad of [new Uint8Array(65), concat(new Uint8Array([4]), random(64)), concat(new Uint8Array([2]), random(64)), random(33)]) {
      const broken = { ...device, keys: { ...device.keys, sign: bad } };
      const link = await admissionLink(office.supervisor, { links: office.links, newcomer: broken });
      await nothingKept(async () => outcomeOf(await server.post('/api/roster', { link }, token())), '400 malformed');
      await nothingKept(async () => outcomeOf(await server.post('/api/found', { link: await foundingLink(broken) })), '400 malformed');
    }
  });

  test('B30 links without the right, out of place, or two for one place', async () => {
    const newcomer = await aDevice(office.supervisor.org);
    const { links } = office;
    const hostile: readonly (readonly [Promise<Bytes>, string])[] = [
      [admissionLink(worker, { links, newcomer }), '403 no-right'],
      [admissionLink(newcomer, { links, newcomer }), '403 no-right'],
      [admissionLink(office.supervisor, { links, newcomer }, { n: links.length + 1 }), '409 broken-chain'],
      [admissionLink(office.supervisor, { links, newcomer }, { n: 0 }), '409 broken-chain'],
      [admissionLink(office.supervisor, { links, newcomer }, { previous: random(32) }), '409 broken-chain'],
      [admissionLink({ ...office.supervisor, sign: worker.sign }, { links, newcomer }), '403 bad-signature'],
      [admissionLink(office.supervisor, { links, newcomer: worker }), '409 already-there'],
    ];
    for (const [link, expected] of hostile) {
      const bytes = await link;
      await nothingKept(async () => outcomeOf(await server.post('/api/roster', { link: bytes }, token())), expected);
    }
  });

  test('B29 keys beside the right one', async () => {
    const knocking = { invitation: random(16), joinKey: random(32) };
    for (const path of ['/api/join/open', '/api/join/look']) {
      await nothingKept(async () => outcomeOf(await server.post(path, knocking)), '404 no-invitation');
      await nothingKept(async () => outcomeOf(await server.post(path, { ...knocking, joinKey: random(31) })), '400 malformed');
    }
  });
});

test('after all of that, an honest exchange goes through and nothing that was said has reached the log', async () => {
  await worker.logsIn(server);
  expect((await worker.syncs(server, worker.writes(2))).receipts.map(({ is }) => is)).toEqual(['kept', 'kept']);
  const log = server.lines.join('\n');
  for (const secret of [worker.token, toHex(worker.device), toHex(worker.org), '192.0.2.7', 'etc/passwd'])
    expect(log).not.toContain(secret);
});
