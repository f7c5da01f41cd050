/** The byte strings that shapes are made of, each of one length only. */
import * as v from 'valibot';
import { type Bytes, toHex } from './bytes.ts';

const bytesOf = (length: number) => v.custom<Bytes>((input) => input instanceof Uint8Array && input.length === length, `${length} bytes`);

/** P-256: y² = x³ − 3x + b over the field of p elements (SP 800-186). The numbers are public, so time tells nothing. */
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const isOnCurve = (point: Uint8Array): boolean => {
  const [x, y] = [BigInt(`0x${toHex(point.subarray(1, 33))}`), BigInt(`0x${toHex(point.subarray(33))}`)];
  return x < p && y < p && (y * y - x * x * x + 3n * x - b) % p === 0n;
};

/** An org, device, person, record, key or invitation id. */
export const Id16 = bytesOf(16);
/** A SHA-256: entry id, chain link. */
export const Hash = bytesOf(32);
/** An uncompressed P-256 point. One that is not on the curve is refused here, at the door, and not when somebody seals to it. */
export const PublicKey = v.custom<Bytes>(
  (input) => input instanceof Uint8Array && input.length === 65 && input[0] === 4 && isOnCurve(input),
  'an uncompressed P-256 point',
);
/** ECDSA P-256, r|s. */
export const Signature = bytesOf(64);
export const AnyBytes = v.instance(Uint8Array<ArrayBuffer>);
export const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
