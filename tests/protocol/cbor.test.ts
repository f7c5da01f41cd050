/** One value, one spelling: whatever could be read two ways, or read in no time we can spare, is refused. */
import { type EncodeOptions, encode, Token, Type } from 'cborg';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../src/protocol/cbor.ts';

const refused = (bytes: Uint8Array) => expect(decodeCbor(bytes)).toEqual({ ok: false, failure: { type: 'not-cbor' } });
const reads = (hex: string): unknown => {
  const read = decodeCbor(fromHex(hex));
  if (!read.ok) throw new Error(`${hex} does not read`);
  return read.value;
};

/** What a body or message is made of: every JSON value, any text, and byte strings. Minus zero is zero on the wire. */
const scalars = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  fc.uint8Array({ maxLength: 40 }),
);
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalars,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 6 }),
  ),
}));

test('whatever is written reads back the same, and only from these bytes', () => {
  fc.assert(
    fc.property(values, (value) => {
      const bytes = encodeCbor(value);
      const read = decodeCbor(bytes);
      expect(read.ok).toBe(true);
      if (read.ok) expect(toHex(encodeCbor(read.value))).toBe(toHex(bytes));
    }),
    { numRuns: 500 },
  );
});

test('bytes of noise never throw, and what is accepted has one spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const read = decodeCbor(bytes);
      if (read.ok) expect(toHex(encodeCbor(read.value))).toBe(toHex(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('every cut and every extra byte is noticed', () => {
  const bytes = encodeCbor({ kind: 'contact', says: { note: 'a longer sentence', items: [1, 2, { three: null }] } });
  for (let end = 0; end < bytes.length; end += 1) refused(bytes.subarray(0, end));
  for (const extra of [0x00, 0xf6, 0xff]) refused(concat(bytes, new Uint8Array([extra])));
});

describe('other spellings of the same value', () => {
  test.each([
    ['a number in more bytes than it needs', '1817'],
    ['a small number in two bytes', '190017'],
    ['a whole number as a float', 'f93c00'],
    ['a float in more bytes than it needs', 'fb3ff8000000000000'],
    ['a length in more bytes than it needs', '780161'],
    ['an array without a length', '9f01ff'],
    ['a text without a length', '7f6161ff'],
    ['bytes without a length', '5f4101ff'],
    ['a map without a length', 'bf616101ff'],
    ['keys out of order', 'a2616201616101'],
    ['longer key first', 'a262616101616201'],
    ['the same key twice', 'a2616101616102'],
    ['a key that is no text', 'a10102'],
    ['a tagged value', 'c074323032362d30332d30325431323a30303a30305a'],
    ['a bignum', 'c249010000000000000000'],
    ['a number above 2^53', '1b0020000000000001'],
    ['undefined', 'f7'],
    ['not a number', 'f97e00'],
    ['infinity', 'f97c00'],
    ['minus infinity', 'f9fc00'],
    ['minus zero', 'f98000'],
    ['a simple value nobody uses', 'f820'],
    ['a break by itself', 'ff'],
    ['a reserved length', '1c'],
    ['nothing', ''],
    ['text that is no UTF-8', '61ff'],
    ['an overlong letter', '62c1a1'],
    ['half a surrogate pair', '63eda080'],
  ])('%s', (_, hex) => refused(fromHex(hex)));
});

test('names that mean something to JavaScript are names like others', () => {
  const read = reads(toHex(encodeCbor(JSON.parse('{"__proto__":{"admin":true},"constructor":1,"toString":2}')))) as Record<string, unknown>;
  expect(Object.keys(read).sort()).toEqual(['__proto__', 'constructor', 'toString']);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect((read as { admin?: unknown }).admin).toBeUndefined();
});

test('a byte order mark that was pasted along stays, at any length', () => {
  for (const length of [0, 1, 20, 30, 300, 70_000]) {
    const text = `\uFEFF${'가'.repeat(length)}`;
    expect(reads(toHex(encodeCbor([text, '\uFEFF\uFEFFa', text])))).toEqual([text, '\uFEFF\uFEFFa', text]);
  }
});

test('what could not be read back is not written: half letters, holes in lists, numbers that are none', () => {
  expect(reads(toHex(encodeCbor('cut\uD83D')))).toBe('cut\uFFFD');
  expect(reads(toHex(encodeCbor({ list: [undefined, Number.NaN, Number.POSITIVE_INFINITY], gone: undefined })))).toEqual({
    list: [null, null, null],
  });
});

describe('a hundred thousand open brackets', () => {
  test.each([
    ['arrays', 0x81],
    ['maps', 0xa1],
    ['tags', 0xc1],
    ['arrays without end', 0x9f],
  ])('%s are refused at once', (_, head) => {
    const began = performance.now();
    refused(new Uint8Array(100_000).fill(head));
    expect(performance.now() - began).toBeLessThan(200);
  });

  test('as are lengths that promise more than there is', () => {
    for (const hex of ['9bffffffffffffffff', 'bbffffffffffffffff', '5bffffffffffffffff', '7b7fffffffffffffff', '9a05f5e100', 'ba05f5e100'])
      refused(fromHex(hex));
  });

  test('while what people write fits', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 'said' : [deep(levels - 1)]);
    expect(decodeCbor(encodeCbor(deep(30))).ok).toBe(true);
    refused(encodeCbor(deep(40)));
  });
});

/** Entries that lie on phones and at offices were written by this library, and their hashes and signatures hang on its bytes. */
describe('beside the library that wrote the first entries', () => {
  const asNull = () => new Token(Type.null, null);
  const options: EncodeOptions = {
    ignoreUndefinedProperties: true,
    typeEncoders: { number: (value: number) => (Number.isFinite(value) ? null : asNull()), undefined: asNull },
  };
  const written = (value: unknown): string => toHex(encode(value, options));
  const halfPlaces = fc.tuple(fc.integer({ min: -1023, max: 1023 }), fc.integer({ min: -30, max: 20 })).map(([n, e]) => n * 2 ** e);
  const singles = fc.float({ noNaN: true, noDefaultInfinity: true });
  const edges = [0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 65_504, 65_520, 5e-324, 1e300];

  test('every value has the bytes it had', () => {
    fc.assert(
      fc.property(fc.oneof(values, halfPlaces, singles), (value) => {
        expect(toHex(encodeCbor(value))).toBe(written(value));
      }),
      { numRuns: 1000 },
    );
    for (const edge of edges.flatMap((n) => [n, -n, -n - 1])) expect(toHex(encodeCbor(edge))).toBe(written(edge));
  });

  test('names stand in the same order, in whatever script', () => {
    const names = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '가', '\uE000', '\u{1F600}', '\uD83D'), maxLength: 12 });
    fc.assert(
      fc.property(fc.dictionary(names, fc.constantFrom(1, null, undefined), { maxKeys: 12 }), (value) => {
        expect(toHex(encodeCbor(value))).toBe(written(value));
      }),
    );
  });

  test('and what is none is a mistake of ours in both', () => {
    for (const none of [() => 1, Symbol('none'), new Map(), new Date(), [new Set()]]) expect(() => encodeCbor(none)).toThrow(TypeError);
  });
});
