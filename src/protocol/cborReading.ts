/**
 * Reads CBOR into a value, and throws where there is none. It need not know every other spelling of a value: whoever calls it
 * (cbor.ts) writes what was read again and compares.
 */

/** Every engine and Node have it; no other part of the page or of Node is known here. */
declare const TextDecoder: new (label: string, options: object) => { decode(bytes: Uint8Array): string };
/** Not one that drops a byte order mark: pasted text has them, and what was said is kept whole. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const shortText = 24;

/** Two bytes as a number: five bits of exponent, ten of what follows. */
const halfFrom = (half: number): number => {
  const [exponent, rest] = [(half >> 10) & 31, half & 1023];
  const size = exponent === 0 ? rest * 2 ** -24 : (rest + 1024) * 2 ** (exponent - 25);
  return half & 0x8000 ? -size : size;
};

class Reading {
  readonly #bytes: Uint8Array;
  /** Throws by itself where the bytes end. */
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #past(count: number): number {
    const at = this.#at;
    this.#at += count;
    return at;
  }

  value(): unknown {
    const first = this.#view.getUint8(this.#past(1));
    const [kind, short] = [first >> 5, first & 31];
    if (kind === 7) return this.#simple(short);
    const number = this.#number(short);
    if (kind === 0) return number;
    if (kind === 1) return -1 - number;
    if (kind === 2) return new Uint8Array(this.#next(number));
    if (kind === 3) return this.#text(number);
    if (kind === 4) return this.#list(number);
    if (kind === 5) return this.#map(number);
    throw new TypeError('a tag');
  }

  #number(short: number): number {
    if (short < 24) return short;
    if (short === 24) return this.#view.getUint8(this.#past(1));
    if (short === 25) return this.#view.getUint16(this.#past(2));
    if (short === 26) return this.#view.getUint32(this.#past(4));
    if (short === 27) return Number(this.#view.getBigUint64(this.#past(8)));
    throw new TypeError('no length');
  }

  #simple(short: number): unknown {
    if (short === 20 || short === 21) return short === 21;
    if (short === 22) return null;
    if (short === 25) return halfFrom(this.#view.getUint16(this.#past(2)));
    if (short === 26) return this.#view.getFloat32(this.#past(4));
    if (short === 27) return this.#view.getFloat64(this.#past(8));
    throw new TypeError('a simple value nobody writes');
  }

  #next(count: number): Uint8Array {
    const from = this.#past(count);
    return this.#bytes.subarray(from, from + count);
  }

  /** Names and codes are short and plain, and most of what is read: they need no decoder. */
  #text(length: number): string {
    const bytes = this.#next(length);
    if (length >= shortText) return utf8.decode(bytes);
    let text = '';
    for (const byte of bytes) {
      if (byte > 127) return utf8.decode(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #list(length: number): unknown[] {
    const list: unknown[] = [];
    for (let place = 0; place < length; place += 1) list.push(this.value());
    return list;
  }

  #map(length: number): unknown {
    const map: Record<string, unknown> = {};
    for (let place = 0; place < length; place += 1) {
      const name = this.value();
      if (typeof name !== 'string') throw new TypeError('a name that is no text');
      const value = this.value();
      // Set like others it would change what kind of thing the map is.
      if (name === '__proto__') Object.defineProperty(map, name, { value, configurable: true, enumerable: true, writable: true });
      else map[name] = value;
    }
    return map;
  }
}

export const readCbor = (bytes: Uint8Array): unknown => new Reading(bytes).value();
