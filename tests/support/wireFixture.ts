/** A batch as a device sends it, with the ids its entries must have for ever. Kept in tests/fixtures/wire/. */
import { createHash, webcrypto } from 'node:crypto';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeSyncBatch } from '../../src/protocol/exchange.ts';
import { entryProtocol, protocolNumber, suiteNumber } from '../../src/protocol/numbers.ts';
import { type NumberedEntry, packRuns } from '../../src/protocol/runs.ts';
import { encodeEntry, firstPrevious, type Header, headStatement } from '../../src/protocol/sealedEntry.ts';

export interface WireFixture {
  readonly protocol: number;
  /** The device's public signing key, an uncompressed P-256 point in hex. */
  readonly signer: string;
  readonly org: string;
  readonly device: string;
  readonly ids: readonly string[];
}

export const sha256 = (bytes: Uint8Array): Bytes => Uint8Array.from(createHash('sha256').update(bytes).digest());

const random = (length: number): Bytes => webcrypto.getRandomValues(new Uint8Array(length));

/** A grant, four entries under its key, two for a device of their own, and one more for the office: three kinds of break in a run. */
const partsOfEntries = () => {
  const [key, otherKey, reader] = [random(16), random(16), random(16)];
  const plain = { stream: null, key };
  return [
    { stream: null, key: null, size: 330 },
    ...[268, 268, 524, 1036].map((size) => ({ ...plain, size })),
    ...[268, 268].map((size) => ({ stream: reader, key: otherKey, size })),
    { ...plain, size: 268 },
  ];
};

const chain = (org: Bytes, device: Bytes): NumberedEntry[] => {
  const entries: NumberedEntry[] = [];
  for (const { stream, key, size } of partsOfEntries()) {
    const before = entries[entries.length - 1];
    const header: Header = {
      protocol: entryProtocol,
      suite: suiteNumber,
      org,
      stream,
      device,
      key,
      length: size,
      sequence: entries.length + 1,
      previous: before?.id ?? firstPrevious,
    };
    const entry = { header, body: random(size) };
    entries.push({ id: sha256(encodeEntry(entry)), entry });
  }
  return entries;
};

export const makeWireFixture = async (): Promise<{ readonly batch: Bytes; readonly fixture: WireFixture }> => {
  const [org, device] = [random(16), random(16)];
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const entries = chain(org, device);
  const last = entries[entries.length - 1];
  if (!last) throw new Error('a chain has entries');
  const statement = headStatement({ org, device, sequence: entries.length, id: last.id });
  const signature = new Uint8Array(await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, statement));
  const batch = encodeSyncBatch({
    protocol: protocolNumber,
    generation: '',
    seenUpTo: 0,
    rosterLinks: 1,
    told: [12, random(16)],
    runs: packRuns(entries),
    proofs: [[entries.length - 1, signature]],
  });
  const signer = toHex(new Uint8Array(await webcrypto.subtle.exportKey('raw', keys.publicKey)));
  return {
    batch,
    fixture: { protocol: protocolNumber, signer, org: toHex(org), device: toHex(device), ids: entries.map(({ id }) => toHex(id)) },
  };
};
