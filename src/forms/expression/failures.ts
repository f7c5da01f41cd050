/** What can be wrong with an expression, with its place, so that whoever reads the sheet can point at it and offer the right spelling. */

export type ExpressionFailureType =
  | 'empty'
  | 'too-long'
  | 'too-nested'
  | 'quote-not-closed'
  | 'parenthesis-not-closed'
  | 'parenthesis-not-opened'
  | 'bracket-not-closed'
  | 'bracket-not-opened'
  /** `${a` without its brace. */
  | 'reference-not-closed'
  /** `$a`, `#{a}`, `{a}$`, `{a}`: `suggestion` is the reference it was meant to be and may stand in its place. */
  | 'reference-misspelt'
  /** `==`, `&&`, `||`, `AND`, `/` for div, `≠`: `suggestion` may stand in its place. */
  | 'operator-misspelt'
  /** Nothing where a value should be: behind the operator or opening `text`. */
  | 'value-missing'
  /** Two values with nothing between them; `text` is the second. */
  | 'operator-missing'
  | 'not-expected'
  | 'character-not-known'
  | 'function-not-known'
  /** Known, but asks for what is never collected here (places, how long somebody took) or is not worth its size (digests). */
  | 'function-not-supported'
  | 'arguments-too-few'
  | 'arguments-too-many'
  /** A pattern of `regex()` with look-behind or back references, or not a pattern at all. */
  | 'pattern-not-supported';

export interface ExpressionFailure {
  readonly type: ExpressionFailureType;
  /** Place of the first character of `text` in the author's text, counted from 0. */
  readonly at: number;
  /** The piece it is about. */
  readonly text: string;
  readonly suggestion?: string;
}

export const failureAt = (type: ExpressionFailureType, at: number, text: string, suggestion?: string): ExpressionFailure =>
  suggestion === undefined ? { type, at, text } : { type, at, text, suggestion };
