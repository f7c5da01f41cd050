/**
 * The courier file: sealed entries, or signed receipts for them, on a stick or in a message instead of over a network. Whoever
 * carries it can read nothing in it, not even what it is for. docs/protocol.md, "Courier files and codes".
 */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, concat, sameBytes } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { isSpelled, spell, unspell } from './courierSpelling.ts';
import { AnyBytes, Id16 } from './parts.ts';
import type { Primitives } from './primitives.ts';

export interface CourierFile {
  readonly org: Bytes;
  readonly holds: 'entries' | 'receipts';
  /** Each a batch or signed receipts of carried.ts. */
  readonly parts: readonly Bytes[];
}

export type CourierFileFailure = {
  readonly type:
    | 'empty'
    | 'too-large'
    /** A photo, a letter, anything: it was never one of these files. */
    | 'not-ours'
    | 'newer-version'
    | 'cut-short'
    /** Two such files, one behind the other. */
    | 'joined'
    | 'something-added'
    | 'damaged';
};

/** Bytes that stand in no list of file types. The line end among them notices whoever changes line ends on the way. */
const magic: Bytes = new Uint8Array([0x8d, 0xa7, 0x1c, 0x0d, 0x0a, 0x9e]);
const version = 1;
const kinds: readonly CourierFile['holds'][] = ['entries', 'receipts'];
/** magic, version, what it holds, length of the body in four bytes */
const headLength = magic.length + 6;
const hashLength = 32;

/** Of a sealed file; what is more goes into a second one. */
export const maxCourierBytes = 16 << 20;
/** Of the same file in letters and lines, and a little for whom line ends are two letters. */
export const maxCourierFileBytes = 24 << 20;
/** The least that stands beside the parts; each part has up to five bytes of its own as well. */
export const courierFrame = headLength + hashLength + 32;
const maxParts = 2000;

const Body = v.strictTuple([Id16, v.pipe(v.array(AnyBytes), v.minLength(1), v.maxLength(maxParts))]);

/** Lengths in threes spell without a rest, so that two files in a row still spell two files. */
const paddingOf = (bodyLength: number): number => (3 - ((headLength + bodyLength + hashLength) % 3)) % 3;

const headOf = (holds: CourierFile['holds'], bodyLength: number): Bytes => {
  const head = new Uint8Array(headLength);
  head.set(magic);
  head[magic.length] = version;
  head[magic.length + 1] = kinds.indexOf(holds) + 1;
  new DataView(head.buffer).setUint32(headLength - 4, bodyLength);
  return head;
};

/** As bytes: for codes. */
export const packCourier = async ({ sha256 }: Pick<Primitives, 'sha256'>, { org, holds, parts }: CourierFile): Promise<Bytes> => {
  const body = encodeCbor([org, parts]);
  const said = concat(headOf(holds, body.length), body, new Uint8Array(paddingOf(body.length)));
  return concat(said, await sha256(said));
};

/** In letters: goes through every messenger, mailbox and share sheet untouched. */
export const spellCourier = (packed: Bytes): Bytes => spell(packed);

const begins = (bytes: Uint8Array, at: number): boolean => sameBytes(bytes.subarray(at, at + magic.length), magic);

/** What is wrong with the frame; `null` when head and length fit. Looked at from the front, as far as it goes. */
const frameFlaw = (bytes: Uint8Array): CourierFileFailure['type'] | null => {
  if (!sameBytes(bytes.subarray(0, magic.length), magic.subarray(0, bytes.length))) return 'not-ours';
  const says = bytes[magic.length];
  if (says !== undefined && says !== version) return says > version ? 'newer-version' : 'damaged';
  if (bytes.length < headLength) return 'cut-short';
  const bodyLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(headLength - 4);
  const whole = headLength + bodyLength + paddingOf(bodyLength) + hashLength;
  if (whole > maxCourierBytes) return 'damaged';
  if (bytes.length < whole) return 'cut-short';
  if (bytes.length > whole) return begins(bytes, whole) ? 'joined' : 'something-added';
  return null;
};

/** Takes a file apart, in bytes or in letters. Says nothing about whose it is, or whether what it holds is proven. */
export const openCourier = async (
  { sha256 }: Pick<Primitives, 'sha256'>,
  given: Uint8Array,
): Promise<Result<CourierFile, CourierFileFailure>> => {
  if (given.length === 0) return failed({ type: 'empty' });
  if (given.length > maxCourierFileBytes) return failed({ type: 'too-large' });
  const bytes = isSpelled(given, magic) ? unspell(given) : given;
  const flaw = frameFlaw(bytes);
  if (flaw) return failed({ type: flaw });
  const said = bytes.subarray(0, bytes.length - hashLength);
  if (!sameBytes(await sha256(said), bytes.subarray(said.length))) return failed({ type: 'damaged' });
  const bodyLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(headLength - 4);
  const holds = kinds[(bytes[magic.length + 1] ?? 0) - 1];
  const value = decodeCbor(said.subarray(headLength, headLength + bodyLength));
  const body = value.ok ? v.safeParse(Body, value.value) : null;
  if (!holds || !body?.success || said.subarray(headLength + bodyLength).some(Boolean)) return failed({ type: 'damaged' });
  return ok({ org: body.output[0], holds, parts: body.output[1] });
};
