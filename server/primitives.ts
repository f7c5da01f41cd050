/** The endpoint's half of src/protocol/primitives.ts. Hashing is synchronous here: half a thousand entries need half a thousand hashes. */
import { hash, webcrypto } from 'node:crypto';
import type { Bytes } from '../src/protocol/bytes.ts';
import type { Primitives } from '../src/protocol/primitives.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** By way of a text of one letter a byte: a Buffer takes memory of its own from outside, which costs as much again as the hash. */
export const sha256 = (bytes: Uint8Array): Bytes => {
  const digest = hash('sha256', bytes, 'binary');
  const result = new Uint8Array(digest.length);
  for (let at = 0; at < digest.length; at += 1) result[at] = digest.charCodeAt(at);
  return result;
};

const verify: Primitives['verify'] = async (publicKey, signature, statement) => {
  if (signature.length !== 64) return false;
  try {
    const key = await webcrypto.subtle.importKey('raw', publicKey, curve, false, ['verify']);
    return await webcrypto.subtle.verify(algorithm, key, signature, statement);
  } catch {
    // A point that is not on the curve is refused by throwing; a stranger may send any 65 bytes.
    return false;
  }
};

export const nodePrimitives = { sha256, verify } satisfies Primitives;
