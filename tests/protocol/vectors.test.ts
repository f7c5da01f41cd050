/** What docs/protocol-vectors.json publishes is what this code reads, opens, verifies and, where nothing is random, writes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { paddedLength, unpackBody, unpackBytes } from '../../src/protocol/body.ts';
import { type Bytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../src/protocol/cbor.ts';
import { dictionary } from '../../src/protocol/dictionary.ts';
import {
  encodeSyncAnswer,
  encodeSyncBatch,
  OldSyncAnswer,
  parseSyncAnswer,
  parseSyncBatch,
  parseWith,
  type SyncBatch,
} from '../../src/protocol/exchange.ts';
import { grantInfo, grantStatement, parseGrant, parseGrantedKeys } from '../../src/protocol/grant.ts';
import { parseInvitationCard, parseJoinRequest, readInvitation } from '../../src/protocol/joining.ts';
import { loginStatement } from '../../src/protocol/login.ts';
import { protocolsWeSpeak, suiteNumber } from '../../src/protocol/numbers.ts';
import { placesOf, receiptsStatement } from '../../src/protocol/receipts.ts';
import { parseRefusal } from '../../src/protocol/refusals.ts';
import { linkStatement, orgIdOf, type Roster, readRoster } from '../../src/protocol/roster.ts';
import { packRuns, unpackRuns } from '../../src/protocol/runs.ts';
import { encodeEntry, headerBytes, headStatement, parseEntry, type SealedEntry } from '../../src/protocol/sealedEntry.ts';
import { readerOf, readGrant } from '../../src/store/grants.ts';
import { openBody } from '../../src/vault/entrySeal.ts';
import { admissionNumbers, invitationKeys } from '../../src/vault/invitation.ts';
import { sealingKeyFrom } from '../../src/vault/keys.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { aesKeyFrom } from '../../src/vault/seal.ts';
import { must } from '../support/phone.ts';
import { textOf } from '../support/source.ts';
import type { Vectors } from '../support/vectors.ts';

const vectors: Vectors = JSON.parse(textOf('docs/protocol-vectors.json'));
const { given } = vectors;
const org = fromHex(vectors.org);
const field = fromHex(given.field.device);
const hashOf = async (hex: string): Promise<string> => toHex(await primitives.sha256(fromHex(hex)));
let roster: Roster;
let entries: SealedEntry[];

beforeAll(async () => {
  roster = must(
    await readRoster(
      primitives,
      vectors.roster.links.map(({ link }) => fromHex(link)),
      vectors.roster.root,
    ),
  );
  entries = vectors.entries.map(({ bytes }) => must(parseEntry(fromHex(bytes))));
});

test('they speak of a protocol, a suite and a dictionary that this code has', async () => {
  expect(protocolsWeSpeak).toContain(vectors.protocol);
  expect(vectors.suite).toBe(suiteNumber);
  expect({ length: dictionary.length, sha256: await hashOf(toHex(dictionary)), bytes: toHex(dictionary) }).toEqual(vectors.dictionary);
});

test.each(Object.entries(vectors.cbor.refused))('CBOR refused: %s', (_, hex) => {
  expect(decodeCbor(fromHex(hex)).ok).toBe(false);
});

test('bodies: packed, deflated, CBOR and what they say', () => {
  for (const { json, cbor, packed } of vectors.bodies) {
    expect(toHex(must(unpackBytes(fromHex(packed))))).toBe(cbor);
    expect(must(unpackBody(fromHex(packed)))).toEqual(json);
  }
  for (const { deflated, padded } of vectors.padding) expect(paddedLength(deflated + 1)).toBe(padded);
});

describe('entries', () => {
  test('have these bytes, headers and ids, and each follows the one before', async () => {
    for (const [at, { bytes, id, headerBytes: bound, header }] of vectors.entries.entries()) {
      const entry = entries[at] as SealedEntry;
      expect([toHex(encodeEntry(entry)), await hashOf(bytes), toHex(headerBytes(entry.header))]).toEqual([bytes, id, bound]);
      expect(header).toMatchObject({
        sequence: at + 1,
        org: vectors.org,
        device: given.field.device,
        previous: vectors.entries[at - 1]?.id ?? '00'.repeat(32),
      });
    }
  });

  test('open with the seal key', async () => {
    const key = await aesKeyFrom(fromHex(given.sealKey.key));
    for (const [at, entry] of entries.slice(1).entries()) expect(must(await openBody(key, entry))).toEqual(vectors.bodies[at]?.json);
  });

  test('are vouched for by the device', async () => {
    const last = vectors.entries[vectors.entries.length - 1];
    const statement = headStatement({ org, device: field, sequence: last?.header.sequence ?? 0, id: fromHex(last?.id ?? '') });
    expect(toHex(statement)).toBe(vectors.head.statement);
    expect(await primitives.verify(fromHex(given.field.sign.publicKey), fromHex(vectors.head.signature), statement)).toBe(true);
  });
});

test('the grant hands the seal key to the organisation', async () => {
  const grant = must(parseGrant(fromHex(vectors.grant.body)));
  expect(toHex(grantInfo(org, field, grant.grant))).toBe(vectors.grant.info);
  expect(toHex(grantStatement(org, field, grant))).toBe(vectors.grant.statement);
  const reader = await readerOf(await sealingKeyFrom(fromHex(given.orgKey.pkcs8)), fromHex(given.orgKey.publicKey));
  const keys = must(await readGrant(roster, [reader], entries[0] as SealedEntry));
  expect(keys).toEqual(must(parseGrantedKeys(fromHex(vectors.grant.opened))));
  expect(keys.seal.map(({ id, key, day }) => ({ id: toHex(id), key: toHex(key), day }))).toEqual([given.sealKey]);
});

test('the roster reads under its root, and says who is who', () => {
  expect(roster.org).toBe(orgIdOf(vectors.roster.root));
  expect(toHex(roster.orgKey)).toBe(given.orgKey.publicKey);
  expect([...roster.devices.values()].map(({ device, person, role }) => ({ device, person, role }))).toEqual([
    { device: given.office.device, person: given.office.person, role: 'supervisor' },
    { device: given.field.device, person: given.field.person, role: 'worker' },
  ]);
  for (const { body, statement, signature, link } of vectors.roster.links) {
    expect(toHex(linkStatement(fromHex(body)))).toBe(statement);
    expect(toHex(encodeCbor([fromHex(body), fromHex(signature)]))).toBe(link);
  }
});

test('the login is signed with the login key', async () => {
  const { challenge, statement, signature } = vectors.login;
  expect(toHex(loginStatement(org, field, fromHex(challenge)))).toBe(statement);
  expect(await primitives.verify(fromHex(given.field.login.publicKey), fromHex(signature), fromHex(statement))).toBe(true);
});

test('the invitation: link, derived keys, card, request and the four numbers', async () => {
  const { fragment, invitation, joinKey, guard, card, request, words } = vectors.joining;
  const read = must(readInvitation(fragment));
  expect([toHex(read.secret), read.root]).toEqual([given.secret, vectors.roster.root]);
  const keys = await invitationKeys(read.secret);
  expect([keys.invitation, keys.joinKey, keys.guard].map(toHex)).toEqual([invitation, joinKey, guard]);
  const plain: Bytes[] = [must(await keys.openCard(fromHex(card.sealed))), must(await keys.openRequest(fromHex(request.sealed)))];
  expect(plain.map(toHex)).toEqual([card.plain, request.plain]);
  expect(must(parseInvitationCard(fromHex(card.plain)))).toMatchObject({ inviter: 'Mina', role: 'worker' });
  expect(await admissionNumbers(read.secret, fromHex(read.root), must(parseJoinRequest(fromHex(request.plain))))).toEqual(words);
});

test('the exchange: a batch in runs, an answer, a refusal', async () => {
  const { runs, batch, answer, receipts, refusal } = vectors.exchange;
  const sent = must(parseSyncBatch(fromHex(batch)));
  expect(toHex(encodeSyncBatch(sent))).toBe(batch);
  expect(toHex(encodeCbor(sent.runs))).toBe(runs);
  const unpacked = must(await unpackRuns(primitives, sent.runs, 500));
  expect(unpacked.map(({ bytes }) => toHex(bytes))).toEqual(vectors.entries.map(({ bytes }) => bytes));
  expect(toHex(encodeCbor(packRuns(unpacked)))).toBe(runs);
  expect(sent.proofs.map(([at, signature]) => [at, toHex(signature)])).toEqual([[2, vectors.head.signature]]);
  expect(toHex(encodeSyncAnswer(must(parseSyncAnswer(fromHex(answer)))))).toBe(answer);
  const told = must(parseSyncAnswer(fromHex(answer)));
  const statement = receiptsStatement({
    org,
    generation: told.generation,
    places: placesOf(
      unpacked.map(({ id }) => id),
      told.receipts,
    ),
  });
  expect([toHex(statement), toHex(told.endpoint)]).toEqual([receipts, given.endpoint.publicKey]);
  expect(await primitives.verify(told.endpoint, told.signature, statement)).toBe(true);
  expect(must(parseRefusal(fromHex(refusal)))).toEqual({ error: 'too-many' });
});

test('what protocol 1 said is still understood, and is the same without the words that came later', () => {
  const { batch, answer, protocol1 } = vectors.exchange;
  const { told: _, ...asBefore } = must(parseSyncBatch(fromHex(batch))) as SyncBatch;
  expect(must(parseSyncBatch(fromHex(protocol1.batch)))).toEqual({ ...asBefore, protocol: 1 });
  const old = must(parseWith(OldSyncAnswer)(fromHex(protocol1.answer)));
  expect(toHex(encodeSyncAnswer(old))).toBe(protocol1.answer);
  expect(old.receipts).toEqual(must(parseSyncAnswer(fromHex(answer))).receipts);
});
