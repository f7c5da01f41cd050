import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, fromHex, sameBytes, toBase64Url, toHex } from '../../src/protocol/bytes.ts';

test('bytes become text and bytes again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toHex(fromHex(toHex(bytes)))).toBe(toHex(bytes));
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(toHex(fromBase64Url(text) ?? new Uint8Array([1]))).toBe(toHex(bytes));
    }),
  );
});

test('a link has one spelling only', () => {
  for (const text of ['AA==', 'A', 'AB', 'AAB', 'AA A', 'AA\n', 'A+/A', 'ÀAAA', 'AAAA=']) expect(fromBase64Url(text)).toBeNull();
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const bytes = fromBase64Url(text);
      if (bytes) expect(toBase64Url(bytes)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('bytes are the same when every one of them is, wherever they lie in memory', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.nat(7), fc.nat(), (bytes, shift, where) => {
      const shifted = new Uint8Array(bytes.length + shift);
      shifted.set(bytes, shift);
      const other = shifted.subarray(shift);
      expect(sameBytes(bytes, other)).toBe(true);
      const at = where % bytes.length;
      other[at] = (other[at] ?? 0) ^ 1;
      expect(sameBytes(bytes, other)).toBe(false);
      expect(sameBytes(bytes, bytes.subarray(1))).toBe(false);
    }),
  );
});
