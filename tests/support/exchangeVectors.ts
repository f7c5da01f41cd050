/** The exchange in the test vectors: a batch and an answer with one of everything, and both as protocol 1 had them. */
import { type Bytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { encodeSyncAnswer, encodeSyncBatch, type Receipt } from '../../src/protocol/exchange.ts';
import { protocolNumber } from '../../src/protocol/numbers.ts';
import { placesOf, receiptsStatement } from '../../src/protocol/receipts.ts';
import { encodeRefusal } from '../../src/protocol/refusals.ts';
import { type NumberedEntry, packRuns } from '../../src/protocol/runs.ts';
import { signingKeyFrom, signWith } from '../../src/vault/keys.ts';

interface Chain {
  readonly entries: readonly NumberedEntry[];
  readonly signature: Bytes;
}
interface Pair {
  readonly publicKey: string;
  readonly pkcs8: string;
}

export const exchangeVectors = async (org: Bytes, { entries, signature }: Chain, endpoint: Pair) => {
  const runs = packRuns(entries);
  const top: [number, Bytes] = [7, new Uint8Array(16).fill(0x6d)];
  const batch = { generation: '', seenUpTo: 0, rosterLinks: 2, runs, proofs: [[entries.length - 1, signature]] as [number, Bytes][] };
  const page = { from: 1, items: [{ own: entries.slice(0, 1).map(({ id }) => id) }, ...packRuns(entries.slice(1))], more: false };
  const receipts: Receipt[] = [
    { is: 'kept', place: 1 },
    { is: 'had', place: 2 },
    { is: 'set-aside', reason: 'unproven' },
  ];
  const answer = { generation: 'g1', receipts, roster: [], asking: [] };
  const ids = entries.map(({ id }) => id);
  const statement = receiptsStatement({ org, generation: answer.generation, places: placesOf(ids, receipts) });
  const last = entries[entries.length - 1];
  return {
    runs: toHex(encodeCbor(runs)),
    batch: toHex(encodeSyncBatch({ protocol: protocolNumber, ...batch, told: top })),
    answer: toHex(
      encodeSyncAnswer({
        protocol: protocolNumber,
        ...answer,
        page: { ...page, proofs: [[1, signature]] },
        history: 'same',
        told: top,
        head: last ? [last.entry.header.sequence, last.id] : null,
        links: 2,
        endpoint: fromHex(endpoint.publicKey),
        signature: await signWith(await signingKeyFrom(fromHex(endpoint.pkcs8)), statement),
      }),
    ),
    receipts: toHex(statement),
    protocol1: {
      batch: toHex(encodeSyncBatch({ protocol: 1, ...batch })),
      answer: toHex(encodeSyncAnswer({ protocol: 1, ...answer, page })),
    },
    refusal: toHex(encodeRefusal('too-many')),
  };
};
