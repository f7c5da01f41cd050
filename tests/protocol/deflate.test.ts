/** Our own deflate writes what every inflate reads: checked against two that are not ours. */
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createDeflater } from '../../src/protocol/deflate.ts';
import { dictionary } from '../../src/protocol/dictionary.ts';

const deflate = createDeflater(dictionary);

const comesBack = (plain: Uint8Array<ArrayBuffer>): void => {
  const deflated = deflate(plain);
  const whole = Buffer.from(plain);
  expect(inflateRawSync(deflated, { dictionary }).equals(whole)).toBe(true);
  expect(Buffer.from(inflateSync(deflated, { dictionary })).equals(whole)).toBe(true);
};

/** Few letters, so that matches of every length and overlap come up. */
const repetitive = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 12, max: 5 }), fc.integer({ min: 1, max: 120 })), { maxLength: 20 })
  .map((parts) => Uint8Array.from(parts.flatMap(([letters, times]) => Array.from({ length: times }, () => [...letters]).flat())));
const fromDictionary = fc
  .array(fc.tuple(fc.nat(dictionary.length - 1), fc.integer({ min: 1, max: 400 })), { maxLength: 12 })
  .map((cuts) => Uint8Array.from(cuts.flatMap(([at, length]) => [...dictionary.subarray(at, at + length)])));

describe('what goes in comes out', () => {
  test('nothing at all, one letter, the dictionary itself', () => {
    for (const plain of [new Uint8Array(0), new Uint8Array([0]), new Uint8Array([255, 255]), dictionary]) comesBack(plain);
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => comesBack(Uint8Array.from(bytes))),
      { numRuns: 150 },
    );
  });

  test('bytes that repeat', () => {
    fc.assert(fc.property(repetitive, comesBack), { numRuns: 150 });
  });

  test('pieces of the dictionary', () => {
    fc.assert(fc.property(fromDictionary, comesBack), { numRuns: 150 });
  });

  test('letters so unevenly frequent that codes must be shortened', () => {
    const frequencies = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584];
    // Every letter stands alone between others, or matches would swallow the letters.
    const letters = frequencies.flatMap((times, letter) => Array.from({ length: times }, () => letter));
    for (let at = letters.length - 1; at > 0; at -= 1) {
      const other = (at * 7919) % (at + 1);
      [letters[at], letters[other]] = [letters[other] as number, letters[at] as number];
    }
    comesBack(Uint8Array.from(letters));
  });

  test('bodies too long for its usual table, and longer than deflate can reach back', () => {
    for (const length of [16 << 10, (16 << 10) + 1, 60_000, 300_000]) comesBack(Uint8Array.from({ length }, (_, at) => (at * at) >> 7));
  });
});

test('one body leaves nothing behind in the next', () => {
  const first = Uint8Array.from({ length: 500 }, (_, at) => at % 251);
  const alone = createDeflater(dictionary)(first);
  deflate(dictionary);
  expect(deflate(first)).toEqual(alone);
});
