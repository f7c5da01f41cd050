/** A part as text, piece by piece. XML in a workbook is UTF-8 or UTF-16; the first bytes say which. */
import { DecodeUTF8 } from 'fflate';
import { failed, ok } from '../../domain/result.ts';
import type { Next } from './unpack.ts';
import { type Decode, utf16Decoder } from './utf16.ts';

const utf8Decoder = (): Decode => {
  let text = '';
  const decoder = new DecodeUTF8((piece) => {
    text += piece;
  });
  return (bytes, last) => {
    text = '';
    decoder.push(bytes, last);
    return text;
  };
};

const decoderFor = (first: Uint8Array): Decode => {
  const [a, b] = first;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return utf16Decoder(true);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return utf16Decoder(false);
  return utf8Decoder();
};

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

export const textPieces = (next: Next<Uint8Array>, part: string): Next<string> => {
  let decode: Decode | null = null;
  let over = false;
  const decoded = (bytes: Uint8Array | null): string => {
    over = bytes === null;
    if (decode) return decode(bytes ?? new Uint8Array(0), over);
    decode = decoderFor(bytes ?? new Uint8Array(0));
    return withoutMark(decode(bytes ?? new Uint8Array(0), over));
  };
  return () => {
    if (over) return ok(null);
    const piece = next();
    if (!piece.ok) return piece;
    try {
      return ok(decoded(piece.value));
    } catch {
      // fflate throws where the text ends in the middle of a character.
      return failed({ type: 'damaged', part });
    }
  };
};
