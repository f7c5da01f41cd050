/** Goes over an expression and everything in it, and tells what it depends on. */
import type { Expr } from './ast.ts';
import { quotedPath } from './quotedPath.ts';

export type PathExpr = Extract<Expr, { kind: 'path' }>;
export type CallExpr = Extract<Expr, { kind: 'call' }>;

const inPath = ({ from, steps }: PathExpr): readonly Expr[] => {
  const predicates = steps.flatMap((step) => step.predicates);
  return typeof from === 'string' ? predicates : [from, ...predicates];
};

export const partsRightIn = (expr: Expr): readonly Expr[] => {
  switch (expr.kind) {
    case 'binary':
    case 'union':
      return [expr.left, expr.right];
    case 'negate':
      return [expr.of];
    case 'call':
      return expr.name === 'jr:choice-name' ? expr.args.map((arg, place) => (place === 1 ? quotedPath(arg) : arg)) : expr.args;
    case 'path':
      return inPath(expr);
    default:
      return [];
  }
};

/** Each part once, the whole before what is in it. */
export const partsOf = (expr: Expr): readonly Expr[] => {
  const all: Expr[] = [expr];
  for (let place = 0; place < all.length; place++) {
    const part = all[place];
    if (part) all.push(...partsRightIn(part));
  }
  return all;
};

export interface References {
  /** Of `${name}`. */
  readonly names: readonly string[];
  /** Paths of every kind, `.` and those that start at a reference, an instance or `current()` included. */
  readonly paths: readonly PathExpr[];
  /** Functions called: `now` and `random` give something new without any answer having changed. */
  readonly calls: readonly string[];
}

export const referencesIn = (expr: Expr): References => {
  const all = partsOf(expr);
  return {
    names: [...new Set(all.flatMap((part) => (part.kind === 'reference' ? [part.name] : [])))],
    paths: all.filter((part) => part.kind === 'path'),
    calls: [...new Set(all.flatMap((part) => (part.kind === 'call' ? [part.name] : [])))],
  };
};
