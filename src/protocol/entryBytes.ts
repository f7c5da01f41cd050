/**
 * An entry's CBOR, written and read by hand. It has one shape only, and every phone and endpoint reads thousands at a time:
 * a general codec takes ten times as long. Stays within cbor.ts's rules (tests/protocol/entryBytes.test.ts): one spelling, no more.
 */
import type { Bytes } from './bytes.ts';
import type { Header, SealedEntry } from './header.ts';

const bytesMajor = 0x40;
const arrayOfTwo = 0x82;
const arrayOfNine = 0x89;
const nothing = 0xf6;
const twoTo32 = 0x1_0000_0000;
/** Every field at its longest, and the heads around body and entry. */
const roomForHeader = 160;

/** Writes an unsigned number, or with another major the length of what follows; gives the place behind it. */
const putNumber = (into: Uint8Array, at: number, value: number, major = 0): number => {
  if (value < 24) {
    into[at] = major | value;
    return at + 1;
  }
  const width = value < 0x100 ? 1 : value < 0x10000 ? 2 : value < twoTo32 ? 4 : 8;
  into[at] = major | (width === 1 ? 24 : width === 2 ? 25 : width === 4 ? 26 : 27);
  let left = value;
  for (let place = at + width; place > at; place -= 1) {
    into[place] = left % 256;
    left = Math.floor(left / 256);
  }
  return at + 1 + width;
};

const putBytes = (into: Uint8Array, at: number, bytes: Uint8Array | null): number => {
  if (bytes === null) {
    into[at] = nothing;
    return at + 1;
  }
  const start = putNumber(into, at, bytes.length, bytesMajor);
  into.set(bytes, start);
  return start + bytes.length;
};

const putHeader = (into: Uint8Array, start: number, header: Header): number => {
  into[start] = arrayOfNine;
  let at = putNumber(into, start + 1, header.protocol);
  at = putNumber(into, at, header.suite);
  at = putBytes(into, at, header.org);
  at = putBytes(into, at, header.stream);
  at = putBytes(into, at, header.device);
  at = putNumber(into, at, header.sequence);
  at = putBytes(into, at, header.previous);
  at = putBytes(into, at, header.key);
  return putNumber(into, at, header.length);
};

export const writeHeader = (header: Header): Bytes => {
  const room = new Uint8Array(roomForHeader);
  return room.slice(0, putHeader(room, 0, header));
};

export const writeEntry = ({ header, body }: SealedEntry): Bytes => {
  const room = new Uint8Array(roomForHeader + body.length);
  room[0] = arrayOfTwo;
  return room.slice(0, putBytes(room, putHeader(room, 1, header), body));
};

/** Reads forward; once something does not fit, everything after it is refused too. */
const createReader = (bytes: Uint8Array) => {
  let at = 0;
  let fits = true;
  const refuse = (): number => {
    fits = false;
    return 0;
  };
  const number = (major: number): number => {
    const head = bytes[at] ?? 0xff;
    if ((head & 0xe0) !== major) return refuse();
    const short = head & 31;
    at += 1;
    if (short < 24) return short;
    if (short > 27) return refuse();
    const width = 1 << (short - 24);
    let value = 0;
    for (let end = at + width; at < end; at += 1) value = value * 256 + (bytes[at] ?? Number.NaN);
    // A number that would have fitted into less is another spelling of it.
    const least = width === 1 ? 24 : width === 2 ? 0x100 : width === 4 ? 0x10000 : twoTo32;
    return value >= least && value <= Number.MAX_SAFE_INTEGER ? value : refuse();
  };
  const string = (): Bytes => {
    const length = number(bytesMajor);
    const start = at;
    at += length;
    if (at > bytes.length) refuse();
    return new Uint8Array(bytes.subarray(start, fits ? at : start));
  };
  const idOrNothing = (): Bytes | null => {
    if (bytes[at] !== nothing) return ofLength(16);
    at += 1;
    return null;
  };
  const ofLength = (length: number): Bytes => {
    const said = string();
    if (said.length !== length) refuse();
    return said;
  };
  return {
    is: (byte: number): void => {
      if (bytes[at] !== byte) refuse();
      at += 1;
    },
    whole: () => number(0),
    string,
    ofLength,
    idOrNothing,
    isDone: (): boolean => fits && at === bytes.length,
  };
};

/** `null` for whatever is not the one spelling of an entry. */
export const readEntry = (bytes: Uint8Array): SealedEntry | null => {
  const reader = createReader(bytes);
  reader.is(arrayOfTwo);
  reader.is(arrayOfNine);
  const header: Header = {
    protocol: reader.whole(),
    suite: reader.whole(),
    org: reader.ofLength(16),
    stream: reader.idOrNothing(),
    device: reader.ofLength(16),
    sequence: reader.whole(),
    previous: reader.ofLength(32),
    key: reader.idOrNothing(),
    length: reader.whole(),
  };
  const body = reader.string();
  return reader.isDone() && header.sequence >= 1 ? { header, body } : null;
};
