/**
 * AES-256-GCM with a fresh random nonce and associated data. The nonce stands before the ciphertext.
 * A seal that does not open is a failure value, never a text.
 */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, concat } from '../protocol/bytes.ts';
import { own, randomBytes } from './primitives.ts';

const nonceLength = 12;
/** Nonce and tag together. */
export const sealOverhead = nonceLength + 16;

export type SealFailure = { readonly type: 'does-not-open' };

export const aesKeyFrom = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', own(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);

export const sealWith = async (key: CryptoKey, plain: Uint8Array, bound: Uint8Array): Promise<Bytes> => {
  const iv = randomBytes(nonceLength);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: own(bound) }, key, own(plain));
  return concat(iv, new Uint8Array(sealed));
};

export const openWith = async (key: CryptoKey, sealed: Uint8Array, bound: Uint8Array): Promise<Result<Bytes, SealFailure>> => {
  if (sealed.length < sealOverhead) return failed({ type: 'does-not-open' });
  try {
    const iv = own(sealed.subarray(0, nonceLength));
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: own(bound) }, key, own(sealed.subarray(nonceLength)));
    return ok(new Uint8Array(plain));
  } catch {
    // WebCrypto says by throwing, without a reason, that key, bytes or associated data are not the ones that were sealed.
    return failed({ type: 'does-not-open' });
  }
};
