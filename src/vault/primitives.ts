/** WebCrypto behind the protocol's two needs. */
import type { Bytes } from '../protocol/bytes.ts';
import type { Primitives } from '../protocol/primitives.ts';

const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const;
const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** WebCrypto wants views of a plain ArrayBuffer; what comes from a decoder may look at a larger one. */
export const own = (bytes: Uint8Array): Bytes => (bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes));

export const primitives: Primitives = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', own(bytes))),
  verify: async (publicKey, signature, statement) => {
    try {
      const key = await crypto.subtle.importKey('raw', own(publicKey), p256, false, ['verify']);
      return await crypto.subtle.verify(ecdsa, key, own(signature), own(statement));
    } catch {
      // importKey throws for bytes that are no point of the curve: such a key verifies nothing.
      return false;
    }
  },
};

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
