import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import {
  encodeSyncAnswer,
  encodeSyncBatch,
  type OldSyncBatch,
  parseSyncAnswer,
  parseSyncBatch,
  type SyncAnswer,
  type SyncBatch,
} from '../../src/protocol/exchange.ts';
import { parseGrant, parseGrantedKeys } from '../../src/protocol/grant.ts';
import { parseChallengeAnswer, parseLoginAnswer, parseLoginAsk } from '../../src/protocol/login.ts';
import { encodeRefusal, parseRefusal, refusalCodes } from '../../src/protocol/refusals.ts';
import { packRuns } from '../../src/protocol/runs.ts';
import { anEntry, numbered } from '../support/entries.ts';

const id = new Uint8Array(16).fill(1);
const hash = new Uint8Array(32).fill(2);
const signature = new Uint8Array(64).fill(3);
/** The generator of P-256: any point of the curve will do. */
const point = fromHex(
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
);
const runs = packRuns([numbered(anEntry())]);
const oldBatch: OldSyncBatch = { protocol: 1, generation: '', seenUpTo: 0, rosterLinks: 1, runs, proofs: [[0, signature]] };
const batch: SyncBatch = { ...oldBatch, protocol: 2, told: [7, id] };
const answer: SyncAnswer = {
  protocol: 2,
  generation: 'g',
  receipts: [
    { is: 'kept', place: 1 },
    { is: 'had', place: 2 },
    { is: 'set-aside', reason: 'fork' },
  ],
  roster: [id],
  page: { from: 1, items: [runs[0] as SyncBatch['runs'][number], { own: [hash] }], more: false, proofs: [[0, signature]] },
  asking: [{ invitation: id, request: id }],
  history: 'same',
  told: [7, id],
  head: [3, hash],
  links: 1,
  endpoint: point,
  signature,
};

test('batch and answer read back as they were written', () => {
  for (const one of [batch, oldBatch, { ...batch, told: null }])
    expect(parseSyncBatch(encodeSyncBatch(one))).toEqual({ ok: true, value: one });
  expect(parseSyncAnswer(encodeSyncAnswer(answer))).toEqual({ ok: true, value: answer });
});

const parsers = {
  parseSyncBatch,
  parseSyncAnswer,
  parseGrant,
  parseGrantedKeys,
  parseLoginAsk,
  parseLoginAnswer,
  parseChallengeAnswer,
  parseRefusal,
};

test('noise, and values of any shape, are refused and never thrown over', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 100 }),
        fc.jsonValue().map((value) => encodeCbor(value)),
      ),
      (bytes) => {
        for (const parse of Object.values(parsers)) expect(parse(bytes).ok).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a batch cut anywhere, or with something after it, is malformed', () => {
  const bytes = encodeSyncBatch(batch);
  for (let end = 0; end < bytes.length; end += 1)
    expect(parseSyncBatch(bytes.subarray(0, end))).toEqual({ ok: false, failure: { type: 'malformed' } });
  expect(parseSyncBatch(concat(bytes, bytes)).ok).toBe(false);
});

