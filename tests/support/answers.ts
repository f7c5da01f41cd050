/** Answers an endpoint, or whatever stands between, may give; and a post that gives them one after the other. */
import { failed, ok } from '../../src/domain/result.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { encodeSyncAnswer, parseSyncBatch, type Receipt, type SyncAnswer } from '../../src/protocol/exchange.ts';
import { encodeRefusal, type RefusalCode, refusalStatus } from '../../src/protocol/refusals.ts';

export const cborAnswer = (body: Bytes, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'application/cbor', ...headers } });
export const refusal = (code: RefusalCode, headers: Record<string, string> = {}): Response =>
  cborAnswer(encodeRefusal(code), refusalStatus[code], headers);
export const signInPage = (): Response =>
  new Response('<!doctype html><title>Free Wi-Fi</title>', { headers: { 'Content-Type': 'text/html' } });

/** How many entries a batch holds; -1 for bytes that are none. */
export const countIn = (bytes: Bytes): number => {
  const batch = parseSyncBatch(bytes);
  return batch.ok ? batch.value.runs.reduce((count, run) => count + run[8].length, 0) : -1;
};

export const keptAll = (count: number, changes: Partial<SyncAnswer> = {}): Bytes =>
  encodeSyncAnswer({
    protocol: 1,
    generation: 'g',
    receipts: Array.from({ length: count }, (_, at): Receipt => ({ is: 'kept', place: at + 1 })),
    roster: [],
    page: { from: 1, items: [], more: false },
    asking: [],
    ...changes,
  });

/** An endpoint that keeps everything, but finds more than `most` entries too large. */
export const keepsUpTo =
  (most: number, sizes: number[] = []) =>
  async (_path: string, body: Bytes) => {
    const count = countIn(body);
    sizes.push(count);
    return count > most ? failed({ type: 'refused' as const, code: 'too-large' as const, waitSeconds: null }) : ok(keptAll(count));
  };

export const done = encodeCbor({ done: true });
