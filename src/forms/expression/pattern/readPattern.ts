/** Reads a pattern in JavaScript's spelling. Look-behind and back references are not read: they cannot be matched in bounded time. */
import type { Effort } from '../context.ts';
import { ahead, anyOf, edge, everywhere, inOrder, one, type Piece, times } from './pieces.ts';
import { singleTest } from './single.ts';

const longest = 5000;
const deepest = 100;
const mostTimes = 10_000;
const mostParts = 4000;

const single = /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]+\}|c[A-Za-z]|[^1-9k])|[^[\\]/uy;
const edges = /[$^]|\\[bB]/y;
const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
const group = /\((?:\?(?:[:=!]|<[\p{L}_$][\p{L}\p{N}_$]*>))?(?!\?)/uy;

class PatternReader {
  readonly #source: string;
  #place = 0;
  #depth = 0;
  #isWrong = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** `null` where it is no pattern. */
  whole(): Piece | null {
    const piece = this.#ways();
    return this.#isDone() && !this.#isWrong ? piece : null;
  }

  #isDone(): boolean {
    return this.#place === this.#source.length;
  }

  /** Nothing more is read then. */
  #fail(): void {
    this.#isWrong = true;
    this.#place = this.#source.length;
  }

  /** Ways separated by `|`, up to a parenthesis or the end. */
  #ways(): Piece {
    this.#depth += 1;
    const pieces: Piece[] = [];
    if (this.#depth > deepest) this.#fail();
    do pieces.push(this.#way());
    while (this.#match(/\|/y));
    this.#depth -= 1;
    return anyOf(pieces);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#place;
    const found = pattern.exec(this.#source);
    if (found) this.#place += found[0].length;
    return found;
  }

  #way(): Piece {
    const pieces: Piece[] = [];
    while (!this.#isDone() && !'|)'.includes(this.#source.charAt(this.#place))) {
      pieces.push(this.#repeated(this.#atom()));
    }
    return inOrder(pieces);
  }

  #repeated(of: Piece): Piece {
    const found = this.#match(quantifier);
    if (!found) return of;
    const [, sign, count = sign === '+' ? '1' : '0', comma = sign === '?' ? '' : ',', end = ''] = found;
    const least = Number(count);
    const closed = sign === '?' ? 1 : Number(end || count);
    const most = comma === ',' && end === '' ? Number.POSITIVE_INFINITY : closed;
    if (least > most || Math.max(least, closed) > mostTimes) this.#fail();
    return times(of, least, most);
  }

  #atom(): Piece {
    const at = this.#match(edges);
    if (at) return edge(at[0].slice(-1));
    const opened = this.#match(group);
    if (opened) return this.#group(opened[0]);
    const source = (this.#match(quantifier) ? null : this.#match(single))?.[0];
    const test = source === undefined ? null : singleTest(source);
    if (!test) this.#fail();
    return one(test ?? (() => false));
  }

  #group(opener: string): Piece {
    const inside = this.#ways();
    if (!this.#match(/\)/y)) this.#fail();
    return opener === '(?=' || opener === '(?!' ? ahead(inside, opener === '(?=') : inside;
  }
}

export type FindsIn = (text: string, effort: Effort) => boolean;

/** A place looked at costs as much as a node of the form; a search that would need more than is left finds nothing. */
const finds = (piece: Piece, text: string, effort: Effort): boolean => {
  if (piece.size * (text.length + 1) > effort.left) return false;
  const search = { characters: Array.from(text), effort, looked: new Map() };
  const found = piece.before(everywhere(search), search);
  return effort.left > 0 && found.size > 0;
};

/** A search in texts; `null` where the source is no pattern, one that we do not match, or too large written out. */
export const readPattern = (source: string): FindsIn | null => {
  if (source.length > longest) return null;
  const piece = new PatternReader(source).whole();
  return piece && piece.size <= mostParts ? (text, effort) => finds(piece, text, effort) : null;
};
