/**
 * The two things device and endpoint both do with WebCrypto. Handed in, because this room knows no platform:
 * src/vault/primitives.ts and server/primitives.ts are the real ones.
 */
import type { Bytes } from './bytes.ts';

export interface Primitives {
  readonly sha256: (bytes: Uint8Array) => Bytes | Promise<Bytes>;
  /** ECDSA P-256 with SHA-256; `publicKey` is the 65-byte uncompressed point, `signature` 64 bytes r|s. A bad point or length is `false`. */
  readonly verify: (publicKey: Uint8Array, signature: Uint8Array, statement: Uint8Array) => Promise<boolean>;
}
