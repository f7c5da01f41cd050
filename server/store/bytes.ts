import type { Bytes } from '../../src/protocol/bytes.ts';
import type { StoredBytes } from './tables.ts';

/** Drivers hand byte columns back as Buffer or ArrayBuffer; the rest of the endpoint knows plain bytes only. */
export const asBytes = (stored: StoredBytes): Bytes =>
  stored instanceof ArrayBuffer
    ? new Uint8Array(stored)
    : new Uint8Array(stored.buffer as ArrayBuffer, stored.byteOffset, stored.byteLength);
