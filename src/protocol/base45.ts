/** RFC 9285: bytes in the 45 signs that a QR code packs tightest. Every reader gives them back letter by letter, which bytes do not survive. */
import type { Bytes } from './bytes.ts';

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export const toBase45 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [first, second] = [bytes[at] as number, bytes[at + 1]];
    const value = second === undefined ? first : first * 256 + second;
    text += signs.charAt(value % 45) + signs.charAt(Math.floor(value / 45) % 45);
    if (second !== undefined) text += signs.charAt(Math.floor(value / 2025));
  }
  return text;
};

/** `null` for what no bytes are spelled like. */
export const fromBase45 = (text: string): Bytes | null => {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const [a, b, c] = [signs.indexOf(text.charAt(at)), signs.indexOf(text.charAt(at + 1)), text.charAt(at + 2)];
    const third = c === '' ? 0 : signs.indexOf(c);
    const value = a + b * 45 + third * 2025;
    if (a < 0 || b < 0 || third < 0 || value > (c === '' ? 0xff : 0xffff)) return null;
    if (c !== '') bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return new Uint8Array(bytes);
};
