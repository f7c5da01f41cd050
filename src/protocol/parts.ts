/** The byte strings that shapes are made of, each of one length only. */
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';

const bytesOf = (length: number) =>
  v.custom<Bytes>((input) => input instanceof Uint8Array && input.length === length, `${length} bytes`);

/** An org, device, person, record, key or invitation id. */
export const Id16 = bytesOf(16);
/** A SHA-256: entry id, chain link. */
export const Hash = bytesOf(32);
/** An uncompressed P-256 point. */
export const PublicKey = v.custom<Bytes>(
  (input) => input instanceof Uint8Array && input.length === 65 && input[0] === 4,
  'an uncompressed P-256 point',
);
/** ECDSA P-256, r|s. */
export const Signature = bytesOf(64);
export const AnyBytes = v.instance(Uint8Array<ArrayBuffer>);
export const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
