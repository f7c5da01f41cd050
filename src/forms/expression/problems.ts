/** What is wrong with the calls in an expression that reads well: misspelt functions, too few arguments, patterns we do not match. */
import type { Expr } from './ast.ts';
import { type ExpressionFailure, failureAt } from './failures.ts';
import { functionCalled, functions } from './functions.ts';
import { isPatternSupported } from './pattern/matchesPattern.ts';
import { partsOf } from './walk.ts';

type Call = Extract<Expr, { kind: 'call' }>;
/** The nearest right spelling. Handed in by who shows it, so that the phone, which shows none, need not carry it. */
type Nearest = (word: string, candidates: Iterable<string>) => string | undefined;

const inPattern = ({ name, args: [, pattern] }: Call): ExpressionFailure | undefined =>
  name === 'regex' && pattern?.kind === 'text' && !isPatternSupported(pattern.value)
    ? failureAt('pattern-not-supported', pattern.at, pattern.value)
    : undefined;

const inCall = (call: Call, nearest: Nearest): ExpressionFailure | undefined => {
  const { name, args, at } = call;
  const known = functionCalled(name);
  if (!known) return failureAt('function-not-known', at, name, nearest(name, Object.keys(functions)));
  if (!known.run) return failureAt('function-not-supported', at, name);
  if (args.length < known.least) return failureAt('arguments-too-few', at, name);
  return args.length > known.most ? failureAt('arguments-too-many', at, name) : inPattern(call);
};

/** In the order of the text. */
export const problemsInCalls = (expr: Expr, nearest: Nearest = () => undefined): readonly ExpressionFailure[] =>
  partsOf(expr)
    .flatMap((part) => (part.kind === 'call' ? (inCall(part, nearest) ?? []) : []))
    .sort((a, b) => a.at - b.at);
