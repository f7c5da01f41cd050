import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { packRuns, unpackRuns } from '../../src/protocol/runs.ts';
import { encodeEntry } from '../../src/protocol/sealedEntry.ts';
import { anEntry, numbered, rowsOfEntries, sha256 } from '../support/entries.ts';

const primitives = { sha256 };

test('whatever row of entries is packed, the very same bytes and ids come out', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfEntries, async (row) => {
      const unpacked = await unpackRuns(primitives, packRuns(row), 500);
      if (!unpacked.ok) throw new Error('too many');
      expect(unpacked.value.map(({ bytes }) => toHex(bytes))).toEqual(row.map(({ entry }) => toHex(encodeEntry(entry))));
      expect(unpacked.value.map(({ id }) => toHex(id))).toEqual(row.map(({ id }) => toHex(id)));
    }),
    { numRuns: 300 },
  );
});

const chainOf = (length: number) => {
  const row = [numbered(anEntry())];
  while (row.length < length) {
    const last = row[row.length - 1];
    if (last) row.push(numbered(anEntry({ sequence: last.entry.header.sequence + 1, previous: last.id })));
  }
  return row;
};

test('a chain of one device under one key is one run, and a hundred entries cost little more than their bodies', () => {
  const row = chainOf(100);
  const runs = packRuns(row);
  expect(runs).toHaveLength(1);
  const bodies = row.reduce((sum, { entry }) => sum + entry.body.length, 0);
  expect(encodeCbor(runs).length - bodies).toBeLessThan(100 * 3 + 150);
});

test('an entry that does not follow to the letter begins a run of its own', () => {
  const [first, second] = chainOf(2);
  if (!first || !second) throw new Error('two entries');
  const { header } = second.entry;
  const other = new Uint8Array(16).fill(9);
  const strangers = [
    { sequence: 3 },
    { sequence: 1 },
    { previous: new Uint8Array(32) },
    { key: other },
    { key: null },
    { stream: other },
    { device: other },
    { org: other },
    { suite: 2 },
    { protocol: 2 },
  ];
  for (const change of strangers) expect(packRuns([first, numbered(anEntry({ ...header, ...change }))])).toHaveLength(2);
  expect(packRuns([first, second])).toHaveLength(1);
});

test('more entries than allowed are refused before any is unpacked', async () => {
  const runs = packRuns(chainOf(6));
  let hashed = 0;
  const counting = {
    sha256: (bytes: Uint8Array) => {
      hashed += 1;
      return sha256(bytes);
    },
  };
  expect(await unpackRuns(counting, runs, 5)).toEqual({ ok: false, failure: { type: 'too-many' } });
  expect(hashed).toBe(0);
  expect((await unpackRuns(counting, runs, 6)).ok).toBe(true);
});
