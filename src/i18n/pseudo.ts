/** Makes the pseudo-language from English: accents show text that bypasses the translations, length shows what has no room. */
export interface Words {
  readonly [key: string]: string | Words;
}

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'đ',
  e: 'é',
  f: 'ƒ',
  g: 'ǵ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Đ',
  E: 'É',
  F: 'Ƒ',
  G: 'Ǵ',
  H: 'Ĥ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ḿ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

/** Placeholders stay as they are: `{{count}}` must still be filled in. */
const accented = (text: string): string =>
  text
    .split(/(\{\{.*?\}\})/)
    .map((part, at) => (at % 2 === 1 ? part : [...part].map((letter) => accents[letter] ?? letter).join('')))
    .join('');

/** Other languages run a third longer than English. */
const longer = (text: string): string => '~'.repeat(Math.ceil(text.replace(/\{\{.*?\}\}/g, '').length / 3));

export const pseudoText = (text: string): string => `[${accented(text)}${longer(text)}]`;

export const pseudoWords = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, typeof word === 'string' ? pseudoText(word) : pseudoWords(word)]));
