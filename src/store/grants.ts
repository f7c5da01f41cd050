/** Making grants and reading them: how a seal key gets from the device that made it to those who may open with it. */

import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, sameBytes, toHex } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';
import { type Grant, type GrantedKeys, grantInfo, grantStatement, parseGrant, parseGrantedKeys } from '../protocol/grant.ts';
import type { Roster } from '../protocol/roster.ts';
import type { Header, SealedEntry } from '../protocol/sealedEntry.ts';
import { openFrom, type ReaderKey, readerIdOf, sealTo } from '../vault/hpke.ts';
import { signWith } from '../vault/keys.ts';
import { primitives } from '../vault/primitives.ts';
import type { RingKey } from '../vault/vaultFile.ts';

export interface GrantFrom {
  readonly org: Bytes;
  readonly device: Bytes;
  readonly signingKey: CryptoKey;
}

/** `grant`: the key's own id where it hands out one seal key. `readers`: public keys. Gives the body of a grant entry. */
export const makeGrant = async (from: GrantFrom, grant: Bytes, readers: readonly Bytes[], keys: GrantedKeys): Promise<Bytes> => {
  const info = grantInfo(from.org, from.device, grant);
  const plain = encodeCbor(keys);
  const wraps = await Promise.all(
    readers.map(async (publicKey) => ({ reader: await readerIdOf(publicKey), ...(await sealTo(publicKey, plain, info)) })),
  );
  const signature = await signWith(from.signingKey, grantStatement(from.org, from.device, { grant, wraps }));
  return encodeCbor({ grant, wraps, signature });
};

export const sealKeyGrant = (key: RingKey): GrantedKeys => ({ seal: [{ id: key.id, device: key.device, day: key.day, key: key.key }] });

export type GrantFailure =
  /** Not sealed to any key this device holds. */
  | { readonly type: 'not-for-me' }
  | { readonly type: 'damaged' }
  /** The device is not in the roster, or did not sign this. */
  | { readonly type: 'not-vouched-for' };

export interface Reader extends ReaderKey {
  readonly id: Bytes;
}

export const readerOf = async (privateKey: CryptoKey, publicKey: Bytes): Promise<Reader> => ({
  privateKey,
  publicKey,
  id: await readerIdOf(publicKey),
});

/** Who may hand on what: a worker's device only its own seal keys; a supervisor's device any, and the organisation's key. */
const mayHandOn = (roster: Roster, header: Header, keys: GrantedKeys): boolean =>
  roster.devices.get(toHex(header.device))?.role === 'supervisor' ||
  (!keys.org && keys.seal.every(({ device }) => sameBytes(device, header.device)));

export const readGrant = async (
  roster: Roster,
  readers: readonly Reader[],
  { header, body }: SealedEntry,
): Promise<Result<GrantedKeys, GrantFailure>> => {
  const grant = parseGrant(body);
  if (!grant.ok) return failed({ type: 'damaged' });
  const mine = findWrap(readers, grant.value);
  if (!mine) return failed({ type: 'not-for-me' });
  const signer = roster.devices.get(toHex(header.device));
  const statement = grantStatement(header.org, header.device, grant.value);
  if (!signer || !(await primitives.verify(signer.keys.sign, grant.value.signature, statement))) return failed({ type: 'not-vouched-for' });
  const plain = await openFrom(mine.reader, mine.wrap, grantInfo(header.org, header.device, grant.value.grant));
  const keys = plain.ok ? parseGrantedKeys(plain.value) : null;
  if (!keys?.ok) return failed({ type: 'damaged' });
  return mayHandOn(roster, header, keys.value) ? ok(keys.value) : failed({ type: 'not-vouched-for' });
};

const findWrap = (readers: readonly Reader[], { wraps }: Grant) => {
  for (const reader of readers) {
    const wrap = wraps.find(({ reader: id }) => sameBytes(id, reader.id));
    if (wrap) return { reader, wrap };
  }
  return null;
};
