/** Cuts the text of an expression into pieces. Whether `*` or `div` is an operator or a name depends on what stands before it. */
import { quotedTexts } from './quotes.ts';

export interface Token {
  /** `wrong`: what follows is no piece of an expression. It is the last one then, as `end` is otherwise. */
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'operator' | 'wrong' | 'end';
  /** Of a reference its name, of a text what is between the quotes. */
  readonly text: string;
  readonly at: number;
}

/** Invisible marks of direction come along from right-to-left cells, and no-break spaces from word processors. */
const space = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*/uy;
const pieces: readonly (readonly [Token['kind'], RegExp])[] = [
  ...quotedTexts.map((pattern) => ['text', pattern] as const),
  ['reference', /\$\s*\{\s*([^{}$'"\s][^{}$'"\n]{0,299}?)\s*\}/y],
  ['number', /\d+(?:\.\d*)?|\.\d+/y],
  ['name', /[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*(?::(?!:)[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*)?/uy],
  ['operator', /\/\/|::|\.\.|!=|<=|>=|[()[\],@|+\-=<>*/.]/y],
];

const wordOperators = ['or', 'and', 'div', 'mod'];
/** Behind one of these a value follows; behind anything else an operator does. */
const awaitsValue = (before: Token | undefined): boolean =>
  before === undefined || (before.kind === 'operator' && ![')', ']', '.', '..'].includes(before.text));

const kindOf = (kind: Token['kind'], piece: string, before: Token | undefined): Token['kind'] => {
  if (piece === '*' && awaitsValue(before)) return 'name';
  return wordOperators.includes(piece) && !awaitsValue(before) ? 'operator' : kind;
};

export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  /** The piece that stands here and, of what has something around it, the inside. */
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const takePiece = (): boolean => {
    const start = at;
    for (const [kind, pattern] of pieces) {
      const [piece, inside = piece] = take(pattern) ?? [];
      if (piece === undefined || inside === undefined) continue;
      tokens.push({ kind: kindOf(kind, piece, tokens.at(-1)), text: inside, at: start });
      return true;
    }
    return false;
  };
  do take(space);
  while (takePiece());
  tokens.push({ kind: at < text.length ? 'wrong' : 'end', text: '', at });
  return tokens;
};
