import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { maxEntryBytes } from '../../src/protocol/numbers.ts';
import { encodeEntry, headStatement, parseEntry } from '../../src/protocol/sealedEntry.ts';
import { anEntry, bytesOf } from '../support/entries.ts';

const malformed = { ok: false, failure: { type: 'malformed' } };

test('an entry reads back as it was written', () => {
  const entries = fc.record({
    stream: fc.option(bytesOf(16)),
    key: fc.option(bytesOf(16)),
    sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    previous: bytesOf(32),
  });
  fc.assert(
    fc.property(entries, fc.uint8Array({ maxLength: 300 }), (header, body) => {
      const entry = anEntry(header, concat(body));
      expect(parseEntry(encodeEntry(entry))).toEqual({ ok: true, value: entry });
    }),
  );
});

test('cut at any byte, or with a byte too many, it is no entry', () => {
  const bytes = encodeEntry(anEntry());
  for (let end = 0; end < bytes.length; end += 1) expect(parseEntry(bytes.subarray(0, end))).toEqual(malformed);
  expect(parseEntry(concat(bytes, new Uint8Array(1)))).toEqual(malformed);
});

test('noise, and an entry with any one byte changed, never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(parseEntry(bytes).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
  const bytes = encodeEntry(anEntry());
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = concat(bytes);
      changed[at] = (changed[at] ?? 0) ^ change;
      const read = parseEntry(changed);
      if (read.ok) expect(toHex(encodeEntry(read.value))).toBe(toHex(changed));
    }),
    { numRuns: 1000 },
  );
});

describe('a header with', () => {
  const { header, body } = anEntry();
  const parts = [
    header.protocol,
    header.suite,
    header.org,
    header.stream,
    header.device,
    header.sequence,
    header.previous,
    header.key,
    header.length,
  ];
  const encodedWith = (at: number, value: unknown) => encodeCbor([parts.map((part, index) => (index === at ? value : part)), body]);
  const noBytes = [null, 1, 'text', [], {}, new Uint8Array(0), new Uint8Array(15), new Uint8Array(17)];
  const noNumbers = [null, -1, 1.5, 2 ** 53, '1', new Uint8Array(1), []];
  test.each([
    ['protocol', 0, noNumbers],
    ['suite', 1, noNumbers],
    ['organisation', 2, noBytes],
    ['stream', 3, noBytes.slice(1)],
    ['device', 4, noBytes],
    ['sequence', 5, [...noNumbers, 0]],
    ['previous', 6, [...noBytes, new Uint8Array(16), new Uint8Array(31), new Uint8Array(33)]],
    ['key', 7, noBytes.slice(1)],
    ['length', 8, [...noNumbers, 91, 93]],
  ] as const)('a %s out of range is refused', (_, at, wrong) => {
    for (const value of wrong) expect(parseEntry(encodedWith(at, value)).ok).toBe(false);
    expect(parseEntry(encodedWith(at, parts[at])).ok).toBe(true);
  });

  test('too few or too many fields is refused', () => {
    for (const wrong of [parts.slice(0, 8), [...parts, 1], [], {}]) expect(parseEntry(encodeCbor([wrong, body]))).toEqual(malformed);
    for (const wrong of [[parts], [parts, body, body], [parts, 'text'], parts, null])
      expect(parseEntry(encodeCbor(wrong))).toEqual(malformed);
  });

  test('a suite of later years is told apart from damage', () => {
    expect(parseEntry(encodedWith(1, 2))).toEqual({ ok: false, failure: { type: 'unknown-suite', suite: 2 } });
  });
});

test('an entry of the largest size is read and a byte more is not', () => {
  const overhead = encodeEntry(anEntry({}, new Uint8Array(maxEntryBytes - 200))).length - (maxEntryBytes - 200);
  expect(parseEntry(encodeEntry(anEntry({}, new Uint8Array(maxEntryBytes - overhead)))).ok).toBe(true);
  expect(parseEntry(encodeEntry(anEntry({}, new Uint8Array(maxEntryBytes - overhead + 1))))).toEqual({
    ok: false,
    failure: { type: 'too-large' },
  });
});

test('what a device signs names organisation, device, number and entry', () => {
  const head = { org: new Uint8Array(16), device: new Uint8Array(16), sequence: 4, id: new Uint8Array(32) };
  const said = toHex(headStatement(head));
  const others = [
    { org: new Uint8Array(16).fill(1) },
    { device: new Uint8Array(16).fill(1) },
    { sequence: 5 },
    { id: new Uint8Array(32).fill(1) },
  ];
  for (const other of others) expect(toHex(headStatement({ ...head, ...other }))).not.toBe(said);
});
