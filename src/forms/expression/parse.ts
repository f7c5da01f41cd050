/** Reads an expression for somebody who wrote it: a failure says what they probably meant. */
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Expr } from './ast.ts';
import { explained } from './explain.ts';
import { type ExpressionFailure, failureAt } from './failures.ts';
import { tokensOf } from './lex.ts';
import { longest, readTokens } from './read.ts';

export const parseExpression = (text: string): Result<Expr, ExpressionFailure> => {
  if (text.length > longest) return failed(failureAt('too-long', longest, text.slice(longest, longest + 40)));
  const tokens = tokensOf(text);
  const { expr, stop } = readTokens(tokens);
  return stop ? failed(explained(text, tokens, stop)) : ok(expr);
};
