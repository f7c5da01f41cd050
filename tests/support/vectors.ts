/**
 * The test vectors of docs/protocol-vectors.json: one small organisation with one of everything, made by the app's own
 * code from keys that stay the same. What is random by nature (nonces, signatures, HPKE) differs with each writing.
 */
import type { EntryBody } from '../../src/domain/entry.ts';
import { packBody, paddedLength, unpackBytes } from '../../src/protocol/body.ts';
import { type Bytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { dictionary } from '../../src/protocol/dictionary.ts';
import { grantInfo, grantStatement, parseGrant } from '../../src/protocol/grant.ts';
import { invitationFragment, type JoinRequest } from '../../src/protocol/joining.ts';
import { loginStatement } from '../../src/protocol/login.ts';
import { entryProtocol, protocolNumber, suiteNumber } from '../../src/protocol/numbers.ts';
import { encodeLink, encodeLinkBody, type LinkBody, linkStatement } from '../../src/protocol/roster.ts';
import { encodeEntry, firstPrevious, type Header, headerBytes, headStatement, type SealedEntry } from '../../src/protocol/sealedEntry.ts';
import { makeGrant, sealKeyGrant } from '../../src/store/grants.ts';
import { sealBody } from '../../src/vault/entrySeal.ts';
import { admissionNumbers, invitationKeys } from '../../src/vault/invitation.ts';
import { makeSealingKey, makeSigningKey, signingKeyFrom, signWith } from '../../src/vault/keys.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { aesKeyFrom } from '../../src/vault/seal.ts';
import { exchangeVectors } from './exchangeVectors.ts';

interface Pair {
  readonly publicKey: string;
  readonly pkcs8: string;
}
interface DevicePairs {
  readonly person: string;
  readonly device: string;
  readonly sign: Pair;
  readonly seal: Pair;
  readonly login: Pair;
}
/** Everything that is given; the rest follows. All hex. */
export interface GivenKeys {
  readonly orgKey: Pair;
  readonly office: DevicePairs;
  readonly field: DevicePairs;
  /** What the endpoint signs receipts with. */
  readonly endpoint: Pair;
  readonly sealKey: { readonly id: string; readonly key: string; readonly day: number };
  readonly secret: string;
}

const filled = (byte: string, length: number): string => byte.repeat(length);
const hexPair = ({ publicKey, pkcs8 }: { readonly publicKey: Bytes; readonly pkcs8: Bytes }): Pair => ({
  publicKey: toHex(publicKey),
  pkcs8: toHex(pkcs8),
});

export const makeGivenKeys = async (): Promise<GivenKeys> => {
  const aDevice = async (byte: string): Promise<DevicePairs> => ({
    person: filled(`a${byte}`, 16),
    device: filled(`d${byte}`, 16),
    sign: hexPair(await makeSigningKey()),
    seal: hexPair(await makeSealingKey()),
    login: hexPair(await makeSigningKey()),
  });
  return {
    orgKey: hexPair(await makeSealingKey()),
    office: await aDevice('1'),
    field: await aDevice('2'),
    endpoint: hexPair(await makeSigningKey()),
    sealKey: { id: filled('5e', 16), key: filled('c7', 32), day: 20_514 },
    secret: filled('3b', 32),
  };
};

const publicKeysOf = ({ sign, seal, login }: DevicePairs) => ({
  sign: fromHex(sign.publicKey),
  seal: fromHex(seal.publicKey),
  login: fromHex(login.publicKey),
});
const sha256 = async (bytes: Bytes): Promise<Bytes> => primitives.sha256(bytes);

const link = async (by: DevicePairs, body: LinkBody) => {
  const bytes = encodeLinkBody(body);
  const statement = linkStatement(bytes);
  const signature = await signWith(await signingKeyFrom(fromHex(by.sign.pkcs8)), statement);
  const whole = encodeLink(bytes, signature);
  return {
    whole,
    hash: await sha256(whole),
    shown: { body: toHex(bytes), statement: toHex(statement), signature: toHex(signature), link: toHex(whole) },
  };
};

const rosterOf = async ({ orgKey, office, field }: GivenKeys, invitation: Bytes) => {
  const founding = await link(office, {
    n: 0,
    previous: new Uint8Array(32),
    at: 1_772_460_000,
    by: fromHex(office.device),
    says: {
      act: 'found',
      orgKey: fromHex(orgKey.publicKey),
      person: fromHex(office.person),
      device: fromHex(office.device),
      keys: publicKeysOf(office),
    },
  });
  const admission = await link(office, {
    n: 1,
    previous: founding.hash,
    at: 1_772_460_600,
    by: fromHex(office.device),
    says: {
      act: 'admit',
      role: 'worker',
      invitation,
      person: fromHex(field.person),
      device: fromHex(field.device),
      keys: publicKeysOf(field),
    },
  });
  return {
    root: founding.hash,
    links: [founding.whole, admission.whole],
    shown: { root: toHex(founding.hash), links: [founding.shown, admission.shown] },
  };
};

const aBody = ({ field }: GivenKeys, says: EntryBody['says']): EntryBody => ({
  kind: 'contact',
  record: filled('77', 16),
  writtenAt: '2026-03-02T21:15:00-06:00',
  by: { person: field.person, name: 'Joon' },
  after: [],
  says,
});

const bodyOf = (given: GivenKeys, says: EntryBody['says']) => {
  const json = aBody(given, says);
  const packed = packBody(json);
  const cbor = unpackBytes(packed);
  if (!cbor.ok) throw new Error('what was packed unpacks');
  return { packed, shown: { json, cbor: toHex(cbor.value), packed: toHex(packed) } };
};

const numbered = async (entry: SealedEntry) => ({ entry, id: await sha256(encodeEntry(entry)) });
const shownHeader = (header: Header) => ({
  ...header,
  org: toHex(header.org),
  stream: header.stream && toHex(header.stream),
  device: toHex(header.device),
  previous: toHex(header.previous),
  key: header.key && toHex(header.key),
});
const shownEntry = ({ entry, id }: Awaited<ReturnType<typeof numbered>>) => ({
  header: shownHeader(entry.header),
  headerBytes: toHex(headerBytes(entry.header)),
  body: toHex(entry.body),
  bytes: toHex(encodeEntry(entry)),
  id: toHex(id),
});

const chainOf = async (given: GivenKeys, org: Bytes) => {
  const { field, orgKey, sealKey } = given;
  const device = fromHex(field.device);
  const from = { org, device, signingKey: await signingKeyFrom(fromHex(field.sign.pkcs8)) };
  const key = { id: fromHex(sealKey.id), key: fromHex(sealKey.key), device, day: sealKey.day };
  const grant = await makeGrant(from, key.id, [fromHex(orgKey.publicKey)], sealKeyGrant(key));
  const opened = parseGrant(grant);
  if (!opened.ok) throw new Error('a grant of our own reads');
  const base = { protocol: entryProtocol, suite: suiteNumber, org, stream: null, device };
  const first = await numbered({ header: { ...base, sequence: 1, previous: firstPrevious, key: null, length: grant.length }, body: grant });
  const aes = await aesKeyFrom(key.key);
  const bodies = [
    bodyOf(given, { person: filled('88', 16), day: '2026-03-02', note: 'Asked for the card in Korean.' }),
    bodyOf(given, { note: '\uFEFF한국어 🙏', unknown: { later: [1, null, true] } }),
  ];
  const entries = [first];
  for (const { packed } of bodies) {
    const before = entries[entries.length - 1] ?? first;
    entries.push(
      await numbered(
        await sealBody(aes, { ...base, sequence: before.entry.header.sequence + 1, previous: before.id, key: key.id }, packed),
      ),
    );
  }
  const last = entries[entries.length - 1] ?? first;
  const statement = headStatement({ org, device, sequence: last.entry.header.sequence, id: last.id });
  const signature = await signWith(from.signingKey, statement);
  const shownGrant = {
    info: toHex(grantInfo(org, device, key.id)),
    statement: toHex(grantStatement(org, device, opened.value)),
    body: toHex(grant),
    opened: toHex(encodeCbor(sealKeyGrant({ ...key, audience: '' }))),
  };
  return {
    entries,
    signature,
    shown: {
      grant: shownGrant,
      bodies: bodies.map(({ shown }) => shown),
      entries: entries.map(shownEntry),
      head: { statement: toHex(statement), signature: toHex(signature) },
    },
  };
};

const joiningOf = async ({ field, secret }: GivenKeys, root: Bytes) => {
  const keys = await invitationKeys(fromHex(secret));
  const card = encodeCbor({ organisation: 'Lantern House (invented)', inviter: 'Mina', role: 'worker' });
  const request: JoinRequest = { person: fromHex(field.person), device: fromHex(field.device), name: 'Joon', keys: publicKeysOf(field) };
  return {
    fragment: invitationFragment({ secret: fromHex(secret), root }),
    invitation: toHex(keys.invitation),
    joinKey: toHex(keys.joinKey),
    guard: toHex(keys.guard),
    card: { plain: toHex(card), sealed: toHex(await keys.sealCard(card)) },
    request: { plain: toHex(encodeCbor(request)), sealed: toHex(await keys.sealRequest(encodeCbor(request))) },
    words: await admissionNumbers(fromHex(secret), root, request),
  };
};

const loginOf = async ({ field }: GivenKeys, org: Bytes) => {
  const challenge = fromHex(filled('4d', 56));
  const statement = loginStatement(org, fromHex(field.device), challenge);
  return {
    challenge: toHex(challenge),
    statement: toHex(statement),
    signature: toHex(await signWith(await signingKeyFrom(fromHex(field.login.pkcs8)), statement)),
  };
};

const refusedCbor = {
  'number longer than needed': '1817',
  'whole number as a float': 'f93c00',
  'array without a length': '9f01ff',
  'keys out of order': 'a2616201616101',
  'the same key twice': 'a2616101616102',
  'a key that is no text': 'a10102',
  'a tag': 'c101',
  undefined: 'f7',
  'not a number': 'f97e00',
  'number above 2^53': '1b0020000000000001',
  'text that is no UTF-8': '61ff',
  'a byte too many': '0000',
  'nested 40 deep': `${filled('81', 40)}00`,
};

export const makeVectors = async (given: GivenKeys) => {
  const { invitation } = await invitationKeys(fromHex(given.secret));
  const roster = await rosterOf(given, invitation);
  const org = roster.root.slice(0, 16);
  const chain = await chainOf(given, org);
  return {
    about:
      'Byte strings are lower-case hex. See docs/protocol.md. Written by tests/support/writeVectors.ts, checked by tests/protocol/vectors.test.ts.',
    protocol: protocolNumber,
    suite: suiteNumber,
    dictionary: { length: dictionary.length, sha256: toHex(await sha256(dictionary)), bytes: toHex(dictionary) },
    given,
    org: toHex(org),
    cbor: { refused: refusedCbor },
    padding: [0, 1, 63, 64, 500, 511, 512, 2047, 2048, 8191, 8192, 20_000].map((deflated) => ({
      deflated,
      padded: paddedLength(deflated + 1),
    })),
    roster: roster.shown,
    ...chain.shown,
    login: await loginOf(given, org),
    joining: await joiningOf(given, roster.root),
    exchange: await exchangeVectors(org, chain, given.endpoint),
  };
};
export type Vectors = Awaited<ReturnType<typeof makeVectors>>;
