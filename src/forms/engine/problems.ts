/** What is wrong with a checklist, for whoever wrote it: the reader of spreadsheets turns each into a sentence. */
import type { ExpressionFailure } from '../expression/failures.ts';
import type { Aspect } from './rows.ts';

export type Where = Aspect | 'default' | 'trigger' | 'list' | 'label' | 'hint' | 'guidance' | 'constraintMessage' | 'requiredMessage';

/** `path` is the row's, without positions; `where` says which of its columns. */
export type LoadProblem =
  | { readonly type: 'expression'; readonly path: string; readonly where: Where; readonly failure: ExpressionFailure }
  /** `at` is the place in the expression; in a text it is 0. */
  | { readonly type: 'unknown-question'; readonly path: string; readonly where: Where; readonly name: string; readonly at: number }
  /** They wait for each other; each path once, in document order. The expressions between them count as not written. */
  | { readonly type: 'circle'; readonly path: string; readonly where: Where; readonly paths: readonly string[] }
  | { readonly type: 'unknown-list'; readonly path: string; readonly where: 'list'; readonly name: string }
  /** The expressions together look at more than can be followed. */
  | { readonly type: 'looks-at-too-much'; readonly path: string; readonly where: Where };
