/**
 * Where we part from @getodk/xforms-engine on purpose, each with its reason. A form for each shows it, so that the list is
 * shortened when the other engine changes its mind; the forms of the agreement test keep clear of them.
 */

import { calculate, date, decimal, integer, one, repeat, text } from '../engine/building.ts';
import type { Step } from './drive.ts';
import { type Form, form } from './forms/form.ts';

export interface Divergence extends Form {
  readonly reason: string;
  readonly steps: readonly Step[];
  /** `path: what ours theirs`; `throws` where the other engine gives up. */
  readonly difference: string;
}

const divergence = (name: string, items: Form['items'], rest: Omit<Divergence, keyof Form>): Divergence => ({
  ...form(name, items),
  ...rest,
});

export const divergences: readonly Divergence[] = [
  divergence('a division by nothing', [integer('a'), calculate('over', '${a} div 0')], {
    reason: 'Infinity is no answer to anything that was asked: it is kept as blank, like every other thing that is not a number.',
    steps: [{ set: '/a', to: '3' }],
    difference: '/over: value "" "Infinity"',
  }),
  divergence('a day that is none', [date('d'), calculate('week', 'string(date(decimal-date-time(${d}) + 7))')], {
    reason: 'A day reckoned from a blank is blank. "Invalid Date" would be stored as if somebody had said it.',
    steps: [],
    difference: '/week: value "" "Invalid Date"',
  }),
  divergence('a wrong day in an expression', [text('t'), calculate('d', "date('2026-02-30')")], {
    reason: 'One wrong day takes the whole form down there. Here it is blank, and the rest of the form goes on.',
    steps: [],
    difference: 'throws',
  }),
  divergence('not a number as text', [integer('a'), calculate('text', 'string(${a} + 1)')], {
    reason: 'XPath says that string() of what is no number is NaN; forms test for it. Only a calculation that is itself a number is blank.',
    steps: [],
    difference: '/text: value "NaN" ""',
  }),
  divergence('a count with a fraction', [decimal('n'), repeat('r', [text('x')], { repeatCount: '${n}' })], {
    reason: 'The other engine throws at 2.5 rounds; here they are two.',
    steps: [{ set: '/n', to: '2.5' }],
    difference: 'throws',
  }),
  divergence('a trigger for every round', [text('a'), repeat('r', [calculate('b', "concat(${a}, '!')", { trigger: ['a'] })])], {
    reason: 'A question outside a repeat may trigger a calculation in each of its rounds; the other engine cannot aim at more than one.',
    steps: [{ add: '/r' }, { set: '/a', to: 'x' }],
    difference: 'throws',
  }),
  divergence(
    'a trigger after a round was taken away',
    [repeat('r', [text('a'), calculate('b', "concat('was ', ${a})", { trigger: ['a'] })])],
    {
      reason: 'There a trigger is bound to the position that its round once had, and is lost when rounds move up.',
      steps: [{ add: '/r' }, { add: '/r' }, { remove: '/r[1]' }, { set: '/r[2]/a', to: 'x' }],
      difference: '/r[2]/b: value "was x" ""',
    },
  ),
  divergence('a default that reads what is written further down', [text('a', { default: '${b}' }), calculate('b', "concat('x', 'y')")], {
    reason: 'Defaults are worked out after what they read, wherever it stands; there it depends on the order of the rows.',
    steps: [],
    difference: '/a: value "xy" ""',
  }),
  divergence('a name alone before or', [one('a', 'yn'), calculate('b', "${a} or ${a} = 'yes'")], {
    reason: 'A node that exists is true (XPath); the other engine takes the text of the first instead.',
    steps: [{ set: '/a', to: 'no' }],
    difference: '/b: value "true" "no"',
  }),
];
