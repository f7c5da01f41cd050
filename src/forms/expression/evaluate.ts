/**
 * What an expression gives, for one node of one run. It never throws and always ends: what cannot be had is blank or not a
 * number. The decisions behind it are in docs/decisions/0016-expressions.md.
 */
import type { BinaryOp, Expr } from './ast.ts';
import { compare } from './compare.ts';
import { type Context, contextOf, spend } from './context.ts';
import { functionCalled } from './functions.ts';
import type { ModelNode, Scope, Value } from './model.ts';
import { sortedOnce } from './order.ts';
import { follow } from './paths.ts';
import { isNodes, toBoolean, toNodes, toNumber } from './values.ts';

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>;

const combine = (op: BinaryOp, first: Value, right: Expr, context: Context): Value => {
  if (op === 'or') return toBoolean(first) || toBoolean(valueIn(right, context));
  if (op === 'and') return toBoolean(first) && toBoolean(valueIn(right, context));
  const second = valueIn(right, context);
  const { now } = context.scope;
  const number = (value: Value): number => toNumber(value, now);
  switch (op) {
    case '+':
      return number(first) + number(second);
    case '-':
      return number(first) - number(second);
    case '*':
      return number(first) * number(second);
    case 'div':
      return number(first) / number(second);
    case 'mod':
      return number(first) % number(second);
    default:
      // Each node of one side may be held against each of the other.
      return spend(context, sizeOf(first) * sizeOf(second)) && compare(op, first, second, now);
  }
};

/** A chain of `or` hangs on its left side, as long as the author liked: it must not cost the stack. */
const binary = (expr: Of<'binary'>, context: Context): Value => {
  const chain: Of<'binary'>[] = [];
  let left: Expr = expr;
  for (; left.kind === 'binary'; left = left.left) chain.push(left);
  return chain.reduceRight((value, { op, right }) => combine(op, value, right, context), valueIn(left, context));
};

const sizeOf = (value: Value): number => (isNodes(value) ? value.length : 1);

const call = ({ name, args }: Of<'call'>, context: Context): Value => {
  const called = functionCalled(name);
  if (called?.look) return called.look(args, context, (arg) => (arg ? valueIn(arg, context) : ''));
  const values = args.map((arg) => valueIn(arg, context));
  const size = values.reduce((sum: number, value) => sum + sizeOf(value), 1);
  return called && spend(context, size) ? called.run(values, context) : '';
};

const reference = (name: string, context: Context): Value => {
  const found = context.scope.find(name);
  return spend(context, found.length) ? found : [];
};

const valueIn = (expr: Expr, context: Context): Value => {
  switch (expr.kind) {
    case 'number':
    case 'text':
      return expr.value;
    case 'reference':
      return reference(expr.name, context);
    case 'path':
      return follow(expr, context, valueIn);
    case 'call':
      return call(expr, context);
    case 'binary':
      return binary(expr, context);
    case 'negate':
      return -toNumber(valueIn(expr.of, context), context.scope.now);
    case 'union':
      return sortedOnce([...toNodes(valueIn(expr.left, context)), ...toNodes(valueIn(expr.right, context))]);
  }
};

/** `from` is what `.` is, where that is not the node the expression belongs to: a choice that its filter is tried on. */
export const evaluate = (expr: Expr, scope: Scope, from: ModelNode = scope.here): Value => valueIn(expr, contextOf(scope, from));
