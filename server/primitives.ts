/** The endpoint's half of src/protocol/primitives.ts. Hashing is synchronous here: half a thousand entries need half a thousand hashes. */
import { hash, webcrypto } from 'node:crypto';
import type { Bytes } from '../src/protocol/bytes.ts';
import type { Primitives } from '../src/protocol/primitives.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

export const sha256 = (bytes: Uint8Array): Bytes => {
  const digest = hash('sha256', bytes, 'buffer');
  return new Uint8Array(digest.buffer as ArrayBuffer, digest.byteOffset, digest.length);
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
