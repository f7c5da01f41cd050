/** Answers an endpoint, or whatever stands between, may give; and a post that gives them one after the other. */
import { generateKeyPairSync } from 'node:crypto';
import { createReceiptSigner } from '../../server/receipts.ts';
import { failed, ok } from '../../src/domain/result.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { encodeSyncAnswer, parseSyncBatch, type Receipt, type SyncAnswer, type SyncBatch } from '../../src/protocol/exchange.ts';
import { placesOf } from '../../src/protocol/receipts.ts';
import { encodeRefusal, type RefusalCode, refusalStatus } from '../../src/protocol/refusals.ts';
import type { NumberedEntry } from '../../src/protocol/runs.ts';
import { encodeEntry } from '../../src/protocol/sealedEntry.ts';
import { sha256 } from './entries.ts';

export const cborAnswer = (body: Bytes, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'application/cbor', ...headers } });
export const refusal = (code: RefusalCode, headers: Record<string, string> = {}): Response =>
  cborAnswer(encodeRefusal(code), refusalStatus[code], headers);
export const signInPage = (): Response =>
  new Response('<!doctype html><title>Free Wi-Fi</title>', { headers: { 'Content-Type': 'text/html' } });

/** An endpoint's key, and answers signed with it: for the entries of a batch, given as its bytes or as it was taken. */
export const anEndpoint = () => {
  const pkcs8 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' });
  const signer = createReceiptSigner(new Uint8Array(pkcs8));
  return {
    signed: (given: Bytes | SyncBatch, answer: Omit<SyncAnswer, 'endpoint' | 'signature'>): SyncAnswer => {
      const entries = entriesIn(given);
      const org = entries[0]?.entry.header.org ?? new Uint8Array(16);
      const places = placesOf(
        entries.map(({ id }) => id),
        answer.receipts,
      );
      return { ...answer, endpoint: signer.endpoint, signature: signer.sign({ org, generation: answer.generation, places }) };
    },
  };
};
export const { signed } = anEndpoint();

/** The hashes at once, so that an answer can be made without waiting. */
const entriesIn = (given: Bytes | SyncBatch): readonly NumberedEntry[] => {
  const batch = given instanceof Uint8Array ? parseSyncBatch(given) : ok(given);
  const found: NumberedEntry[] = [];
  for (const [protocol, suite, org, stream, device, first, before, key, bodies] of batch.ok ? batch.value.runs : []) {
    let previous = before;
    for (const [at, body] of bodies.entries()) {
      const entry = { header: { protocol, suite, org, stream, device, sequence: first + at, previous, key, length: body.length }, body };
      previous = sha256(encodeEntry(entry));
      found.push({ id: previous, entry });
    }
  }
  return found;
};

/** How many entries a batch holds; -1 for bytes that are none. */
export const countIn = (bytes: Bytes): number => {
  const batch = parseSyncBatch(bytes);
  return batch.ok ? batch.value.runs.reduce((count, run) => count + run[8].length, 0) : -1;
};

/** All that is said when nothing is: no news, the same history. */
export const quiet: Omit<SyncAnswer, 'endpoint' | 'signature' | 'receipts'> = {
  protocol: 2,
  generation: 'g',
  roster: [],
  page: { from: 1, items: [], more: false, proofs: [] },
  asking: [],
  history: 'same',
  told: null,
  head: null,
  // More than any phone here holds: nothing to hand in.
  links: 1000,
};

export const keptAs = (count: number): Receipt[] => Array.from({ length: count }, (_, at): Receipt => ({ is: 'kept', place: at + 1 }));

/** Everything in a batch was kept. */
export const keptAll = (batch: Bytes, changes: Partial<SyncAnswer> = {}): Bytes =>
  encodeSyncAnswer(signed(batch, { ...quiet, receipts: keptAs(countIn(batch)), ...changes }));

/** An endpoint that keeps everything, but finds more than `most` entries too large. */
export const keepsUpTo =
  (most: number, sizes: number[] = []) =>
  async (_path: string, body: Bytes) => {
    const count = countIn(body);
    sizes.push(count);
    return count > most ? failed({ type: 'refused' as const, code: 'too-large' as const, waitSeconds: null }) : ok(keptAll(body));
  };

export const done = encodeCbor({ done: true });
