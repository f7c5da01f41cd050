/** Cuts the text of an expression into pieces. Whether `*` or `div` is an operator or a name depends on what stands before it. */
import { failed, ok, type Result } from '../../domain/result.ts';
import { type ExpressionFailure, failureAt } from './failures.ts';
import { closingQuote, isQuote } from './quotes.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'operator' | 'end';
  /** Of a reference its name, of a text what is between the quotes. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** Invisible marks of direction come along from right-to-left cells, and no-break spaces from word processors. */
const space = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/uy;
const pieces = [
  ['reference', /\$\s*\{\s*([^{}$'"\s][^{}$'"\n]{0,299}?)\s*\}/y],
  ['number', /\d+(?:\.\d*)?|\.\d+/y],
  ['name', /[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*(?::(?!:)[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*)?/uy],
  ['operator', /\/\/|::|\.\.|!=|<=|>=|[()[\],@|+\-=<>*/.]/y],
] as const;

const wordOperators = ['or', 'and', 'div', 'mod'];
/** Behind one of these a value follows; behind anything else an operator does. */
const awaitsValue = (before: Token | undefined): boolean =>
  before === undefined || (before.kind === 'operator' && ![')', ']', '.', '..'].includes(before.text));

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const skipSpace = (text: string, at: number): number => at + (matchAt(space, text, at)?.[0].length ?? 0);

const quoted = (text: string, at: number): Token | ExpressionFailure => {
  const close = closingQuote(text, at);
  if (close < 0) return failureAt('quote-not-closed', at, text.slice(at, at + 40));
  return { kind: 'text', text: text.slice(at + 1, close), at, end: close + 1 };
};

const kindOf = (kind: Token['kind'], piece: string, before: Token | undefined): Token['kind'] => {
  if (piece === '*' && awaitsValue(before)) return 'name';
  return wordOperators.includes(piece) && !awaitsValue(before) ? 'operator' : kind;
};

const tokenAt = (text: string, at: number, before: Token | undefined): Token | ExpressionFailure => {
  if (isQuote(text.charAt(at))) return quoted(text, at);
  for (const [kind, pattern] of pieces) {
    const found = matchAt(pattern, text, at);
    if (!found) continue;
    const [piece, named = piece] = found;
    return { kind: kindOf(kind, piece, before), text: named, at, end: at + piece.length };
  }
  return failureAt('character-not-known', at, String.fromCodePoint(text.codePointAt(at) ?? 0));
};

export const tokensOf = (text: string): Result<readonly Token[], ExpressionFailure> => {
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const token = tokenAt(text, at, tokens.at(-1));
    if ('type' in token) return failed(token);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', at: text.length, end: text.length });
  return ok(tokens);
};
