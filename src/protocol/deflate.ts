/**
 * Deflates small bodies against a fixed dictionary. A general library reads the whole dictionary again for every body, which
 * costs more than the body itself; here it is read once. What comes out is plain deflate (RFC 1951): any library inflates it.
 */
import type { Bytes } from './bytes.ts';
import { codeLengths, codesOf } from './huffman.ts';

/** Nearly every body is shorter; a longer one gets a table of its own, which takes a moment. */
const usual = 16 << 10;
const reach = 32 << 10;
const hashBits = 13;
const shortestMatch = 3;
const longestMatch = 258;
/** Three letters from farther away than this cost more than the letters. */
const tooFarForThree = 4096;
const mostTries = 64;
const goodEnough = 96;

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
  24577,
];
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const endOfBlock = 256;
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** For each value, the last code that starts at or below it. */
const codeTable = (bases: readonly number[], size: number): Uint8Array => {
  const table = new Uint8Array(size);
  bases.forEach((base, code) => table.fill(code, base));
  return table;
};
const lengthCodes = codeTable(lengthBase, longestMatch + 1);
const distanceCodes = codeTable(distanceBase, reach + 1);

const fixedLetters = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
const fixedDistances = new Uint8Array(30).fill(5);

interface Codes {
  readonly letters: Uint8Array;
  readonly distances: Uint8Array;
}
const fixed: Codes = { letters: fixedLetters, distances: fixedDistances };

/** What a body is made of: letters as they are, and matches as length << 16 | distance. */
interface Tokens {
  readonly list: Uint32Array;
  count: number;
  readonly letters: Uint32Array;
  readonly distances: Uint32Array;
}

const bitsFor = ({ letters, distances }: Codes, tokens: Tokens): number => {
  let bits = 0;
  for (let symbol = 0; symbol < tokens.letters.length; symbol += 1)
    bits += (tokens.letters[symbol] as number) * (letters[symbol] as number);
  for (let code = 0; code < tokens.distances.length; code += 1) bits += (tokens.distances[code] as number) * (distances[code] as number);
  return bits;
};

/** Runs of equal lengths written short (RFC 1951, 3.2.7): symbol << 8 | repeat. */
const runsOf = (lengths: Uint8Array, runs: Uint16Array): number => {
  let count = 0;
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] as number;
    let end = at + 1;
    while (end < lengths.length && lengths[end] === length) end += 1;
    let left = end - at;
    at = end;
    if (length !== 0) {
      runs[count++] = length << 8;
      left -= 1;
    }
    while (left >= 3) {
      const most = Math.min(left, length === 0 ? 138 : 6);
      runs[count++] = length !== 0 ? (16 << 8) | (most - 3) : most > 10 ? (18 << 8) | (most - 11) : (17 << 8) | (most - 3);
      left -= most;
    }
    for (; left > 0; left -= 1) runs[count++] = length << 8;
  }
  return count;
};
const repeatBits = (symbol: number): number => (symbol === 16 ? 2 : symbol === 17 ? 3 : symbol === 18 ? 7 : 0);
const usedUpTo = (lengths: Uint8Array, least: number): number => {
  let end = lengths.length;
  while (end > least && lengths[end - 1] === 0) end -= 1;
  return end;
};

/** The head of a block with codes of its own: how long each code is, itself coded. */
const headOf = ({ letters, distances }: Codes) => {
  const [letterEnd, distanceEnd] = [usedUpTo(letters, 257), usedUpTo(distances, 1)];
  const both = new Uint8Array(letterEnd + distanceEnd);
  both.set(letters.subarray(0, letterEnd));
  both.set(distances.subarray(0, distanceEnd), letterEnd);
  const room = new Uint16Array(both.length);
  const runs = room.subarray(0, runsOf(both, room));
  const times = new Uint16Array(19);
  for (const run of runs) times[run >> 8] = (times[run >> 8] as number) + 1;
  const lengths = codeLengths(times, 7);
  let listed = 19;
  while (listed > 4 && lengths[lengthOrder[listed - 1] as number] === 0) listed -= 1;
  let bits = 14 + listed * 3;
  for (const run of runs) bits += (lengths[run >> 8] as number) + repeatBits(run >> 8);
  return { letterEnd, distanceEnd, runs, lengths, listed, bits };
};

const createWriter = (bytes: Uint8Array) => {
  let at = 0;
  let held = 0;
  let count = 0;
  return {
    /** At most 16 bits, the lowest first. */
    put: (value: number, bits: number): void => {
      held |= value << count;
      count += bits;
      while (count >= 8) {
        bytes[at++] = held;
        held >>>= 8;
        count -= 8;
      }
    },
    end: (): number => {
      if (count > 0) bytes[at++] = held;
      return at;
    },
  };
};

const writeTokens = (put: (value: number, bits: number) => void, codes: Codes, { list, count }: Tokens): void => {
  const [letters, distances] = [codesOf(codes.letters), codesOf(codes.distances)];
  for (let at = 0; at < count; at += 1) {
    const token = list[at] as number;
    if (token < 256) {
      put(letters[token] as number, codes.letters[token] as number);
      continue;
    }
    const [length, distance] = [token >>> 16, token & 0xffff];
    const lengthCode = lengthCodes[length] as number;
    put(letters[257 + lengthCode] as number, codes.letters[257 + lengthCode] as number);
    put(length - (lengthBase[lengthCode] as number), lengthExtra[lengthCode] as number);
    const distanceCode = distanceCodes[distance] as number;
    put(distances[distanceCode] as number, codes.distances[distanceCode] as number);
    put(distance - (distanceBase[distanceCode] as number), distanceExtra[distanceCode] as number);
  }
  put(letters[endOfBlock] as number, codes.letters[endOfBlock] as number);
};

