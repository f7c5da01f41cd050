import { beforeAll, expect, test } from 'vitest';
import type { EntryBody } from '../../src/domain/entry.ts';
import { packBody } from '../../src/protocol/body.ts';
import { concat } from '../../src/protocol/bytes.ts';
import { encodeEntry, type Header, parseEntry, type SealedEntry } from '../../src/protocol/sealedEntry.ts';
import { openBody, sealBody } from '../../src/vault/entrySeal.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { aesKeyFrom, openWith, sealWith } from '../../src/vault/seal.ts';

const body: EntryBody = {
  kind: 'contact',
  record: '0a'.repeat(16),
  writtenAt: '2026-03-02T09:00:00-06:00',
  by: { person: '0b'.repeat(16), name: 'Joon' },
  after: [],
  says: { note: 'ok' },
};
const header = {
  protocol: 1,
  suite: 1,
  org: randomBytes(16),
  stream: randomBytes(16),
  device: randomBytes(16),
  sequence: 7,
  previous: randomBytes(32),
  key: randomBytes(16),
};
const refused = { ok: false, failure: { type: 'does-not-open' } };
let key: CryptoKey;
let sealed: SealedEntry;

beforeAll(async () => {
  key = await aesKeyFrom(randomBytes(32));
  sealed = await sealBody(key, header, packBody(body));
});

test('what was sealed opens with its key, from the very bytes that travel', async () => {
  const travelled = parseEntry(encodeEntry(sealed));
  expect(travelled.ok && (await openBody(key, travelled.value))).toEqual({ ok: true, value: body });
});

test('another key opens nothing', async () => {
  expect(await openBody(await aesKeyFrom(randomBytes(32)), sealed)).toEqual(refused);
});

test('every single flipped bit of a sealed entry is refused', async () => {
  const bytes = encodeEntry(sealed);
  const opened: number[] = [];
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = concat(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const entry = parseEntry(changed);
    if (entry.ok && (await openBody(key, entry.value)).ok) opened.push(bit);
  }
  expect(opened).toEqual([]);
});

test('every field of the header holds the seal: swapped, nothing opens', async () => {
  const others: Partial<Header>[] = [
    { protocol: 2 },
    { suite: 2 },
    { org: randomBytes(16) },
    { stream: null },
    { stream: randomBytes(16) },
    { device: randomBytes(16) },
    { sequence: 8 },
    { previous: randomBytes(32) },
    { key: null },
    { key: randomBytes(16) },
    { length: sealed.header.length + 1 },
  ];
  for (const other of others) expect(await openBody(key, { ...sealed, header: { ...sealed.header, ...other } })).toEqual(refused);
  const second = await sealBody(key, { ...header, sequence: 8 }, packBody(body));
  expect(await openBody(key, { header: second.header, body: sealed.body })).toEqual(refused);
});

test('the same words sealed twice look different', async () => {
  const again = await sealBody(key, header, packBody(body));
  expect(again.body).not.toEqual(sealed.body);
  expect(again.body.slice(0, 12)).not.toEqual(sealed.body.slice(0, 12));
});

test('a seal too short to be one is refused, and an empty one opens as empty', async () => {
  const bound = new Uint8Array([1]);
  for (const length of [0, 1, 12, 27]) expect(await openWith(key, new Uint8Array(length), bound)).toEqual(refused);
  expect(await openWith(key, await sealWith(key, new Uint8Array(), bound), bound)).toEqual({ ok: true, value: new Uint8Array() });
});
