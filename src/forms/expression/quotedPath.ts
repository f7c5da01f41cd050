/** The question of `jr:choice-name(value, '${question}')` stands in quotes: it is an expression inside a text. */
import type { Expr } from './ast.ts';
import { readExpression } from './read.ts';

const read = new WeakMap<Expr, Expr>();

export const quotedPath = (expr: Expr): Expr => {
  if (expr.kind !== 'text') return expr;
  const known = read.get(expr);
  if (known) return known;
  const path = readExpression(expr.value) ?? expr;
  read.set(expr, path);
  return path;
};
