/** Every batch a shipped version ever sent is still understood: a phone may come back after months in a drawer. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodePrimitives as primitives } from '../../server/primitives.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { parseSyncBatch } from '../../src/protocol/exchange.ts';
import { maxEntriesPerBatch, protocolsWeSpeak } from '../../src/protocol/numbers.ts';
import { unpackRuns } from '../../src/protocol/runs.ts';
import { headStatement, parseEntry } from '../../src/protocol/sealedEntry.ts';
import { filesUnder, root, textOf } from '../support/source.ts';
import { makeWireFixture, type WireFixture } from '../support/wireFixture.ts';

const kept = filesUnder('tests/fixtures/wire', ['.cbor']);

const understand = async (bytes: Uint8Array, { org, device, signer }: WireFixture) => {
  const batch = parseSyncBatch(bytes);
  if (!batch.ok) throw new Error(`not understood: ${batch.failure.type}`);
  const entries = await unpackRuns(primitives, batch.value.runs, maxEntriesPerBatch);
  if (!entries.ok) throw new Error(`not unpacked: ${entries.failure.type}`);
  for (const { bytes: entry } of entries.value) expect(parseEntry(entry).ok).toBe(true);
  for (const [at, signature] of batch.value.proofs) {
    const proven = entries.value[at];
    if (!proven) throw new Error(`proof ${at} is about no entry`);
    const statement = headStatement({ org: fromHex(org), device: fromHex(device), sequence: proven.entry.header.sequence, id: proven.id });
    expect(await primitives.verify(fromHex(signer), signature, statement)).toBe(true);
  }
  return entries.value.map(({ id }) => toHex(id));
};

test('a batch of today is understood', async () => {
  const { batch, fixture } = await makeWireFixture();
  expect(await understand(batch, fixture)).toEqual(fixture.ids);
});

describe('batches kept', () => {
  test('there is one of every protocol we say we speak (tests/support/writeWireFixture.ts keeps one)', () => {
    const numbers = new Set(kept.map((path) => Number(/protocol-(\d+)-/.exec(path)?.[1])));
    expect(protocolsWeSpeak.filter((number) => !numbers.has(number))).toEqual([]);
  });

  test.each(kept)('%s', async (path) => {
    const fixture: WireFixture = JSON.parse(textOf(path.replace(/\.cbor$/, '.json')));
    expect(await understand(readFileSync(resolve(root, path)), fixture)).toEqual(fixture.ids);
  });
});
