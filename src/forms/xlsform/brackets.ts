/** What stands in the square brackets of an expression: there a bare word means a column of a list, or a question of the round. */
import type { Expr } from '../expression/ast.ts';
import { partsOf } from '../expression/walk.ts';

export const insideBrackets = (expr: Expr): ReadonlySet<Expr> =>
  new Set(
    partsOf(expr).flatMap((part) =>
      part.kind === 'path' ? part.steps.flatMap((step) => step.predicates.flatMap((inner) => partsOf(inner))) : [],
    ),
  );
