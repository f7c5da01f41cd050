/** An expression written out again, with parentheses everywhere: for tests that read it once more. */
import type { Expr, PathStep } from '../../../src/forms/expression/ast.ts';

const text = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`);

const step = ({ axis, name, predicates }: PathStep): string => `${axis}::${name}${predicates.map((one) => `[${printed(one)}]`).join('')}`;

const path = ({ from, steps }: Extract<Expr, { kind: 'path' }>): string => {
  const rest = steps.map(step).join('/');
  if (from === 'root') return `/${rest}`;
  if (from === 'here') return rest === '' ? '.' : rest;
  const [first, ...others] = steps;
  // A predicate straight behind a value stands as a step on itself.
  const onValue = first?.axis === 'self' && first.name === 'node()' && first.predicates.length > 0;
  const predicates = onValue ? first.predicates.map((one) => `[${printed(one)}]`).join('') : '';
  const more = (onValue ? others : steps).map((one) => `/${step(one)}`).join('');
  return `(${printed(from)})${predicates}${more}`;
};

export const printed = (expr: Expr): string => {
  switch (expr.kind) {
    case 'number':
      return expr.value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
    case 'text':
      return text(expr.value);
    case 'reference':
      return `\${${expr.name}}`;
    case 'call':
      return `${expr.name}(${expr.args.map(printed).join(', ')})`;
    case 'binary':
      return `(${printed(expr.left)}) ${expr.op} (${printed(expr.right)})`;
    case 'union':
      return `(${printed(expr.left)}) | (${printed(expr.right)})`;
    case 'negate':
      return `-(${printed(expr.of)})`;
    default:
      return path(expr);
  }
};

const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'at')
      .map(([key, inside]) => [key, withoutPlaces(inside)]),
  );
};

/** The same expression whatever its places in a text. */
export const sameShape = (expr: Expr): unknown => withoutPlaces(expr);
