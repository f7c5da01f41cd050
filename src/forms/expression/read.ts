/**
 * Reads an expression of XLSForm into a tree, with the precedence of XPath 1.0. Expressions come from strangers: size, nesting
 * and the number of operators are bounded, so that neither reading one nor walking its tree can run out of stack.
 */
import { failed, type Result } from '../../domain/result.ts';
import type { BinaryOp, Expr } from './ast.ts';
import { type ExpressionFailure, failureAt } from './failures.ts';
import { tokensOf } from './lex.ts';
import { Reader } from './reader.ts';
import { readPath } from './readPath.ts';

/** A cell of a spreadsheet holds 32,767 characters. */
const longest = 40_000;

/** From the weakest to the strongest. */
const operators: readonly (readonly string[])[] = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']];
const strengthOf = (text: string): number => operators.findIndex((level) => level.includes(text));
const isBinaryOp = (text: string): text is BinaryOp => strengthOf(text) >= 0;

const readUnion = (reader: Reader): Expr => {
  let left = readPath(reader);
  while (reader.takes('|')) {
    reader.countOperator();
    left = { kind: 'union', left, right: readPath(reader), at: left.at };
  }
  return left;
};

const readUnary = (reader: Reader): Expr => {
  const signs: number[] = [];
  while (reader.is('-')) {
    reader.countOperator();
    signs.push(reader.next().at);
  }
  return signs.reduceRight<Expr>((of, at) => ({ kind: 'negate', of, at }), readUnion(reader));
};

const readBinary = (reader: Reader, weakest: number): Expr => {
  let left = readUnary(reader);
  for (;;) {
    const { kind, text } = reader.peek();
    if (kind !== 'operator' || !isBinaryOp(text) || strengthOf(text) < weakest) return left;
    reader.next();
    reader.countOperator();
    left = { kind: 'binary', op: text, left, right: readBinary(reader, strengthOf(text) + 1), at: left.at };
  }
};

/** For running. Whoever shows the failure to a person wants parse.ts, which finds out what the author meant. */
export const readExpression = (text: string): Result<Expr, ExpressionFailure> => {
  if (text.length > longest) return failed(failureAt('too-long', longest, text.slice(longest, longest + 40)));
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const reader = new Reader(tokens.value, (from) => readBinary(from, 0));
  return reader.result(reader.expression());
};
