/** Makes a new input out of those that reached something before. Inputs are texts; bytes are texts of characters up to 255. */

export interface Dice {
  /** 0 up to and without `end`. */
  readonly below: (end: number) => number;
  readonly oneOf: <T>(things: readonly T[]) => T | undefined;
}

/** The same numbers for the same seed (mulberry32). */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { below, oneOf: (things) => things[below(things.length)] };
};

export interface Soil {
  readonly corpus: readonly string[];
  readonly words: readonly string[];
  readonly longest: number;
}

type Change = (text: string, soil: Soil, dice: Dice) => string;

const span = (text: string, { below }: Dice, most = 40): readonly [number, number] => {
  const start = below(text.length + 1);
  return [start, Math.min(text.length, start + 1 + below(most))];
};

const withPiece = (text: string, piece: string, dice: Dice): string => {
  const [start, end] = span(text, dice);
  return dice.below(2) === 0 ? text.slice(0, start) + piece + text.slice(start) : text.slice(0, start) + piece + text.slice(end);
};

const pieceOf = (text: string, dice: Dice, most = 60): string => text.slice(...span(text, dice, most));

const changes: readonly Change[] = [
  (text, { words }, dice) => withPiece(text, dice.oneOf(words) ?? '', dice),
  (text, { words }, dice) => withPiece(text, dice.oneOf(words) ?? '', dice),
  (text, { corpus }, dice) => withPiece(text, pieceOf(dice.oneOf(corpus) ?? '', dice), dice),
  (text, _, dice) => withPiece(text, pieceOf(text, dice), dice),
  (text, _, dice) => withPiece(text, String.fromCharCode(dice.below(dice.below(8) === 0 ? 65_536 : 256)), dice),
  (text, _, dice) => {
    const [start, end] = span(text, dice);
    return text.slice(0, start) + text.slice(end);
  },
  (text, _, dice) => withPiece(text, pieceOf(text, dice, 12).repeat(1 + dice.below(30)), dice),
  (text, { corpus }, dice) => {
    const other = dice.oneOf(corpus) ?? '';
    return text.slice(0, dice.below(text.length + 1)) + other.slice(dice.below(other.length + 1));
  },
];

export const mutated = (soil: Soil, dice: Dice): string => {
  let text = dice.oneOf(soil.corpus) ?? '';
  for (let turns = 1 + dice.below(4); turns > 0; turns--) text = dice.oneOf(changes)?.(text, soil, dice) ?? text;
  return text.slice(0, soil.longest);
};
