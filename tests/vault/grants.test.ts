/** Handing keys over: only to whom they were sealed, only in the grant they were made for, only from who may. */
import { beforeAll, expect, test } from 'vitest';
import { type Bytes, concat } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { grantInfo, parseGrant } from '../../src/protocol/grant.ts';
import { type Roster, readRoster } from '../../src/protocol/roster.ts';
import type { SealedEntry } from '../../src/protocol/sealedEntry.ts';
import { makeGrant, type Reader, readerOf, readGrant, sealKeyGrant } from '../../src/store/grants.ts';
import { isPrivateKeyOf, openFrom, sealTo } from '../../src/vault/hpke.ts';
import { type MadeKey, makeSealingKey, sealingKeyFrom, signingKeyFrom } from '../../src/vault/keys.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { anEntry } from '../support/entries.ts';
import { aMember, type Member, signedBy } from '../support/keys.ts';
import { aRingKey } from '../support/vaults.ts';

let office: Member;
let field: Member;
let orgKey: MadeKey;
let roster: Roster;
let org: Bytes;
let readers: Reader[];

beforeAll(async () => {
  [office, field, orgKey] = await Promise.all([aMember(), aMember(), makeSealingKey()]);
  const founding = await signedBy(office, {
    n: 0,
    previous: new Uint8Array(32),
    at: 1,
    by: office.device,
    says: { act: 'found', orgKey: orgKey.publicKey, person: office.person, device: office.device, keys: office.keys },
  });
  const head = await primitives.sha256(founding);
  const admission = await signedBy(office, {
    n: 1,
    previous: head,
    at: 2,
    by: office.device,
    says: { act: 'admit', role: 'worker', invitation: randomBytes(16), person: field.person, device: field.device, keys: field.keys },
  });
  const read = await readRoster(primitives, [founding, admission], null);
  if (!read.ok) throw new Error(read.failure.type);
  roster = read.value;
  org = head.slice(0, 16);
  readers = [await readerOf(await sealingKeyFrom(orgKey.pkcs8), orgKey.publicKey)];
});

const fromOf = async (member: Member) => ({ org, device: member.device, signingKey: await signingKeyFrom(member.sign.pkcs8) });
const entryOf = (member: Member, body: Bytes): SealedEntry => anEntry({ org, device: member.device, key: null }, body);
const ownKey = (member: Member) => ({ ...aRingKey(), device: member.device });

test('a worker hands the office the key of its day', async () => {
  const key = ownKey(field);
  const body = await makeGrant(await fromOf(field), key.id, [orgKey.publicKey], sealKeyGrant(key));
  const read = await readGrant(roster, readers, entryOf(field, body));
  expect(read.ok && read.value.seal[0]?.key).toEqual(key.key);
});

test('to whom it was not sealed it says nothing', async () => {
  const key = ownKey(field);
  const body = await makeGrant(await fromOf(field), key.id, [orgKey.publicKey], sealKeyGrant(key));
  const stranger = await makeSealingKey();
  const others = [await readerOf(await sealingKeyFrom(stranger.pkcs8), stranger.publicKey)];
  expect(await readGrant(roster, others, entryOf(field, body))).toEqual({ ok: false, failure: { type: 'not-for-me' } });
});

test('a wrap moved to another grant, device or organisation does not open', async () => {
  const [grant, other] = [randomBytes(16), randomBytes(16)];
  const info = grantInfo(org, field.device, grant);
  const wrap = await sealTo(orgKey.publicKey, randomBytes(50), info);
  const reader = readers[0] as Reader;
  expect((await openFrom(reader, wrap, info)).ok).toBe(true);
  for (const moved of [
    grantInfo(org, field.device, other),
    grantInfo(org, office.device, grant),
    grantInfo(randomBytes(16), field.device, grant),
  ])
    expect(await openFrom(reader, wrap, moved)).toEqual({ ok: false, failure: { type: 'does-not-open' } });
});

test('wraps of one grant put into another of the same device are refused: the device signed which is which', async () => {
  const [one, two] = [ownKey(field), ownKey(field)];
  const from = await fromOf(field);
  const [first, second] = [
    await makeGrant(from, one.id, [orgKey.publicKey], sealKeyGrant(one)),
    await makeGrant(from, two.id, [orgKey.publicKey], sealKeyGrant(two)),
  ].map((bytes) => parseGrant(bytes));
  if (!first?.ok || !second?.ok) throw new Error('grants');
  const mixed = encodeCbor({ ...first.value, wraps: second.value.wraps });
  expect(await readGrant(roster, readers, entryOf(field, mixed))).toEqual({ ok: false, failure: { type: 'not-vouched-for' } });
});

test('a grant of somebody outside, or said to be of another device, is not believed', async () => {
  const stranger = await aMember();
  const key = ownKey(stranger);
  const body = await makeGrant(await fromOf(stranger), key.id, [orgKey.publicKey], sealKeyGrant(key));
  expect(await readGrant(roster, readers, entryOf(stranger, body))).toEqual({ ok: false, failure: { type: 'not-vouched-for' } });
  expect(await readGrant(roster, readers, entryOf(field, body))).toEqual({ ok: false, failure: { type: 'not-vouched-for' } });
});

test("a worker hands on only its own keys, never another device's nor the organisation's", async () => {
  const from = await fromOf(field);
  const foreign = ownKey(office);
  const another = await makeGrant(from, foreign.id, [orgKey.publicKey], sealKeyGrant(foreign));
  const organisation = await makeGrant(from, randomBytes(16), [orgKey.publicKey], { seal: [], org: orgKey.pkcs8 });
  for (const body of [another, organisation])
    expect(await readGrant(roster, readers, entryOf(field, body))).toEqual({ ok: false, failure: { type: 'not-vouched-for' } });
  const handed = await makeGrant(await fromOf(office), randomBytes(16), [orgKey.publicKey], {
    seal: [ownKey(field)].map(({ audience: _, ...key }) => key),
    org: orgKey.pkcs8,
  });
  expect((await readGrant(roster, readers, entryOf(office, handed))).ok).toBe(true);
});

test('any one byte of a grant changed, and it is refused', async () => {
  const key = ownKey(field);
  const body = await makeGrant(await fromOf(field), key.id, [orgKey.publicKey], sealKeyGrant(key));
  for (let at = 0; at < body.length; at += 1) {
    const changed = concat(body);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    expect((await readGrant(roster, readers, entryOf(field, changed))).ok).toBe(false);
  }
});

test('a private key is known by its public one', async () => {
  const other = await makeSealingKey();
  expect(await isPrivateKeyOf(orgKey.publicKey, orgKey.pkcs8)).toBe(true);
  expect(await isPrivateKeyOf(orgKey.publicKey, other.pkcs8)).toBe(false);
  expect(await isPrivateKeyOf(orgKey.publicKey, randomBytes(100))).toBe(false);
});
