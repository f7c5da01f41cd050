/** Bytes in, bytes out: the few conversions everything else is made of. */
export type Bytes = Uint8Array<ArrayBuffer>;

const hexOf: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const toHex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += hexOf[byte];
  return text;
};

/** Of a lower-case hex digit's character code. */
const digit = (code: number): number => (code < 58 ? code - 48 : code - 87);

/** The caller has checked that `hex` is an even number of lower-case hex digits (domain Id). */
export const fromHex = (hex: string): Bytes => {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (digit(hex.charCodeAt(at * 2)) << 4) | digit(hex.charCodeAt(at * 2 + 1));
  return bytes;
};

export const concat = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * Plain loops, and for long rows four bytes at a time where it goes: every exchange compares a megabyte with itself
 * encoded again, and `every` with a callback takes ten times as long.
 */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  const words = a.length >= worthWords && a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0 ? a.length >> 2 : 0;
  if (words > 0 && !sameWords(new Uint32Array(a.buffer, a.byteOffset, words), new Uint32Array(b.buffer, b.byteOffset, words))) return false;
  for (let at = words * 4; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};

const worthWords = 256;

/** By itself, so that it only ever meets one kind of array and stays fast. */
const sameWords = (a: Uint32Array, b: Uint32Array): boolean => {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648 base64url without padding, for links. */
export const toBase64Url = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += letters.charAt(three >> 18) + letters.charAt((three >> 12) & 63);
    if (at + 1 < bytes.length) text += letters.charAt((three >> 6) & 63);
    if (at + 2 < bytes.length) text += letters.charAt(three & 63);
  }
  return text;
};

/** `null` when the text is not canonical base64url: one spelling only, so a link cannot be varied. */
export const fromBase64Url = (text: string): Bytes | null => {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 255;
    at += 1;
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
};
