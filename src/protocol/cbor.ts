/**
 * Strict CBOR (RFC 8949, deterministic encoding): one value has one spelling, so what is hashed, signed or sealed
 * cannot be read two ways. Whatever does not encode back to the same bytes is refused.
 */
import { decode, type EncodeOptions, encode, Token, Tokenizer, Type } from 'cborg';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, sameBytes } from './bytes.ts';

export type CborFailure = { readonly type: 'not-cbor' };

const maxDepth = 32;
/** Far above the fullest page; a megabyte of one-byte values would otherwise hold everybody up for a second. */
const maxValues = 200_000;

/**
 * What strict decoding would refuse must not be written in the first place: a number that is none and a hole in a list
 * become null, as in JSON. Halves of a character become U+FFFD (cborg's own doing).
 */
const asNull = () => new Token(Type.null, null);
const encodeOptions: EncodeOptions = {
  ignoreUndefinedProperties: true,
  typeEncoders: { number: (value: number) => (Number.isFinite(value) ? null : asNull()), undefined: asNull },
};

export const encodeCbor = (value: unknown): Bytes => encode(value, encodeOptions);

const decodeOptions = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
};

/** cborg's text decoder drops a byte order mark at the beginning; pasted text has them, and what was said is kept whole. */
class WholeTexts extends Tokenizer {
  override next(): Token {
    const at = this.pos();
    const token = super.next();
    if (this.data[at] === undefined || this.data[at] >> 5 !== 3) return token;
    const from = at + headLength(this.data[at] & 31);
    const marked = this.data[from] === 0xef && this.data[from + 1] === 0xbb && this.data[from + 2] === 0xbf && from + 3 <= this.pos();
    if (marked) token.value = `\uFEFF${token.value}`;
    return token;
  }
}

const headLength = (short: number): number => (short < 24 ? 1 : 1 + (1 << (short - 24)));

export const decodeCbor = (bytes: Uint8Array): Result<unknown, CborFailure> => {
  if (isUnreasonable(bytes)) return failed({ type: 'not-cbor' });
  try {
    const value: unknown = decode(bytes, { ...decodeOptions, tokenizer: new WholeTexts(bytes, decodeOptions) });
    return sameBytes(encodeCbor(value), bytes) ? ok(value) : failed({ type: 'not-cbor' });
  } catch {
    // The decoder says by throwing that these are not the bytes of one value; nothing else can throw here.
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
    if (!head) return false; // the decoder will refuse it and say so
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
