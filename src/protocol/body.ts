/**
 * A body on its way into the seal: ids as bytes, CBOR, deflated with the dictionary, padded in steps. And back.
 * Ciphertext does not compress, so this comes first; padding comes last, so that length says little.
 */
import { deflateSync, inflateSync } from 'fflate';
import * as v from 'valibot';
import { EntryBody } from '../domain/entry.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, toHex } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { dictionary } from './dictionary.ts';
import { maxEntryBytes } from './numbers.ts';

export type BodyFailure = { readonly type: 'body-malformed' };

/** Lengths a padded body can have: fine steps for small ones, coarse for large. */
export const paddedLength = (length: number): number => {
  const step = length <= 512 ? 64 : length <= 2048 ? 128 : length <= 8192 ? 512 : 4096;
  return Math.ceil(length / step) * step;
};

const idText = /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/;

/** Hex ids take half the room as byte strings; in a body every byte string is an id, so this turns back without loss. */
const withBytes = (value: unknown): unknown => {
  if (typeof value === 'string') return idText.test(value) ? fromHex(value) : value;
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withBytes(part)]));
  return value;
};

const withText = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(withText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withText(part)]));
  return value;
};

const padded = (bytes: Uint8Array): Bytes => {
  const whole = new Uint8Array(paddedLength(bytes.length + 1));
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  return whole;
};

const unpadded = (bytes: Uint8Array): Uint8Array | null => {
  let end = bytes.length - 1;
  while (end > 0 && bytes[end] === 0) end -= 1;
  return bytes[end] === 0x80 ? bytes.subarray(0, end) : null;
};

/** Deflates as it is; whether it fits into an entry is for the caller to see. */
export const packBytes = (plain: Bytes): Bytes => padded(deflateSync(plain, { dictionary, level: 9 }));

/** Room for one body more than the largest allowed: a deflate bomb runs into the wall and is refused. */
const room = new Uint8Array(maxEntryBytes + 1);

export const unpackBytes = (packed: Uint8Array): Result<Uint8Array, BodyFailure> => {
  const deflated = unpadded(packed);
  if (!deflated) return failed({ type: 'body-malformed' });
  try {
    const plain = inflateSync(deflated, { dictionary, out: room });
    return plain.length > maxEntryBytes ? failed({ type: 'body-malformed' }) : ok(plain);
  } catch {
    // fflate throws for bytes that are no deflate stream.
    return failed({ type: 'body-malformed' });
  }
};

export const packBody = (body: EntryBody): Bytes => packBytes(encodeCbor(withBytes(body)));

export const unpackBody = (packed: Uint8Array): Result<EntryBody, BodyFailure> => {
  const plain = unpackBytes(packed);
  if (!plain.ok) return plain;
  const value = decodeCbor(plain.value);
  const body = value.ok ? v.safeParse(EntryBody, withText(value.value)) : null;
  return body?.success ? ok(body.output) : failed({ type: 'body-malformed' });
};
