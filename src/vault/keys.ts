/**
 * A device's keys, all on P-256 because every engine back to 2018 has it. `sign` and `seal` exist outside unlocked memory
 * only inside the vault; `login` can only carry sealed bytes to and fro, so it may stay usable while locked.
 */
import type { Bytes } from '../protocol/bytes.ts';
import { own } from './primitives.ts';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;

export interface MadeKey {
  readonly publicKey: Bytes;
  readonly pkcs8: Bytes;
}

const rawPublic = async (key: CryptoKey): Promise<Bytes> => new Uint8Array(await crypto.subtle.exportKey('raw', key));
const pkcs8Of = async (key: CryptoKey): Promise<Bytes> => new Uint8Array(await crypto.subtle.exportKey('pkcs8', key));

export const makeSigningKey = async (): Promise<MadeKey> => {
  const pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  return { publicKey: await rawPublic(pair.publicKey), pkcs8: await pkcs8Of(pair.privateKey) };
};

export const makeSealingKey = async (): Promise<MadeKey> => {
  const pair = await crypto.subtle.generateKey(ecdh, true, ['deriveBits']);
  return { publicKey: await rawPublic(pair.publicKey), pkcs8: await pkcs8Of(pair.privateKey) };
};

/** The private half never leaves the browser's key store: script can use it and cannot read it. */
export const makeLoginKey = async (): Promise<{ readonly publicKey: Bytes; readonly privateKey: CryptoKey }> => {
  const pair = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
  return { publicKey: await rawPublic(pair.publicKey), privateKey: pair.privateKey };
};

export const signingKeyFrom = (pkcs8: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('pkcs8', own(pkcs8), ecdsa, false, ['sign']);

export const sealingKeyFrom = (pkcs8: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', own(pkcs8), ecdh, false, ['deriveBits']);

export const signWith = async (key: CryptoKey, statement: Uint8Array): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, own(statement)));
