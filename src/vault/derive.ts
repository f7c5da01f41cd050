/** HKDF-SHA-256: one secret, one purpose, one key. */
import type { Bytes } from '../protocol/bytes.ts';
import { own } from './primitives.ts';

export const deriveBytes = async (secret: Uint8Array, purpose: string, length = 32): Promise<Bytes> => {
  const key = await crypto.subtle.importKey('raw', own(secret), 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`fieldbook/1 ${purpose}`);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info }, key, length * 8));
};
