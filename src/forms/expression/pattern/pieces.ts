/**
 * The parts of a pattern. Each turns the places of a text where the rest of the pattern fits into those where it fits with this
 * part in front, so that a text is gone through from its end to its beginning and no place is taken up twice by one loop.
 * Engines that go back and try again can take for ever where patterns come from strangers.
 */

import type { Effort } from '../context.ts';

export interface Search {
  readonly characters: readonly string[];
  /** A place looked at is taken from it; past that nothing is found. */
  readonly effort: Effort;
  /** What a look ahead found, which is the same wherever it is asked. */
  readonly looked: Map<Piece, Places>;
}

type Places = ReadonlySet<number>;
type Test = (character: string) => boolean;

export interface Piece {
  /** How many parts it is when written out; a run of one character is one. */
  readonly size: number;
  readonly isOne: boolean;
  readonly before: (rest: Places, search: Search) => Places;
}

const piece = (size: number, before: Piece['before'], isOne = false): Piece => ({ size, before, isOne });

const sifted = (places: Iterable<number>, search: Search, fits: (place: number) => boolean): Places => {
  const found = new Set<number>();
  for (const place of places) if (--search.effort.left > 0 && fits(place)) found.add(place);
  return found;
};

const passes = ({ characters }: Search, test: Test, place: number): boolean => {
  const character = characters[place];
  return character !== undefined && test(character);
};

export const one = (test: Test): Piece =>
  piece(
    1,
    (rest, search) =>
      sifted(
        Array.from(rest, (place) => place - 1),
        search,
        (place) => passes(search, test, place),
      ),
    true,
  );

const isWord: Test = (character) => /^\w$/.test(character);

/** `^`, `$`, and the `b` and `B` of words. */
export const edge = (sign: string): Piece =>
  piece(1, (rest, search) =>
    sifted(rest, search, (place) => {
      if (sign === '^') return place === 0;
      if (sign === '$') return place === search.characters.length;
      return (passes(search, isWord, place - 1) !== passes(search, isWord, place)) === (sign === 'b');
    }),
  );

export const everywhere = ({ characters }: Search): Places => new Set([...characters.keys(), characters.length]);

export const ahead = (of: Piece, wanted: boolean): Piece =>
  piece(of.size + 1, (rest, search) => {
    const found = search.looked.get(of) ?? of.before(everywhere(search), search);
    search.looked.set(of, found);
    return sifted(rest, search, (place) => found.has(place) === wanted);
  });

const sizeOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { size }) => sum + size, 0);

export const inOrder = (pieces: readonly Piece[]): Piece =>
  piece(sizeOf(pieces), (rest, search) => pieces.reduceRight((after, { before }) => before(after, search), rest));

export const anyOf = (pieces: readonly Piece[]): Piece =>
  piece(
    Math.max(1, sizeOf(pieces) + pieces.length - 1),
    (rest, search) => new Set(pieces.flatMap(({ before }) => [...before(rest, search)])),
  );

/** A place that was reached sooner has more turns left, so whoever reaches it later need not go on from there. */
export const times = (of: Piece, least: number, most: number): Piece =>
  piece(of.isOne ? 1 : of.size * (most === Number.POSITIVE_INFINITY ? least + 1 : most) + 1, (rest, search) => {
    let places = rest;
    let turn = 0;
    for (; turn < least && places.size > 0; turn++) places = of.before(places, search);
    const reached = new Set(places);
    for (; turn < most && places.size > 0; turn++) {
      places = sifted(of.before(places, search), search, (place) => !reached.has(place));
      for (const place of places) reached.add(place);
    }
    return reached;
  });
