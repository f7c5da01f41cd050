/** Codes that change on a screen: whatever a camera makes of them, what comes out is the file or nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase45, toBase45 } from '../../src/protocol/base45.ts';
import { type Bytes, sameBytes } from '../../src/protocol/bytes.ts';
import { crc32 } from '../../src/protocol/crc32.ts';
import { createReceiver, createSeries, maxSeriesBytes, type Receiver, type Series } from '../../src/protocol/fountain.ts';
import { sha256 } from '../support/entries.ts';

const primitives = { sha256 };
const files = fc.uint8Array({ minLength: 1, maxLength: 8000 }).map((bytes): Bytes => new Uint8Array(bytes));
const noise = (length: number, seed: number): Bytes => {
  const [bytes] = fc.sample(fc.uint8Array({ minLength: length, maxLength: length }), { seed, numRuns: 1 });
  return new Uint8Array(bytes ?? []);
};

/** Shows frames until the file is there, and counts them. */
const shows = async (series: Series, receiver: Receiver, { from = 0, sees }: { from?: number; sees: (index: number) => boolean }) => {
  let seen = 0;
  for (let index = from; index < from + 5000; index += 1) {
    if (!sees(index)) continue;
    seen += 1;
    const received = await receiver.take(series.frame(index));
    if (received.is === 'whole') return { file: received.file, seen };
  }
  throw new Error('five thousand frames, and still not whole');
};

