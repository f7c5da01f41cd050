import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { EntryBody } from '../../src/domain/entry.ts';
import { packBody, packBytes, paddedLength, unpackBody, unpackBytes } from '../../src/protocol/body.ts';
import { concat, fromHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { dictionary } from '../../src/protocol/dictionary.ts';
import { maxEntryBytes } from '../../src/protocol/numbers.ts';

const hex = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('hex'));
const id = fc.oneof(hex(16), hex(32));
const text = (most: number) =>
  fc.string({ unit: 'binary', maxLength: most }).map((said) => said.slice(0, most).replace(/\p{Surrogate}/gu, ''));

/** Texts that look like ids, or nearly, go another way inside; names of JavaScript's own are left out by the schema library. */
const nearlyIds = fc.oneof(
  id,
  id.map((one) => one.toUpperCase()),
  id.map((one) => one.slice(1)),
  id.map((one) => `${one} `),
);
const names = fc.oneof(text(12), nearlyIds).filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const { said } = fc.letrec((tie) => ({
  said: fc.oneof(
    { maxDepth: 3 },
    text(40),
    nearlyIds,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('said'), { maxLength: 4 }),
    fc.dictionary(names, tie('said'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const bodies = fc.record({
  kind: text(40).filter((kind) => kind !== ''),
  record: id,
  writtenAt: text(40),
  by: fc.record({ person: id, name: text(80) }),
  after: fc.array(id, { maxLength: 8 }),
  says: fc.dictionary(names, said, { maxKeys: 6, noNullPrototype: true }),
});

const aBody: EntryBody = {
  kind: 'contact',
  record: 'ab'.repeat(16),
  writtenAt: '2026-03-02T09:00:00-06:00',
  by: { person: 'cd'.repeat(16), name: 'Joon' },
  after: [],
  says: { note: 'Asked for the card.' },
};

const malformed = { ok: false, failure: { type: 'body-malformed' } };

test('a body comes back as it was, whatever it says', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(unpackBody(packBody(body))).toEqual({ ok: true, value: body });
    }),
    { numRuns: 300 },
  );
});

test('a kind and fields that this version does not know survive the way', () => {
  const later = {
    ...aBody,
    kind: 'from-a-later-version',
    witnessed: { by: 'ef'.repeat(32) },
    by: { ...aBody.by, pronoun: 'they' },
    says: { depth: [{ unknown: ['ab'.repeat(16)] }] },
  };
  expect(unpackBody(packBody(later))).toEqual({ ok: true, value: later });
});

test('a packed body has one of few lengths, and length says little', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (length) => {
      const padded = paddedLength(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded - length).toBeLessThan(padded <= 512 ? 64 : padded <= 2048 ? 128 : padded <= 8192 ? 512 : 4096);
      expect(paddedLength(padded)).toBe(padded);
    }),
  );
  const lengths = Array.from({ length: 200 }, (_, at) => packBody({ ...aBody, says: { note: 'x'.repeat(at % 40) } }).length);
  expect(new Set(lengths).size).toBeLessThanOrEqual(2);
});

test('any plain bytes come back through deflate and padding, zeros and marks at their end too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(40), (bytes, zeros) => {
      const plain = concat(bytes, new Uint8Array([0x80]), new Uint8Array(zeros));
      expect(unpackBytes(packBytes(plain))).toEqual({ ok: true, value: plain });
    }),
  );
});

describe('what nobody honest sends', () => {
  test('a small seal that unfolds to gigabytes is refused in time', () => {
    const bomb = concat(deflateSync(new Uint8Array(24 << 20), { level: 9, dictionary }), new Uint8Array([0x80]));
    expect(bomb.length).toBeLessThan(maxEntryBytes);
    const began = performance.now();
    expect(unpackBytes(bomb)).toEqual(malformed);
    expect(unpackBody(bomb)).toEqual(malformed);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('one byte more than an entry may hold is refused', () => {
    expect(unpackBytes(packBytes(new Uint8Array(maxEntryBytes))).ok).toBe(true);
    expect(unpackBytes(packBytes(new Uint8Array(maxEntryBytes + 1)))).toEqual(malformed);
  });

  test('after a refusal the next body reads as if nothing had been', () => {
    unpackBody(packBytes(new Uint8Array(maxEntryBytes + 1).fill(0xa1)));
    expect(unpackBody(packBody(aBody))).toEqual({ ok: true, value: aBody });
  });

  test('noise never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([true, false]).toContain(unpackBody(bytes).ok);
        expect(unpackBody(packBytes(bytes)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('every cut of a packed body is refused or reads the same', () => {
    const packed = packBody(aBody);
    for (let end = 0; end < packed.length; end += 1) {
      const read = unpackBody(packed.subarray(0, end));
      if (read.ok) expect(read.value).toEqual(aBody);
    }
    expect(unpackBody(packed.subarray(0, 40))).toEqual(malformed);
  });

  test.each([
    ['no kind', { kind: '' }],
    ['a record that is no id', { record: 'somebody' }],
    ['a writer without an id', { by: { name: 'Joon' } }],
    ['ids that are none', { after: ['x'] }],
    ['nothing for what it says', { says: null }],
  ])('a body with %s', (_, wrong) => {
    expect(unpackBody(packBytes(encodeCbor({ ...aBody, record: fromHex(aBody.record), ...wrong })))).toEqual(malformed);
  });
});
