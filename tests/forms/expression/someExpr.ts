/** Any expression, for properties: by tree, by text that looks like one, and by pieces thrown together. */
import fc from 'fast-check';
import type { BinaryOp, Expr, PathStep } from '../../../src/forms/expression/ast.ts';
import { functions } from '../../../src/forms/expression/functions.ts';
import { expressionSigns } from '../../support/expressionSigns.ts';

const ops: readonly BinaryOp[] = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'];
const axes: readonly PathStep['axis'][] = ['child', 'parent', 'descendant-or-self', 'ancestor', 'following-sibling', 'preceding-sibling'];
const names = ['a', 'b', 'name', 'age', 'person', 'house', 'street', 'item', 'region', 'div', 'x-y'];
const at = 0;

const name = fc.constantFrom(...names);
const content = fc.oneof(
  fc.constantFrom(
    'yes',
    '',
    ' ',
    '5',
    '2026-11-22',
    '2026-02-30',
    '%Y-%m-%d',
    'list',
    'name',
    "it's",
    '${a}',
    '^[a-z]+$',
    '(a+)+$',
    'ليلى',
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/["\u2018-\u201f\u2032\u2033\u2039\u203a\uff02\uff07«»]/g, '')),
);

export const someExpr = fc.letrec<{ expr: Expr; step: PathStep; path: Expr; call: Expr }>((tie) => ({
  step: fc.record({
    axis: fc.constantFrom(...axes),
    name: fc.oneof(name, fc.constantFrom('*', 'node()')),
    predicates: fc.array(tie('expr'), { maxLength: 1, depthIdentifier: 'expr' }),
  }),
  path: fc.record({
    kind: fc.constant('path' as const),
    from: fc.constantFrom('root' as const, 'here' as const),
    steps: fc.array(tie('step'), { minLength: 1, maxLength: 3 }),
  }),
  call: fc.record({
    kind: fc.constant('call' as const),
    name: fc.oneof(fc.constantFrom(...Object.keys(functions)), fc.constantFrom('nosuch', 'toString', 'constructor')),
    args: fc.array(tie('expr'), { maxLength: 4, depthIdentifier: 'expr' }),
    at: fc.constant(at),
  }),
  expr: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'expr' },
    fc.record({ kind: fc.constant('text' as const), value: content, at: fc.constant(at) }),
    fc.record({ kind: fc.constant('number' as const), value: fc.constantFrom(0, 1, 2, 7, 0.5, 3.25, 100) }),
    fc.record({ kind: fc.constant('reference' as const), name }),
    tie('path'),
    tie('call'),
    fc.record({
      kind: fc.constant('binary' as const),
      op: fc.constantFrom(...ops),
      left: tie('expr'),
      right: tie('expr'),
    }),
    fc.record({ kind: fc.constant('union' as const), left: tie('expr'), right: tie('expr') }),
    fc.record({ kind: fc.constant('negate' as const), of: tie('expr') }),
    fc.record({
      kind: fc.constant('path' as const),
      from: tie('expr').filter((expr) => expr.kind !== 'path'),
      steps: fc.array(tie('step'), { minLength: 1, maxLength: 2 }),
    }),
  ),
})).expr;

const pieces = [
  ...expressionSigns,
  '#',
  ' ',
  ...[
    "'",
    '"',
    '\u2018',
    '\u2019',
    '\u201c',
    '\u200f',
    '\u00a0',
    '\n',
    '${a}',
    '${',
    'a}$',
    'and',
    'or',
    'div',
    'mod',
    'AND',
    'node()',
    'text()',
    'child',
  ],
  ...[
    'selected(',
    'regex(',
    'instance(',
    'jr:choice-name(',
    'current()',
    'today()',
    'yes',
    '1',
    '.5',
    '2026-11-22',
    '\\',
    '😀',
    '\ud800',
    'e9',
  ],
];

/** Anything that people or machines may put into a cell. */
export const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join('')),
);
