/**
 * Batches nobody's app would send (the B classes of bad input). Whatever comes: an answer from the list of refusals,
 * quickly, nothing half-kept, no fault of ours in the log, and the next honest exchange goes through.
 */
import { encode } from 'cborg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, concat } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { encodeSyncBatch, type SyncBatch } from '../../src/protocol/exchange.ts';
import { aBesiegedOffice, type Besieged } from '../support/besieged.ts';
import { answerOf, random } from '../support/device.ts';
import { outcomeOf } from '../support/server.ts';

let honest: SyncBatch;
let besieged: Besieged;
beforeAll(async () => {
  besieged = await aBesiegedOffice();
  honest = await besieged.worker.batch(besieged.worker.writes(3));
});
afterAll(() => besieged.server.close());

const text = (said: string): Bytes => new TextEncoder().encode(said);
const changed = (changes: Record<string, unknown>): Bytes => encode({ ...honest, ...changes }) as Bytes;
const firstRun = () => honest.runs[0] ?? expect.fail('a run');
const runWith = (at: number, value: unknown) => changed({ runs: [firstRun().map((part, index) => (index === at ? value : part))] });

/** Sent by a besieged.worker with a good token to /api/sync. */
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

describe('batches that are none are refused as malformed', () => {
  test.each(Object.entries(brokenBatches))('%s', async (_, make) => {
    const body = await make();
    await besieged.leavesNoTrace(
      async () => outcomeOf(await besieged.server.post('/api/sync', body, { token: besieged.worker.token })),
      /^400 malformed$/,
    );
  });

  test('B3 cut off after every byte', async () => {
    const whole = encodeSyncBatch(await besieged.worker.batch(besieged.worker.writes(1)));
    for (let length = 0; length < whole.length; length += 1) {
      await besieged.leavesNoTrace(
        async () => outcomeOf(await besieged.server.post('/api/sync', whole.slice(0, length), { token: besieged.worker.token })),
        '400 malformed',
      );
    }
  });

  test('a bit flipped in every byte: refused whole, or the entry is set aside, or only what is not an entry was touched', async () => {
    const device = await besieged.office.admits();
    const whole = encodeSyncBatch(await device.batch(device.writes(1, { length: 28 })));
    const { entries } = await besieged.server.store.counts();
    for (let place = 0; place < whole.length; place += 1) {
      const flipped = whole.map((byte, at) => (at === place ? byte ^ (1 << ((place * 3) % 8)) : byte));
      const response = await besieged.server.post('/api/sync', flipped, { token: device.token });
      expect(response.status).toBeLessThan(500);
      if (response.ok) expect((await answerOf(response)).receipts).toHaveLength(1);
    }
    // Bits of the cursor or of the count of roster links leave the entry whole: it is kept, once.
    expect(((await besieged.server.store.counts()).entries ?? 0) - (entries ?? 0)).toBeLessThanOrEqual(1);
  });
});

test('B8 no entries is an honest question; 501, or a million empty ones, are too many', async () => {
  expect((await besieged.worker.syncs(besieged.server)).receipts).toEqual([]);
  const bodies = (count: number) => runWith(8, Array<Bytes>(count).fill(new Uint8Array()));
  for (const count of [501, 1_000_001]) {
    await besieged.leavesNoTrace(
      async () => outcomeOf(await besieged.server.post('/api/sync', bodies(count), { token: besieged.worker.token })),
      /^413 too-large$|^400 malformed$/,
    );
  }
});
