/**
 * What makes a passphrase of one's own good enough: length first, and none of what is tried first. No rules about digits and
 * signs, which make people choose worse ones. The generated one needs none of this.
 */
export const ownLength = 15;

/** Spelled without spaces and in small letters: what long passwords in leaked lists are made of. */
const triedFirst = [
  'password',
  'passphrase',
  'passwort',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'welcome',
  'iloveyou',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'trustno1',
  'superman',
  'batman',
  'starwars',
  'whatever',
  'administrator',
  'changeme',
  'correcthorsebatterystaple',
  'fieldbook',
  'notebook',
  'outreach',
  'chicago',
  'illinois',
  'abcdefgh',
  '12345678',
  '87654321',
  '11111111',
  '00000000',
  '비밀번호',
  '사랑해요',
  '대한민국',
  'matkhau',
  'anhyeuem',
  'vietnam',
] as const;

export type PassphraseFlaw = 'too-short' | 'repeats' | 'tried-first' | 'names';

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '');

/** What is left of it once a guesser's first words are taken out: nine letters of one's own must remain. */
const leftWithout = (text: string, words: readonly string[]): string => words.reduce((left, word) => left.split(word).join(''), text);
const ownLetters = 9;

export interface NamesKnown {
  readonly organisation?: string | undefined;
  readonly name?: string | undefined;
}

export const flawOf = (passphrase: string, { organisation = '', name = '' }: NamesKnown = {}): PassphraseFlaw | null => {
  if ([...passphrase.trim()].length < ownLength) return 'too-short';
  const text = bare(passphrase);
  if (new Set(text).size < 6) return 'repeats';
  if ([...leftWithout(text, triedFirst)].length < ownLetters) return 'tried-first';
  const names = [organisation, name, ...name.split(/\s+/), ...organisation.split(/\s+/)].map(bare).filter((word) => word.length > 3);
  return [...leftWithout(text, names)].length < ownLetters ? 'names' : null;
};

/** Typed back: spaces at the ends and doubled between words do not count, as they do not when unlocking. */
export const sameWords = (one: string, other: string): boolean => asTyped(one) === asTyped(other);
export const asTyped = (passphrase: string): string => passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
