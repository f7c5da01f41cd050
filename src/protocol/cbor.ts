/**
 * Strict CBOR (RFC 8949, deterministic encoding): one value has one spelling, so what is hashed, signed or sealed
 * cannot be read two ways. Whatever does not encode back to the same bytes is refused.
 */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, sameBytes } from './bytes.ts';
import { readCbor } from './cborReading.ts';
import { writeCbor } from './cborWriting.ts';

export type CborFailure = { readonly type: 'not-cbor' };

const maxDepth = 32;
/** Far above the fullest page; a megabyte of one-byte values would otherwise hold everybody up for a second. */
const maxValues = 200_000;

export const encodeCbor = (value: unknown): Bytes => writeCbor(value);

export const decodeCbor = (bytes: Uint8Array): Result<unknown, CborFailure> => {
  if (isUnreasonable(bytes)) return failed({ type: 'not-cbor' });
  try {
    const value = readCbor(bytes);
    return sameBytes(encodeCbor(value), bytes) ? ok(value) : failed({ type: 'not-cbor' });
  } catch {
    // The reader says by throwing that these are not the bytes of one value; nothing else can throw here.
    return failed({ type: 'not-cbor' });
  }
};

/** Walks the heads only, without recursion: a hundred thousand open brackets must not reach a recursive decoder. */
const isUnreasonable = (bytes: Uint8Array): boolean => {
  const left: number[] = [];
  let values = 0;
  for (let at = 0; at < bytes.length; ) {
    values += 1;
    if (values > maxValues) return true;
    const head = readHead(bytes, at);
    if (!head) return false; // the reader will refuse it and say so
    at = head.next;
    while (left.length > 0 && left[left.length - 1] === 0) left.pop();
    if (left.length > 0) left[left.length - 1] = (left[left.length - 1] ?? 0) - 1;
    if (head.items > 0) left.push(head.items);
    if (left.length > maxDepth) return true;
  }
  return false;
};

interface Head {
  readonly next: number;
  readonly items: number;
}

const readHead = (bytes: Uint8Array, at: number): Head | null => {
  const first = bytes[at] ?? 0;
  const major = first >> 5;
  const short = first & 31;
  if (short > 27) return null;
  const width = short < 24 ? 0 : 1 << (short - 24);
  let value = short < 24 ? short : 0;
  for (let i = 1; i <= width; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  const next = at + 1 + width;
  if (major === 2 || major === 3) return { next: next + value, items: 0 };
  if (major === 4) return { next, items: value };
  if (major === 5) return { next, items: value * 2 };
  return { next, items: major === 6 ? 1 : 0 };
};
