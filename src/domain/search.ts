/**
 * Search over what is already in memory. Whatever two people spell differently for the same word is folded away on both sides:
 * case, width, Latin accents and Vietnamese tones ("nguoi" finds "người"), Arabic letters typed for Urdu ones, digits of any
 * script. Hangul falls apart into its letters, so that half a syllable finds the whole.
 */

/** Built in two steps so that an index over ten thousand texts is made once and asked often. */
export interface SearchRow<T> {
  readonly of: T;
  readonly text: string;
}

/** Left out, after letters fell apart (NFKD). Vowel signs stay: without them most words of those scripts would look alike. */
const unheardSigns = [
  '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f', // accents over Latin and Cyrillic letters
  '\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u0640', // Arabic vowel marks, and the stroke that stretches a word
  '\\u093c\\u09bc\\u0a3c\\u0abc', // the dot below (nukta) of Indic letters
  '\\u0e47-\\u0e4c\\u0e4e\\u0ec8-\\u0ecc\\u1037\\u1038', // tone marks of Thai, Lao and Burmese
  // Joiners, marks of direction, places where a line may break: nobody sees them.
  '\\u00ad\\u034f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff',
];
const unheard = new RegExp(`[${unheardSigns.join('')}]`, 'gu');

/** Letters with a stroke, which do not fall apart; letters of one sound that keyboards of two languages have two of. */
const sameLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ھ: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ە: 'ہ',
  ں: 'ن',
  'ँ': 'ं',
  'ઁ': 'ં',
};
const sameLetter = new RegExp(`[${Object.keys(sameLetters).join('')}]`, 'gu');

/** The noughts of the scripts that count for themselves; the other nine digits follow each. */
const noughts = [0x660, 0x6f0, 0x966, 0x9e6, 0xae6, 0xe50, 0xed0, 0x1040, 0x17e0];
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  const nought = noughts.find((first) => first <= code && code <= first + 9);
  return nought === undefined ? digit : String(code - nought);
};
const hiraganaOf = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60);

const isPlain = (text: string): boolean => /^[ -~\n]*$/u.test(text);

export const foldText = (text: string): string => {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(unheard, '')
    .replace(sameLetter, (letter) => sameLetters[letter] ?? letter)
    .replace(/[^\P{Nd}0-9]/gu, digitOf)
    .replace(/[\u30a1-\u30f6]/gu, hiraganaOf);
};

export const searchRow = <T>(of: T, words: readonly (string | undefined)[]): SearchRow<T> => ({
  of,
  text: foldText(words.filter((word) => word !== undefined && word !== '').join(' \n')),
});

/** Every word of the query somewhere in the text, in any order. An empty query finds all. */
export const findRows = <T>(rows: readonly SearchRow<T>[], query: string): readonly T[] => {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows.map(({ of }) => of);
  return rows.filter(({ text }) => words.every((word) => text.includes(word))).map(({ of }) => of);
};
