/**
 * Writes CBOR (RFC 8949, deterministic: shortest heads, keys in the order of their bytes). By hand, because a library reads and
 * writes many kinds that are refused here anyway, and would be a tenth of what a phone loads to open its notebook.
 */
import type { Bytes } from './bytes.ts';

/** Every engine and Node have it; no other part of the page or of Node is known here. */
declare const TextEncoder: new () => { encode(text: string): Bytes };
const utf8 = new TextEncoder();
const shortText = 24;

/** Bytes that grow while they are written. */
class Growing {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Where `count` more bytes begin. */
  #more(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }

  byte(value: number): void {
    const at = this.#more(1);
    this.#bytes[at] = value;
  }

  all(bytes: Uint8Array): void {
    const at = this.#more(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** A kind of value (0 to 7) and its number, in as few bytes as it takes. */
  head(kind: number, value: number): void {
    const first = kind << 5;
    if (value < 24) this.byte(first | value);
    else if (value < 0x100) this.#number(first | 24, 1, (view, at) => view.setUint8(at, value));
    else if (value < 0x10000) this.#number(first | 25, 2, (view, at) => view.setUint16(at, value));
    else if (value < 0x100000000) this.#number(first | 26, 4, (view, at) => view.setUint32(at, value));
    else this.#number(first | 27, 8, (view, at) => view.setBigUint64(at, BigInt(value)));
  }

  half(bits: number): void {
    this.#number(0xf9, 2, (view, at) => view.setUint16(at, bits));
  }

  single(value: number): void {
    this.#number(0xfa, 4, (view, at) => view.setFloat32(at, value));
  }

  double(value: number): void {
    this.#number(0xfb, 8, (view, at) => view.setFloat64(at, value));
  }

  #number(first: number, width: number, set: (view: DataView, at: number) => void): void {
    const at = this.#more(1 + width);
    this.#bytes[at] = first;
    set(this.#view, at + 1);
  }

  done(): Bytes {
    return this.#bytes.slice(0, this.#length);
  }
}

const isShortAscii = (text: string): boolean => {
  if (text.length >= shortText) return false;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
};

/** Names and codes are short and plain, and most of what is written: they need no encoder. */
const writeText = (out: Growing, text: string): void => {
  if (isShortAscii(text)) {
    out.head(3, text.length);
    for (let at = 0; at < text.length; at += 1) out.byte(text.charCodeAt(at));
    return;
  }
  const bytes = utf8.encode(text);
  out.head(3, bytes.length);
  out.all(bytes);
};

const bits = new DataView(new ArrayBuffer(4));
/** As two bytes, where nothing is lost by it. Of the very small ones only powers of two: so it was from the first entry on. */
const halfOf = (value: number): number | null => {
  bits.setFloat32(0, value);
  const whole = bits.getUint32(0);
  const [sign, exponent, rest] = [(whole >>> 16) & 0x8000, ((whole >>> 23) & 0xff) - 127, whole & 0x7fffff];
  if (exponent > 15 || exponent < -24) return null;
  if (exponent < -14) return rest === 0 ? sign | (1 << (24 + exponent)) : null;
  return rest & 0x1fff ? null : sign | ((exponent + 15) << 10) | (rest >>> 13);
};

const writeFraction = (out: Growing, value: number): void => {
  const half = halfOf(value);
  if (Math.fround(value) !== value) out.double(value);
  else if (half === null) out.single(value);
  else out.half(half);
};

const writeNumber = (out: Growing, value: number): void => {
  if (!Number.isFinite(value)) out.byte(0xf6);
  else if (!Number.isSafeInteger(value)) writeFraction(out, value);
  else if (value >= 0) out.head(0, value);
  else out.head(1, -1 - value);
};

/** By length first, as their heads are; texts of plain letters compare as their bytes do. */
const byBytes = (one: string, other: string): number => {
  if (isShortAscii(one) && isShortAscii(other)) return one.length - other.length || (one < other ? -1 : 1);
  const [a, b] = [utf8.encode(one), utf8.encode(other)];
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((byte, place) => byte !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

const writeMap = (out: Growing, value: object): void => {
  const said = Object.entries(value).filter(([, each]) => each !== undefined);
  said.sort(([one], [other]) => byBytes(one, other));
  out.head(5, said.length);
  for (const [name, each] of said) {
    writeText(out, name);
    write(out, each);
  }
};

const writeObject = (out: Growing, value: object): void => {
  if (value instanceof Uint8Array) {
    out.head(2, value.length);
    out.all(value);
  } else if (Array.isArray(value)) {
    out.head(4, value.length);
    // Holes too.
    for (let at = 0; at < value.length; at += 1) write(out, value[at]);
  } else if (Object.prototype.toString.call(value) === '[object Object]') writeMap(out, value);
  else throw new TypeError('this has no spelling in CBOR');
};

const write = (out: Growing, value: unknown): void => {
  if (value === null || value === undefined) out.byte(0xf6);
  else if (typeof value === 'boolean') out.byte(value ? 0xf5 : 0xf4);
  else if (typeof value === 'number') writeNumber(out, value);
  else if (typeof value === 'string') writeText(out, value);
  else if (typeof value === 'object') writeObject(out, value);
  else throw new TypeError('this has no spelling in CBOR');
};

/**
 * What could not be read back is not written: a number that is none and a hole in a list become null, as in JSON, and halves of
 * a character U+FFFD.
 */
export const writeCbor = (value: unknown): Bytes => {
  const out = new Growing();
  write(out, value);
  return out.done();
};
