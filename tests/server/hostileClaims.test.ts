/** Well-formed requests that claim what is not so: entries, keys, links and invitations (B15 to B30). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, concat, toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import type { SyncBatch } from '../../src/protocol/exchange.ts';
import { aBesiegedOffice, type Besieged } from '../support/besieged.ts';
import { aDevice, admissionLink, anOffice, foundingLink, proofOf, type RawDevice, random } from '../support/device.ts';
import { aServer, outcomeOf, type PostOptions } from '../support/server.ts';

const text = (said: string): Bytes => new TextEncoder().encode(said);
let besieged: Besieged;
beforeAll(async () => {
  besieged = await aBesiegedOffice();
});
afterAll(() => besieged.server.close());

describe('entries that are not what they say', () => {
  const outcomesOf = async (entries: ReturnType<RawDevice['writes']>, changes: Partial<SyncBatch> = {}, by = besieged.worker) =>
    (await by.syncs(besieged.server, entries, changes)).receipts.map((receipt) =>
      receipt.is === 'set-aside' ? receipt.reason : receipt.is,
    );
  const isAside = (send: () => Promise<string[]>, expected: string[]) =>
    besieged.leavesNoTrace(async () => (await send()).join(), expected.join());

  test('B16 signed by a device of another organisation, or by this one over another header', async () => {
    const stranger = await aDevice();
    const [entry] = besieged.worker.writes(1);
    if (!entry) throw new Error('one was written');
    const swapped = { ...entry, entry: { ...entry.entry, header: { ...entry.entry.header, sequence: 99 } } };
    const proofs = [
      await proofOf(stranger, entry),
      await proofOf(besieged.worker, swapped),
      await proofOf(besieged.worker, { ...entry, id: random(32) }),
    ];
    for (const proof of proofs) await isAside(() => outcomesOf([entry], { proofs: [[0, proof]] }), ['unproven']);
  });

  test('B24 a batch of one organisation with a token of another', async () => {
    const elsewhere = await aServer();
    const other = (await anOffice(elsewhere)).supervisor;
    await isAside(() => outcomesOf(other.writes(2)), ['not-yours', 'not-yours']);
    await elsewhere.close();
  });

  test('B24 a batch of last year is had, not kept again', async () => {
    const entries = besieged.worker.writes(2);
    await besieged.worker.syncs(besieged.server, entries);
    besieged.server.timePasses(365 * 24 * 3_600_000);
    await besieged.worker.logsIn(besieged.server);
    await besieged.office.supervisor.logsIn(besieged.server);
    await isAside(() => outcomesOf(entries), ['had', 'had']);
  });

  test('B18 a grant with no wraps, with too many, and with something else inside', async () => {
    const wrap = { reader: random(16), encapsulated: random(65), sealed: random(80) };
    const grantOf = (wraps: unknown[]) => encodeCbor({ grant: random(16), wraps, signature: random(64) });
    const asGrant = (body: Bytes) =>
      besieged.worker.writes(1, { change: ({ header }) => ({ header: { ...header, key: null, length: body.length }, body }) });
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
    const around = async (length: number) => outcomesOf(besieged.worker.writes(1, { length }));
    const overhead = (besieged.worker.writes(1, { length: 200_000 })[0]?.bytes.length ?? 0) - 200_000;
    expect(await around((256 << 10) - overhead)).toEqual(['kept']);
    await isAside(() => around((256 << 10) - overhead + 1), ['too-large']);
  });

  test('B27 a cursor as large as numbers go starts from the beginning', async () => {
    const { page } = await besieged.office.supervisor.syncs(besieged.server, [], {
      seenUpTo: Number.MAX_SAFE_INTEGER,
      generation: besieged.server.store.generation,
    });
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
  const token = (): PostOptions => ({ token: besieged.office.supervisor.token });

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
      await besieged.leavesNoTrace(async () => outcomeOf(await besieged.server.post(path, body, token())), '400 malformed');
    }
    await besieged.leavesNoTrace(async () => outcomeOf(await besieged.server.post(path, random(9000), token())), '413 too-large');
    await besieged.leavesNoTrace(
      async () => outcomeOf(await besieged.server.post(path, {}, { ...token(), headers: { 'content-type': 'text/plain' } })),
      '415 wrong-content',
    );
    await besieged.leavesNoTrace(
      async () => outcomeOf(await besieged.server.post(path, {}, { ...token(), headers: { origin: 'https://elsewhere.example' } })),
      '403 foreign-origin',
    );
  });

  test('B17 public keys that are no points of the curve', async () => {
    const device = await aDevice(besieged.office.supervisor.org);
    for (const bad of [new Uint8Array(65), concat(new Uint8Array([4]), random(64)), concat(new Uint8Array([2]), random(64)), random(33)]) {
      const broken = { ...device, keys: { ...device.keys, sign: bad } };
      const link = await admissionLink(besieged.office.supervisor, { links: besieged.office.links, newcomer: broken });
      await besieged.leavesNoTrace(async () => outcomeOf(await besieged.server.post('/api/roster', { link }, token())), '400 malformed');
      await besieged.leavesNoTrace(
        async () => outcomeOf(await besieged.server.post('/api/found', { link: await foundingLink(broken) })),
        '400 malformed',
      );
    }
  });

  test('B30 links without the right, out of place, or two for one place', async () => {
    const newcomer = await aDevice(besieged.office.supervisor.org);
    const { links } = besieged.office;
    const hostile: readonly (readonly [Promise<Bytes>, string])[] = [
      [admissionLink(besieged.worker, { links, newcomer }), '403 no-right'],
      [admissionLink(newcomer, { links, newcomer }), '403 no-right'],
      [admissionLink(besieged.office.supervisor, { links, newcomer }, { n: links.length + 1 }), '409 broken-chain'],
      [admissionLink(besieged.office.supervisor, { links, newcomer }, { n: 0 }), '409 broken-chain'],
      [admissionLink(besieged.office.supervisor, { links, newcomer }, { previous: random(32) }), '409 broken-chain'],
      [admissionLink({ ...besieged.office.supervisor, sign: besieged.worker.sign }, { links, newcomer }), '403 bad-signature'],
      [admissionLink(besieged.office.supervisor, { links, newcomer: besieged.worker }), '409 already-there'],
    ];
    for (const [link, expected] of hostile) {
      const bytes = await link;
      await besieged.leavesNoTrace(async () => outcomeOf(await besieged.server.post('/api/roster', { link: bytes }, token())), expected);
    }
  });

  test('B29 keys beside the right one', async () => {
    const knocking = { invitation: random(16), joinKey: random(32) };
    for (const path of ['/api/join/open', '/api/join/look']) {
      await besieged.leavesNoTrace(async () => outcomeOf(await besieged.server.post(path, knocking)), '404 no-invitation');
      await besieged.leavesNoTrace(
        async () => outcomeOf(await besieged.server.post(path, { ...knocking, joinKey: random(31) })),
        '400 malformed',
      );
    }
  });
});

test('after all of that, an honest exchange goes through and nothing that was said has reached the log', async () => {
  await besieged.worker.logsIn(besieged.server);
  expect((await besieged.worker.syncs(besieged.server, besieged.worker.writes(2))).receipts.map(({ is }) => is)).toEqual(['kept', 'kept']);
  const log = besieged.server.lines.join('\n');
  for (const secret of [besieged.worker.token, toHex(besieged.worker.device), toHex(besieged.worker.org), '192.0.2.7', 'etc/passwd'])
    expect(log).not.toContain(secret);
});