describe('a batch with', () => {
  const [run] = runs;
  const runWith = (at: number, value: unknown) => ({ runs: [run?.map((part, index) => (index === at ? value : part))] });
  test.each([
    ['no protocol', { protocol: undefined }],
    ['a text for protocol', { protocol: '1' }],
    ['a field more', { admin: true }],
    ['a negative cursor', { seenUpTo: -1 }],
    ['a cursor beyond counting', { seenUpTo: 2 ** 60 }],
    ['half a cursor', { seenUpTo: 1.5 }],
    ['a generation as long as a book', { generation: 'g'.repeat(41) }],
    ['no list of runs', { runs: {} }],
    ['an empty run', runWith(8, [])],
    ['a run of texts', runWith(8, ['x'])],
    ['a sequence of zero', runWith(5, 0)],
    ['a short id', runWith(2, hash)],
    ['a short link', runWith(6, id)],
    ['a run with too little', { runs: [run?.slice(0, 8)] }],
    ['a run with too much', { runs: [[...(run ?? []), 1]] }],
    ['a proof of nothing', { proofs: [[0]] }],
    ['a proof too short', { proofs: [[0, hash]] }],
    ['a proof at -1', { proofs: [[-1, signature]] }],
    ['501 runs', { runs: Array.from({ length: 501 }, () => run) }],
    ['a batch of protocol 1 that says what protocol 2 says', { protocol: 1 }],
    ['no word of what it was told', { told: undefined }],
    ['half a word of what it was told', { told: [7] }],
    ['a mark too long', { told: [7, hash] }],
    ['501 proofs', { proofs: Array.from({ length: 501 }, () => [0, signature]) }],
  ])('%s is malformed', (_, wrong) => {
    expect(parseSyncBatch(encodeCbor({ ...batch, ...wrong }))).toEqual({ ok: false, failure: { type: 'malformed' } });
  });

  test('a protocol of later years is told apart, so that the person hears "update"', () => {
    expect(parseSyncBatch(encodeCbor({ protocol: 3 }))).toEqual({ ok: false, failure: { type: 'unknown-protocol' } });
    expect(parseSyncAnswer(encodeCbor({ ...answer, protocol: 9, more: 1 }))).toEqual({ ok: false, failure: { type: 'unknown-protocol' } });
    expect(parseSyncBatch(encodeCbor({ protocol: 1 }))).toEqual({ ok: false, failure: { type: 'malformed' } });
  });
});

test('an answer is read as strictly, though it comes from our own endpoint', () => {
  for (const wrong of [
    { generation: '' },
    { receipts: [{ is: 'kept' }] },
    { receipts: [{ is: 'lost', place: 1 }] },
    { receipts: [{ is: 'set-aside', reason: 'because' }] },
    { receipts: [{ is: 'kept', place: 1, reason: 'fork' }] },
    { page: { from: 1, items: [{ own: [] }], more: false } },
    { page: { from: 1, items: [{ own: [id] }], more: false } },
    { page: { from: 1, items: [], more: 'yes' } },
    { roster: ['x'] },
    { asking: [{ invitation: hash, request: id }] },
    { extra: 1 },
    { history: 'perhaps' },
    { told: [7, hash] },
    { head: [3, id] },
    { endpoint: new Uint8Array(65) },
    { signature: hash },
    { page: { ...answer.page, proofs: [[0, hash]] } },
    { page: { ...answer.page, proofs: undefined } },
    { links: -1 },
  ])
    expect(parseSyncAnswer(encodeCbor({ ...answer, ...wrong })).ok).toBe(false);
});

test('a grant needs readers and a signature, and its keys the right length', () => {
  const wrap = { reader: id, encapsulated: hash, sealed: hash };
  expect(parseGrant(encodeCbor({ grant: id, wraps: [wrap], signature })).ok).toBe(true);
  for (const wrong of [
    { wraps: [] },
    { wraps: Array.from({ length: 1001 }, () => wrap) },
    { wraps: [{ ...wrap, reader: hash }] },
    { signature: hash },
    { grant: hash },
  ])
    expect(parseGrant(encodeCbor({ grant: id, wraps: [wrap], signature, ...wrong })).ok).toBe(false);
  const key = { id, device: id, day: 20_500, key: hash };
  expect(parseGrantedKeys(encodeCbor({ seal: [key] })).ok).toBe(true);
  for (const wrong of [{ key: id }, { day: -1 }, { day: 'today' }, { device: hash }])
    expect(parseGrantedKeys(encodeCbor({ seal: [{ ...key, ...wrong }] })).ok).toBe(false);
});

test('every refusal is understood, also when a later endpoint adds words, and no other', () => {
  for (const code of refusalCodes) expect(parseRefusal(encodeRefusal(code))).toEqual({ ok: true, value: { error: code } });
  expect(parseRefusal(encodeCbor({ error: 'too-many', since: 'noon' })).ok).toBe(true);
  expect(parseRefusal(encodeCbor({ error: 'teapot' })).ok).toBe(false);
});
