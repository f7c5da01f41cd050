/** A courier file goes through hands, pockets, sticks and mailboxes: what comes out is what went in, or a failure that says why. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, concat } from '../../src/protocol/bytes.ts';
import { encodeCarried, encodeSignedReceipts, parseCarried, parseSignedReceipts } from '../../src/protocol/carried.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import {
  type CourierFile,
  maxCourierBytes,
  maxCourierFileBytes,
  openCourier,
  packCourier,
  spellCourier,
} from '../../src/protocol/courier.ts';
import { packRuns } from '../../src/protocol/runs.ts';
import { anEntry, numbered, rowsOfEntries, sha256 } from '../support/entries.ts';
import { publicKeys } from '../support/keys.ts';

const primitives = { sha256 };
const org = new Uint8Array(16).fill(1);
const text = (said: string): Bytes => new TextEncoder().encode(said);

const small = (holds: CourierFile['holds'] = 'entries', more = 0): Promise<Bytes> =>
  packCourier(primitives, { org, holds, parts: [new Uint8Array(20).fill(7), new Uint8Array(1 + more).fill(8)] });
const open = async (bytes: Uint8Array) => {
  const opened = await openCourier(primitives, bytes);
  return opened.ok ? opened.value : opened.failure.type;
};
const parts = fc.array(
  fc.uint8Array({ maxLength: 90 }).map((bytes): Bytes => new Uint8Array(bytes)),
  { minLength: 1, maxLength: 6 },
);

describe('a courier file', () => {
  test('gives back what was put in, in bytes, in letters, and in letters whose lines somebody broke anew', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.constantFrom('entries' as const, 'receipts' as const), async (all, holds) => {
        const file = { org, holds, parts: all };
        const packed = await packCourier(primitives, file);
        expect(await open(packed)).toEqual(file);
        const spelled = spellCourier(packed);
        expect(await open(spelled)).toEqual(file);
        const words = new TextDecoder().decode(spelled);
        expect(words).toMatch(/^([\w-]{1,76}\n)+$/);
        expect(await open(text(`\uFEFF\r\n${words.replace(/\n/g, '\r\n')} `))).toEqual(file);
        expect(await open(text(words.replace(/\s/g, '').replace(/(.{60})/g, '$1\n')))).toEqual(file);
      }),
      { numRuns: 60 },
    );
  });

  test('has no word in it that a stranger could read', async () => {
    const [run] = packRuns([numbered(anEntry())]);
    if (!run) throw new Error('no run');
    const bytes = await packCourier(primitives, {
      org,
      holds: 'entries',
      parts: [encodeCarried({ runs: [run], proofs: [[0, new Uint8Array(64).fill(200)]] })],
    });
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/[a-z]{4}/i);
  });

  test('that was cut anywhere is cut short', async () => {
    const packed = await small();
    for (let length = 1; length < packed.length; length += 1)
      expect(await open(packed.subarray(0, length)), `${length} bytes`).toBe('cut-short');
    const spelled = spellCourier(packed);
    // The last sign is only the end of the line.
    for (let length = 1; length < spelled.length - 1; length += 1)
      expect(await open(spelled.subarray(0, length)), `${length} letters`).toBe('cut-short');
  });

  test('in which one bit is another is never taken for whole', async () => {
    const packed = await small();
    for (let at = 0; at < packed.length * 8; at += 1) {
      const changed = packed.slice();
      changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7));
      expect(typeof (await open(changed)), `bit ${at}`).toBe('string');
    }
    const spelled = spellCourier(packed);
    for (let at = 0; at < (spelled.length - 1) * 8; at += 1) {
      const changed = spelled.slice();
      changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7));
      expect(typeof (await open(changed)), `bit ${at} in letters`).toBe('string');
    }
  });

  test('says what happened to it', async () => {
    const [one, other] = [await small(), await small('receipts', 5)];
    const newer = one.slice();
    newer[6] = 2;
    const older = one.slice();
    older[6] = 0;
    const spelled = (bytes: Bytes) => spellCourier(bytes);
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [new Uint8Array(), 'empty'],
      [text(' \n '), 'not-ours'],
      [concat(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), new Uint8Array(500)), 'not-ours'],
      [text('%PDF-1.7 something'), 'not-ours'],
      [text('jaccDQ and then a letter'), 'not-ours'],
      [text('Dear Mina, here are the notes: jaccDQqe'), 'not-ours'],
      [newer, 'newer-version'],
      [spelled(newer), 'newer-version'],
      [older, 'damaged'],
      [concat(one, other), 'joined'],
      [concat(spelled(one), spelled(other)), 'joined'],
      [concat(spelled(one).subarray(0, -1), spelled(other)), 'joined'],
      [concat(one, text('!')), 'something-added'],
      [concat(spelled(one), text('-- \nSent from my phone')), 'something-added'],
      [concat(spelled(one), text('·')), 'something-added'],
      [new Uint8Array(maxCourierFileBytes + 1), 'too-large'],
    ];
    for (const [bytes, says] of cases) expect(await open(bytes)).toBe(says);
  });

  test('of the right frame and hash but with something else inside is damaged', async () => {
    const packed = await small();
    const inside = async (value: unknown, holds = 1) => {
      const body = encodeCbor(value);
      const whole = 12 + body.length + 32;
      const said = concat(packed.subarray(0, 7), new Uint8Array([holds]), new Uint8Array(4), body, new Uint8Array((3 - (whole % 3)) % 3));
      const bytes = new Uint8Array(said);
      new DataView(bytes.buffer).setUint32(8, body.length);
      return open(concat(bytes, sha256(bytes)));
    };
    expect(await inside([org, [new Uint8Array(3)]])).toEqual({ org, holds: 'entries', parts: [new Uint8Array(3)] });
    for (const value of [null, [], [org], [org, []], [org, ['x']], [new Uint8Array(15), [org]], [org, [org], 1], { org, parts: [org] }])
      expect(await inside(value)).toBe('damaged');
    for (const holds of [0, 3, 255]) expect(await inside([org, [org]], holds)).toBe('damaged');
    expect(await inside([org, Array.from({ length: 2001 }, () => org)])).toBe('damaged');
    const long = packed.slice();
    new DataView(long.buffer).setUint32(8, maxCourierBytes);
    expect(await open(long)).toBe('damaged');
  });
});

describe('what lies in one', () => {
  test('a batch comes back with its runs and proofs', () => {
    fc.assert(
      fc.property(rowsOfEntries, (row) => {
        const batch = { runs: packRuns(row), proofs: [[0, new Uint8Array(64).fill(3)] as [number, Bytes]] };
        const parsed = parseCarried(encodeCarried(batch));
        if (row.length === 0) expect(parsed.ok).toBe(false);
        else expect(parsed.ok && encodeCarried(parsed.value)).toEqual(encodeCarried(batch));
      }),
      { numRuns: 50 },
    );
  });

  test('signed receipts come back as they were', async () => {
    const { sign: endpoint } = await publicKeys();
    const places: [Bytes, number][] = [[new Uint8Array(32).fill(5), 17]];
    const signed = { endpoint, generation: 'g', places, signature: new Uint8Array(64).fill(9) };
    const parsed = parseSignedReceipts(encodeSignedReceipts(signed));
    expect(parsed.ok && encodeSignedReceipts(parsed.value)).toEqual(encodeSignedReceipts(signed));
    for (const wrong of [{ places: [] }, { generation: '' }, { endpoint: new Uint8Array(65).fill(4) }, { signature: new Uint8Array(63) }])
      expect(parseSignedReceipts(encodeSignedReceipts({ ...signed, ...wrong })).ok).toBe(false);
  });

  test('bytes that are neither are malformed, and never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([parseCarried(bytes).ok, parseSignedReceipts(bytes).ok]).toEqual([false, false]);
      }),
    );
    expect(parseCarried(new Uint8Array((1 << 20) + 1))).toEqual({ ok: false, failure: { type: 'malformed' } });
  });
});
