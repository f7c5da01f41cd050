/** `=`, `!=`, `<` and the others over all kinds of value: a node-set compares when any of its nodes does. */
import type { BinaryOp } from './ast.ts';
import type { Value } from './model.ts';
import { isNodes, toBoolean, toNumber } from './values.ts';

export type Comparison = Extract<BinaryOp, '=' | '!=' | '<' | '<=' | '>' | '>='>;

const comparing: Readonly<Record<Comparison, (a: number | string, b: number | string) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

export const compare = (op: Comparison, left: Value, right: Value, now: () => string): boolean => {
  const holds = comparing[op];
  const isEquality = op === '=' || op === '!=';
  // A set against a truth value is a question of whether there is anything in it, not of what.
  if (isEquality && (typeof left === 'boolean' || typeof right === 'boolean')) {
    return holds(Number(toBoolean(left)), Number(toBoolean(right)));
  }
  if (isNodes(left)) return left.some((node) => compare(op, node.text(), right, now));
  if (isNodes(right)) return right.some((node) => compare(op, left, node.text(), now));
  if (isEquality && typeof left === 'string' && typeof right === 'string') return holds(left, right);
  return holds(toNumber(left, now), toNumber(right, now));
};