/** One last block, with codes of its own or the fixed ones, whichever is shorter. */
const writeBlock = (tokens: Tokens, room: Uint8Array): Bytes => {
  const own: Codes = { letters: codeLengths(tokens.letters, 15), distances: codeLengths(tokens.distances, 15) };
  const head = headOf(own);
  const { put, end } = createWriter(room);
  const isFixed = bitsFor(fixed, tokens) <= bitsFor(own, tokens) + head.bits;
  put(1, 1);
  put(isFixed ? 1 : 2, 2);
  if (!isFixed) {
    put(head.letterEnd - 257, 5);
    put(head.distanceEnd - 1, 5);
    put(head.listed - 4, 4);
    for (const symbol of lengthOrder.slice(0, head.listed)) put(head.lengths[symbol] as number, 3);
    const codes = codesOf(head.lengths);
    for (const run of head.runs) {
      put(codes[run >> 8] as number, head.lengths[run >> 8] as number);
      put(run & 255, repeatBits(run >> 8));
    }
  }
  writeTokens(put, isFixed ? fixed : own, tokens);
  return new Uint8Array(room.subarray(0, end()));
};

/** `longest`: bytes of the largest body it can take. */
const deflaterFor = (dictionary: Bytes, longest: number) => {
  const before = dictionary.length;
  const window = new Uint8Array(before + longest);
  window.set(dictionary);
  const Places = window.length < 0xffff ? Uint16Array : Uint32Array;
  /** Places + 1 by hash of three letters, and for each place the one before with the same hash; 0 is none. */
  const heads = new Places(1 << hashBits);
  const earlier = new Places(window.length);
  const tokens: Tokens = {
    list: new Uint32Array(longest),
    count: 0,
    letters: new Uint32Array(286),
    distances: new Uint32Array(30),
  };
  const room = new Uint8Array(longest * 2 + 512);
  const hashAt = (at: number): number =>
    Math.imul((window[at] as number) | ((window[at + 1] as number) << 8) | ((window[at + 2] as number) << 16), 0x9e3779b1) >>>
    (32 - hashBits);
  const enter = (at: number): void => {
    const hash = hashAt(at);
    earlier[at] = heads[hash] as number;
    heads[hash] = at + 1;
  };
  for (let at = 0; at + 2 < before; at += 1) enter(at);
  const headsOfDictionary = heads.slice();

  /** length << 16 | distance of the best match, 0 for none. */
  const findMatch = (at: number, end: number): number => {
    const most = Math.min(longestMatch, end - at);
    if (most < shortestMatch) return 0;
    let best = shortestMatch - 1;
    let distance = 0;
    let tries = mostTries;
    for (let place = heads[hashAt(at)] as number; place > 0 && tries > 0; place = earlier[place - 1] as number, tries -= 1) {
      const from = place - 1;
      if (at - from > reach) break;
      if (window[from + best] !== window[at + best]) continue;
      let length = 0;
      while (length < most && window[from + length] === window[at + length]) length += 1;
      if (length <= best || (length === shortestMatch && at - from > tooFarForThree)) continue;
      best = length;
      distance = at - from;
      if (length === most || length >= goodEnough) break;
    }
    return distance === 0 ? 0 : (best << 16) | distance;
  };

  const addLetter = (letter: number): void => {
    tokens.list[tokens.count++] = letter;
    tokens.letters[letter] = (tokens.letters[letter] as number) + 1;
  };
  const addMatch = (match: number): void => {
    tokens.list[tokens.count++] = match;
    const letter = 257 + (lengthCodes[match >>> 16] as number);
    const code = distanceCodes[match & 0xffff] as number;
    tokens.letters[letter] = (tokens.letters[letter] as number) + 1;
    tokens.distances[code] = (tokens.distances[code] as number) + 1;
  };

  /** Lazily: a match waits one letter, in case a longer one begins there. */
  const readTokens = (end: number): void => {
    const lastHash = end - 2;
    let match = 0;
    for (let at = before; at < end; ) {
      const here = match === 0 ? findMatch(at, end) : match;
      match = 0;
      if (at < lastHash) enter(at);
      if (here === 0) {
        addLetter(window[at++] as number);
        continue;
      }
      const next = here >>> 16 < goodEnough ? findMatch(at + 1, end) : 0;
      if (next >>> 16 > here >>> 16) {
        addLetter(window[at++] as number);
        match = next;
        continue;
      }
      addMatch(here);
      const after = at + (here >>> 16);
      for (at += 1; at < after; at += 1) if (at < lastHash) enter(at);
    }
  };

  return (plain: Bytes): Bytes => {
    window.set(plain, before);
    heads.set(headsOfDictionary);
    tokens.count = 0;
    tokens.letters.fill(0);
    tokens.distances.fill(0);
    tokens.letters[endOfBlock] = 1;
    readTokens(before + plain.length);
    return writeBlock(tokens, room);
  };
};

export const createDeflater = (dictionary: Bytes) => {
  const deflate = deflaterFor(dictionary, usual);
  return (plain: Bytes): Bytes => (plain.length <= usual ? deflate : deflaterFor(dictionary, plain.length))(plain);
};
