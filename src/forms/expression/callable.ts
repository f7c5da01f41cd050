/** A function that expressions may call: how many arguments it takes, and what it does with their values. */
import type { Expr } from './ast.ts';
import type { Context } from './context.ts';
import type { Value } from './model.ts';
import { toText } from './values.ts';

export interface Callable {
  readonly least: number;
  readonly most: number;
  readonly run: (values: readonly Value[], context: Context) => Value;
  /** In place of `run`, where not all arguments are looked at, or one is looked at unevaluated. */
  readonly look?: (args: readonly Expr[], context: Context, give: (arg: Expr | undefined) => Value) => Value;
}

export type Callables = Readonly<Record<string, Callable>>;

/** For functions with any number of arguments; no sheet holds more. */
export const many = 10_000;

export const callable = (least: number, most: number, run: Callable['run']): Callable => ({ least, most, run });

/** A function of texts alone. Without any argument it is about the node it stands in, where the standard allows that. */
export const ofTexts = (least: number, most: number, run: (first: string, second: string, third: string) => Value): Callable =>
  callable(least, most, (values, { node }) =>
    run(values.length > 0 ? toText(values[0]) : node.text(), toText(values[1]), toText(values[2])),
  );