describe('a series of frames', () => {
  test('fits in a code that phones can read from a screen: 667 letters are what version 14 holds', async () => {
    const series = await createSeries(primitives, noise(maxSeriesBytes, 1));
    expect(series.parts).toBe(160);
    for (const index of [0, 159, 160, 2 ** 31, 2 ** 32 - 1]) expect(series.frame(index).length).toBeLessThanOrEqual(667);
  });

  test('brings the file, wherever one begins to look and whatever three in ten are lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.integer({ min: 0, max: 10_000 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
        async (file, from, luck) => {
          const series = await createSeries(primitives, file);
          const { file: got, seen } = await shows(series, createReceiver(primitives), { from, sees: () => (luck.next().value ?? 9) > 2 });
          expect(sameBytes(got, file)).toBe(true);
          expect(seen).toBeLessThanOrEqual(series.parts + 40);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('needs hardly more frames than there are parts, also of the longest file', async () => {
    const file = noise(maxSeriesBytes, 2);
    const series = await createSeries(primitives, file);
    let seen = 0;
    for (let round = 0; round < 3; round += 1) {
      const one = await shows(series, createReceiver(primitives), { from: 1000 * (round + 1), sees: () => true });
      expect(sameBytes(one.file, file)).toBe(true);
      seen += one.seen;
    }
    expect(seen / 3).toBeLessThan(164);
  });

  test('in any order, and each frame as often as it likes', async () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: 60 }, (_, at) => at),
      { minLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 30 * 412 }), order, async (bytes, indexes) => {
        const file = new Uint8Array(bytes);
        const series = await createSeries(primitives, file);
        const receiver = createReceiver(primitives);
        for (const index of [...indexes, ...Array.from({ length: 60 }, (_, at) => 60 + at)]) {
          let received = await receiver.take(series.frame(index));
          if (received.is === 'more') received = await receiver.take(series.frame(index));
          if (received.is === 'whole') {
            expect(received.file).toEqual(file);
            return;
          }
        }
        throw new Error('not whole');
      }),
      { numRuns: 30 },
    );
  });

  test('two phones that show at once are told apart', async () => {
    await fc.assert(
      fc.asyncProperty(files, files, fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }), async (one, other, turns) => {
        const shown = [await createSeries(primitives, one), await createSeries(primitives, other)] as const;
        const receiver = createReceiver(primitives);
        const got: Bytes[] = [];
        for (const [index, turn] of [...turns, ...turns].entries()) {
          const received = await receiver.take(shown[turn ? 0 : 1].frame(index));
          if (received.is === 'whole') got.push(received.file);
        }
        expect(got.length).toBeGreaterThan(0);
        for (const file of got) expect(sameBytes(file, one) || sameBytes(file, other)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test('a frame in which one letter was misread is passed over', async () => {
    const series = await createSeries(primitives, noise(1000, 3));
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 661 }), fc.integer({ min: 1, max: 44 }), async (at, by) => {
        const text = series.frame(7);
        const letter = letters.charAt((letters.indexOf(text.charAt(at)) + by) % 45);
        expect(await createReceiver(primitives).take(text.slice(0, at) + letter + text.slice(at + 1))).toEqual({ is: 'strange' });
      }),
      { numRuns: 300 },
    );
  });

  test('other codes in view are nothing: addresses, numbers, halves of frames, and what claims a million parts', async () => {
    const series = await createSeries(primitives, noise(900, 4));
    const bytes = fromBase45(series.frame(0)) as Bytes;
    const lying = (change: (view: DataView) => void) => {
      const changed = bytes.slice();
      const view = new DataView(changed.buffer);
      change(view);
      view.setUint32(437, crc32(changed.subarray(0, 437)));
      return toBase45(changed);
    };
    const receiver = createReceiver(primitives);
    const strange = [
      '',
      'https://example.org/#1abc',
      'javascript:alert(1)',
      '12345',
      series.frame(0).slice(0, 400),
      series.frame(0) + series.frame(1),
      series.frame(0).toLowerCase(),
      lying((view) => view.setUint32(17, 412_000_000)),
      lying((view) => view.setUint32(17, 0)),
      lying((view) => view.setUint8(0, 2)),
    ];
    for (const text of strange) expect(await receiver.take(text), text.slice(0, 30)).toEqual({ is: 'strange' });
    expect((await shows(series, receiver, { sees: () => true })).file).toEqual(noise(900, 4));
  });

  test('frames under a file’s name that are not of it never make another file, and do not keep the right one away', async () => {
    const file = noise(2000, 5);
    const series = await createSeries(primitives, file);
    const forged = fromBase45(series.frame(2)) as Bytes;
    forged[100] = (forged[100] as number) ^ 1;
    new DataView(forged.buffer).setUint32(437, crc32(forged.subarray(0, 437)));
    const receiver = createReceiver(primitives);
    expect((await receiver.take(toBase45(forged))).is).toBe('more');
    for (const index of [0, 1, 3]) expect((await receiver.take(series.frame(index))).is).toBe('more');
    expect(await receiver.take(series.frame(4))).toEqual({ is: 'strange' });
    expect((await shows(series, receiver, { sees: () => true })).file).toEqual(file);
  });

  test('of five files begun at once, the one nobody shows any more is forgotten', async () => {
    const all = await Promise.all([6, 7, 8, 9, 10].map((seed) => createSeries(primitives, noise(1200, seed))));
    const receiver = createReceiver(primitives);
    for (const series of all) expect(await receiver.take(series.frame(0))).toEqual({ is: 'more', known: 1, of: 3 });
    expect(await receiver.take((all[0] as Series).frame(1))).toEqual({ is: 'more', known: 1, of: 3 });
    expect(await receiver.take((all[4] as Series).frame(1))).toEqual({ is: 'more', known: 2, of: 3 });
  });
});

test('base 45 gives back what it was given, and spells as RFC 9285 says', () => {
  const text = (said: string) => new TextEncoder().encode(said);
  expect([toBase45(text('AB')), toBase45(text('Hello!!')), toBase45(text('base-45'))]).toEqual(['BB8', '%69 VD92EX0', 'UJCLQE7W581']);
  expect([fromBase45('GGW'), fromBase45(':::'), fromBase45('::'), fromBase45('A'), fromBase45('ab8')]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(fromBase45(toBase45(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('the check sum of a frame is the one of zip files', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
