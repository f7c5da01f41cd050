/** HPKE (RFC 9180), base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Seals keys to a reader's public key. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { sealingKeyFrom } from './keys.ts';
import { own, primitives } from './primitives.ts';
import type { SealFailure } from './seal.ts';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

export interface Wrap {
  readonly encapsulated: Bytes;
  readonly sealed: Bytes;
}

export const sealTo = async (publicKey: Bytes, plain: Bytes, info: Bytes): Promise<Wrap> => {
  const recipientPublicKey = await suite.kem.deserializePublicKey(own(publicKey));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plain);
  return { encapsulated: new Uint8Array(enc), sealed: new Uint8Array(ct) };
};

export interface ReaderKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: Bytes;
}

export const openFrom = async (reader: ReaderKey, wrap: Wrap, info: Bytes): Promise<Result<Bytes, SealFailure>> => {
  try {
    const publicKey = await suite.kem.deserializePublicKey(own(reader.publicKey));
    const recipientKey = { privateKey: reader.privateKey, publicKey };
    return ok(new Uint8Array(await suite.open({ recipientKey, enc: own(wrap.encapsulated), info }, own(wrap.sealed))));
  } catch {
    // The library throws for a wrap that was changed, or made for another reader.
    return failed({ type: 'does-not-open' });
  }
};

/** Whether a private key that was handed over belongs to the public key it is said to. */
export const isPrivateKeyOf = async (publicKey: Bytes, pkcs8: Bytes): Promise<boolean> => {
  const info = new Uint8Array();
  try {
    const wrap = await sealTo(publicKey, info, info);
    return (await openFrom({ privateKey: await sealingKeyFrom(pkcs8), publicKey }, wrap, info)).ok;
  } catch {
    // importKey throws for bytes that are no key at all.
    return false;
  }
};

/** Which public key a wrap is for: the first 16 bytes of its SHA-256. */
export const readerIdOf = async (publicKey: Bytes): Promise<Bytes> => (await primitives.sha256(publicKey)).slice(0, 16);
