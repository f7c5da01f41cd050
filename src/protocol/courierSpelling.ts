/**
 * A courier file in letters. Phones share texts where they refuse files of a kind they do not know, and a mailbox that breaks
 * lines anew does a text no harm: whatever is white is passed over.
 */
import { type Bytes, concat, fromBase64Url, sameBytes, toBase64Url } from './bytes.ts';

const lettersPerLine = 76;
const newline = 10;
const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

const isWhite = (code: number | undefined): boolean => code === 32 || code === 9 || code === 10 || code === 13;
const isLetter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code === 95;

export const spell = (bytes: Uint8Array): Bytes => {
  const perLine = (lettersPerLine / 4) * 3;
  const text = new Uint8Array(Math.ceil(bytes.length / perLine) + Math.ceil((bytes.length * 4) / 3));
  let to = 0;
  for (let at = 0; at < bytes.length; at += perLine) {
    for (const letter of toBase64Url(bytes.subarray(at, at + perLine))) {
      text[to] = letter.charCodeAt(0);
      to += 1;
    }
    text[to] = newline;
    to += 1;
  }
  return text.subarray(0, to);
};

const firstLetter = (text: Uint8Array): number => {
  let at = byteOrderMark.every((byte, index) => text[index] === byte) ? byteOrderMark.length : 0;
  while (isWhite(text[at])) at += 1;
  return at;
};

/** Whether it begins with these bytes in letters, as far as it goes. `magic` has a length in threes. */
export const isSpelled = (text: Uint8Array, magic: Bytes): boolean => {
  const spelled = spell(magic).subarray(0, -1);
  const from = firstLetter(text);
  const begin = text.subarray(from, from + spelled.length);
  return begin.length > 0 && sameBytes(begin, spelled.subarray(0, begin.length));
};

const lettersOf = (text: Uint8Array): { readonly letters: Uint8Array; readonly stranger: boolean } => {
  const letters = new Uint8Array(text.length);
  let count = 0;
  for (let at = firstLetter(text); at < text.length; at += 1) {
    const code = text[at] as number;
    if (isWhite(code)) continue;
    if (!isLetter(code)) return { letters: letters.subarray(0, count), stranger: true };
    letters[count] = code;
    count += 1;
  }
  return { letters: letters.subarray(0, count), stranger: false };
};

const fourLetters = 4096;

/** As many bytes as stand there. A rest that spells none is left out: then the file is too short, and that is said of it. */
export const unspell = (text: Uint8Array): Bytes => {
  const { letters, stranger } = lettersOf(text);
  const whole = letters.length - (letters.length % 4);
  const pieces: Bytes[] = [];
  for (let at = 0; at < whole; at += fourLetters)
    pieces.push(fromBase64Url(String.fromCharCode(...letters.subarray(at, Math.min(at + fourLetters, whole)))) ?? new Uint8Array());
  // What a letter under it says ("sent from my phone") is no part of the file, and must not go unnoticed either.
  if (stranger) pieces.push(new Uint8Array(1));
  return concat(...pieces);
};
