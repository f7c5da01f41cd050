/**
 * Where the reading of an expression stands among its tokens. Once something is found wrong the rest reads as the end, so that
 * whoever reads goes on without asking, and only the result is missing.
 */
import type { Expr } from './ast.ts';
import type { Token } from './lex.ts';

/** Both are far above what people write and far below what a phone's stack holds. */
const deepest = 200;
const mostOperators = 1000;

const nothing: Token = { kind: 'end', text: '', at: 0 };

/** Where the reading could not go on. What was meant there is found out in explain.ts, which a phone does not need. */
export interface Stop {
  readonly token: Token;
  readonly tooNested: boolean;
}

export class Reader {
  #tokens: readonly Token[];
  readonly #read: (reader: Reader) => Expr;
  #place = 0;
  #depth = 0;
  #operators = 0;
  /** Only the first is kept: what follows is its echo. */
  stop: Stop | undefined;

  constructor(tokens: readonly Token[], read: (reader: Reader) => Expr) {
    this.#tokens = tokens;
    this.#read = read;
  }

  /** A whole expression: all of it, an argument, what is in parentheses or brackets. */
  expression(): Expr {
    if (++this.#depth > deepest) this.fail(true);
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
    const isThere = this.is(operator);
    if (isThere) this.#place += 1;
    return isThere;
  }

  needs(operator: string): void {
    if (!this.takes(operator)) this.fail();
  }

  countOperator(): void {
    if (++this.#operators > mostOperators) this.fail(true);
  }

  fail(tooNested = false): void {
    this.stop ??= { token: this.peek(), tooNested };
    this.#tokens = [];
  }
}
