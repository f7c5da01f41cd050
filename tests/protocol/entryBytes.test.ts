/** An entry is written and read by hand for speed; the strict codec that everything else goes through says whether rightly. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, toHex } from '../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../src/protocol/cbor.ts';
import { readEntry, writeEntry, writeHeader } from '../../src/protocol/entryBytes.ts';
import type { Header } from '../../src/protocol/sealedEntry.ts';

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => concat(bytes));
const edges = [0, 1, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, Number.MAX_SAFE_INTEGER];
const whole = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const headers = fc.record({
  protocol: whole,
  suite: whole,
  org: bytesOf(16),
  stream: fc.option(bytesOf(16)),
  device: bytesOf(16),
  sequence: whole.map((number) => Math.max(1, number)),
  previous: bytesOf(32),
  key: fc.option(bytesOf(16)),
  length: whole,
});
const partsOf = (h: Header) => [h.protocol, h.suite, h.org, h.stream, h.device, h.sequence, h.previous, h.key, h.length];
const bodies = fc.oneof(fc.uint8Array({ maxLength: 30 }), fc.uint8Array({ minLength: 250, maxLength: 260 })).map((bytes) => concat(bytes));

test('a body as long as two bytes can count, and one longer', () => {
  for (const length of [65_535, 65_536]) {
    const body = new Uint8Array(length);
    const header = {
      protocol: 1,
      suite: 1,
      org: new Uint8Array(16),
      stream: null,
      device: new Uint8Array(16),
      sequence: 1,
      previous: new Uint8Array(32),
      key: null,
      length,
    };
    expect(Buffer.from(writeEntry({ header, body })).equals(encodeCbor([partsOf(header), body]))).toBe(true);
    expect(readEntry(writeEntry({ header, body }))?.body.length).toBe(length);
  }
});

test('what is written is what the codec writes, and reads back', () => {
  fc.assert(
    fc.property(headers, bodies, (header, body) => {
      const written = writeEntry({ header, body });
      expect(toHex(writeHeader(header))).toBe(toHex(encodeCbor(partsOf(header))));
      expect(toHex(written)).toBe(toHex(encodeCbor([partsOf(header), body])));
      expect(readEntry(written)).toEqual({ header, body });
    }),
  );
});

test('nothing is read that the codec would not read', () => {
  fc.assert(
    fc.property(headers, bodies, fc.nat(), fc.integer({ min: 1, max: 255 }), (header, body, place, change) => {
      const bytes = writeEntry({ header, body });
      const at = place % Math.min(bytes.length, 150);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      if (readEntry(bytes)) expect(decodeCbor(bytes).ok).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('what was read lives on when the bytes it came from are written over', () => {
  const header = {
    protocol: 1,
    suite: 1,
    org: new Uint8Array(16),
    stream: null,
    device: new Uint8Array(16),
    sequence: 1,
    previous: new Uint8Array(32),
    key: null,
    length: 3,
  };
  const bytes = writeEntry({ header, body: new Uint8Array([7, 8, 9]) });
  const entry = readEntry(bytes);
  bytes.fill(0xff);
  expect(entry?.body).toEqual(new Uint8Array([7, 8, 9]));
});
