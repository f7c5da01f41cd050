/**
 * Reads an expression of XLSForm into a tree, with the precedence of XPath 1.0. Expressions come from strangers: size, nesting
 * and the number of operators are bounded, so that neither reading one nor walking its tree can run out of stack.
 */
import type { BinaryOp, Expr } from './ast.ts';
import { type Token, tokensOf } from './lex.ts';
import { Reader, type Stop } from './reader.ts';
import { readPath } from './readPath.ts';

/** A cell of a spreadsheet holds 32,767 characters. */
export const longest = 40_000;

/** From the weakest to the strongest. */
const operators: readonly (readonly string[])[] = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']];
const strengthOf = (text: string): number => operators.findIndex((level) => level.includes(text));
const isBinaryOp = (text: string): text is BinaryOp => strengthOf(text) >= 0;

const readUnion = (reader: Reader): Expr => {
  let left = readPath(reader);
  while (reader.takes('|')) {
    reader.countOperator();
    left = { kind: 'union', left, right: readPath(reader) };
  }
  return left;
};

const readUnary = (reader: Reader): Expr => {
  let signs = 0;
  for (; reader.takes('-'); signs++) reader.countOperator();
  let expr = readUnion(reader);
  for (; signs > 0; signs--) expr = { kind: 'negate', of: expr };
  return expr;
};

const readBinary = (reader: Reader, weakest: number): Expr => {
  let left = readUnary(reader);
  for (;;) {
    const { kind, text } = reader.peek();
    const strength = strengthOf(text);
    if (kind !== 'operator' || !isBinaryOp(text) || strength < weakest) return left;
    reader.next();
    reader.countOperator();
    left = { kind: 'binary', op: text, left, right: readBinary(reader, strength + 1) };
  }
};

export interface Reading {
  readonly expr: Expr;
  /** Where it does not read; the expression is worth nothing then. */
  readonly stop: Stop | undefined;
}

export const readTokens = (tokens: readonly Token[]): Reading => {
  const reader = new Reader(tokens, (from) => readBinary(from, 0));
  const expr = reader.expression();
  if (reader.peek().kind !== 'end') reader.fail();
  return { expr, stop: reader.stop };
};

/** For running. Whoever shows a person what is wrong wants parse.ts, which finds out what the author meant. */
export const readExpression = (text: string): Expr | undefined => {
  const { expr, stop } = readTokens(text.length > longest ? [] : tokensOf(text));
  return stop ? undefined : expr;
};
