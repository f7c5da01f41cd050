/**
 * The bytes of a csv file as text. Excel writes UTF-16 or the computer's own code page as readily as UTF-8, and does not
 * say which; what is not UTF-8 is taken for Windows-1252, the usual one in the Americas and western Europe.
 */
import { strFromU8 } from 'fflate';
import { utf16Decoder } from './utf16.ts';

export type CsvEncoding = 'utf-8' | 'utf-16' | 'windows-1252';

export interface CsvText {
  readonly text: string;
  readonly encoding: CsvEncoding;
  /** Some characters could not be read. */
  readonly spoilt: boolean;
}

const replaced = '\uFFFD';
/** What Windows-1252 has from 0x80 to 0x9F. Five places are empty. */
const middle = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const fromWindows = (bytes: Uint8Array): string =>
  strFromU8(bytes, true).replace(/[\u0080-\u009F]/g, (sign) => middle[sign.charCodeAt(0) - 0x80] ?? sign);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** One spoilt byte in a Korean file does not make it a western one. */
const fromUtf8 = (bytes: Uint8Array): CsvText => {
  const text = strFromU8(bytes);
  if (!text.includes(replaced)) return { text, encoding: 'utf-8', spoilt: false };
  const bad = countOf(text, /\uFFFD/g);
  const good = countOf(text, /[^\0-\u007F\uFFFD]/g);
  return good > bad ? { text, encoding: 'utf-8', spoilt: true } : { text: fromWindows(bytes), encoding: 'windows-1252', spoilt: false };
};

const fromUtf16 = (bytes: Uint8Array, littleEnd: boolean): CsvText => ({
  text: utf16Decoder(littleEnd)(bytes, true),
  encoding: 'utf-16',
  spoilt: bytes.length % 2 === 1,
});

const withoutMark = (read: CsvText): CsvText => (read.text.startsWith('\uFEFF') ? { ...read, text: read.text.slice(1) } : read);

export const csvText = (bytes: Uint8Array): CsvText => {
  const [a, b] = bytes;
  const little = (a === 0xff && b === 0xfe) || (b === 0 && a !== 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined);
  return withoutMark(little || big ? fromUtf16(bytes, little) : fromUtf8(bytes));
};
