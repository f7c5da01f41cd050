/** What is wrong with the calls in an expression that reads well: misspelt functions, too few arguments, patterns we do not match. */
import type { Expr } from './ast.ts';
import { type ExpressionFailure, failureAt } from './failures.ts';
import { functionCalled, functions } from './functions.ts';
import { isUsable } from './usable.ts';
import { type CallExpr, partsOf } from './walk.ts';

/** No place is ever collected, so there is nothing to measure; digests are not worth their size. */
const leftOut: readonly string[] = ['area', 'distance', 'geofence', 'digest', 'base64-decode'];

/** What an author may have meant, whether we have it or not. */
export const namesOfFunctions: readonly string[] = [...Object.keys(functions), ...leftOut];

/** The nearest right spelling. */
type Nearest = (word: string, candidates: Iterable<string>) => string | undefined;

const inCall = (call: CallExpr, nearest: Nearest): ExpressionFailure | undefined => {
  const { name, args, at } = call;
  if (isUsable(call)) return undefined;
  if (leftOut.includes(name)) return failureAt('function-not-supported', at, name);
  const known = functionCalled(name);
  if (!known) return failureAt('function-not-known', at, name, nearest(name, namesOfFunctions));
  if (args.length < known.least) return failureAt('arguments-too-few', at, name);
  if (args.length > known.most) return failureAt('arguments-too-many', at, name);
  const [, pattern] = args;
  return pattern?.kind === 'text' ? failureAt('pattern-not-supported', pattern.at, pattern.value) : undefined;
};

/** In the order of the text. */
export const problemsInCalls = (expr: Expr, nearest: Nearest = () => undefined): readonly ExpressionFailure[] =>
  partsOf(expr)
    .flatMap((part) => (part.kind === 'call' ? (inCall(part, nearest) ?? []) : []))
    .sort((a, b) => a.at - b.at);
