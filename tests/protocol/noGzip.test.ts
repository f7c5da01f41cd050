/** Batches travel uncompressed (docs/decisions/0026-no-gzip.md), because sealed entries look like noise. Should that ever change, this fails. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyFor, chanceFrom, everyday, inventContact, inventScreening } from '../../bench/invented.ts';
import { packBody } from '../../src/protocol/body.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeSyncBatch } from '../../src/protocol/exchange.ts';
import { entryProtocol, protocolNumber, suiteNumber } from '../../src/protocol/numbers.ts';
import { type NumberedEntry, packRuns } from '../../src/protocol/runs.ts';
import { encodeEntry } from '../../src/protocol/sealedEntry.ts';
import { sealBody } from '../../src/vault/entrySeal.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { aesKeyFrom } from '../../src/vault/seal.ts';

const entriesOf = async (count: number): Promise<NumberedEntry[]> => {
  const chance = chanceFrom(1100);
  const writer = { person: chance.id(), name: 'Joon Park' };
  const key = await aesKeyFrom(randomBytes(32));
  const same = {
    protocol: entryProtocol,
    suite: suiteNumber,
    org: randomBytes(16),
    device: randomBytes(16),
    stream: null,
    key: randomBytes(16),
  };
  const entries: NumberedEntry[] = [];
  let previous: Bytes = randomBytes(32);
  for (let at = 0; at < count; at += 1) {
    const said = at % 4 === 0 ? inventScreening(chance) : inventContact(chance, everyday);
    const entry = await sealBody(key, { ...same, sequence: at + 1, previous }, packBody(bodyFor(chance, said, writer)));
    previous = await primitives.sha256(encodeEntry(entry));
    entries.push({ id: previous, entry });
  }
  return entries;
};

test('a batch of any size is no smaller for gzip', async () => {
  const entries = await entriesOf(100);
  for (const count of [1, 5, 20, 100]) {
    const batch = encodeSyncBatch({
      protocol: protocolNumber,
      generation: '0'.repeat(32),
      seenUpTo: 812,
      rosterLinks: 6,
      told: null,
      runs: packRuns(entries.slice(0, count)),
      proofs: [[count - 1, randomBytes(64)]],
    });
    expect(gzipSync(batch, { level: 9 }).length).toBeGreaterThanOrEqual(batch.length);
  }
});
