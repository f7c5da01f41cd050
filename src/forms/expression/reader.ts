/**
 * Where the reading of an expression stands among its tokens. Once something is found wrong the rest reads as the end, so that
 * whoever reads goes on without asking, and only the result is a failure.
 */

import { failed, ok, type Result } from '../../domain/result.ts';
import type { Expr } from './ast.ts';
import { type ExpressionFailure, type ExpressionFailureType, failureAt } from './failures.ts';
import type { Token } from './lex.ts';

/** Both are far above what people write and far below what a phone's stack holds. */
const deepest = 200;
const mostOperators = 1000;

const nothing: Token = { kind: 'end', text: '', at: 0, end: 0 };

export class Reader {
  #tokens: readonly Token[];
  readonly #read: (reader: Reader) => Expr;
  #place = 0;
  #depth = 0;
  #operators = 0;
  #failure: ExpressionFailure | undefined;

  constructor(tokens: readonly Token[], read: (reader: Reader) => Expr) {
    this.#tokens = tokens;
    this.#read = read;
  }

  /** A whole expression: all of it, an argument, what is in parentheses or brackets. */
  expression(): Expr {
    this.#depth += 1;
    if (this.#depth > deepest) this.fail('too-nested');
    const expr = this.#read(this);
    this.#depth -= 1;
    return expr;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#place + ahead] ?? nothing;
  }

  next(): Token {
    const token = this.peek();
    this.#place += 1;
    return token;
  }

  is(operator: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === 'operator' && text === operator;
  }

  takes(operator: string): boolean {
    if (!this.is(operator)) return false;
    this.#place += 1;
    return true;
  }

  /** `)` or `]`, which the piece at `opener` still needs. */
  closes(sign: ')' | ']', opener: Token): void {
    if (this.takes(sign)) return;
    if (this.peek().kind === 'end') this.fail(sign === ')' ? 'parenthesis-not-closed' : 'bracket-not-closed', opener);
    this.fail();
  }

  countOperator(): void {
    this.#operators += 1;
    if (this.#operators > mostOperators) this.fail('too-nested');
  }

  /** Only the first is kept: what follows is its echo. */
  fail(type: ExpressionFailureType = 'not-expected', { at, text }: Token = this.peek()): void {
    this.#failure ??= failureAt(type, at, text);
    this.#tokens = [];
  }

  result(expr: Expr): Result<Expr, ExpressionFailure> {
    if (this.peek().kind !== 'end') this.fail();
    return this.#failure ? failed(this.#failure) : ok(expr);
  }
}
