/** Reads an expression for somebody who wrote it: a failure says what they probably meant. */
import { failed, type Result } from '../../domain/result.ts';
import type { Expr } from './ast.ts';
import { explained } from './explain.ts';
import type { ExpressionFailure } from './failures.ts';
import { readExpression } from './read.ts';

export const parseExpression = (text: string): Result<Expr, ExpressionFailure> => {
  const read = readExpression(text);
  return read.ok ? read : failed(explained(text, read.failure));
};
