/** What happens once, or when a question changes. */
import { calculate, date, group, integer, one, repeat, several, text } from '../../engine/building.ts';
import { form } from './form.ts';

export const events = [
  form('values to begin with', [
    text('a', { default: 'bb' }),
    integer('n', { default: '4' }),
    date('d', { default: '2024-02-29' }),
    one('c', 'yn', { default: 'yes' }),
    several('s', 'abc', { default: 'b d' }),
    calculate('copy', 'concat(${a}, ${n}, ${c})'),
  ]),
  form('worked out to begin with', [
    text('a', { default: "concat('a', 'b')" }),
    text('b', { default: 'string-length(${a})' }),
    text('c', { default: "if(${a} = 'ab', 'x', 'y')" }),
    integer('n', { default: 'round(2.6)' }),
  ]),
  form('begins hidden', [
    one('ask', 'yn', { default: 'no' }),
    text('a', { default: 'bb', relevant: "${ask} = 'yes'" }),
    text('b', { default: "concat('x', 'y')", relevant: "${ask} = 'yes'" }),
    calculate('copy', 'concat(${a}, ${b})'),
  ]),
  form('once', [text('a'), calculate('kept', 'once(${a})'), calculate('length', 'string-length(${kept})')]),
  form('once while hidden', [one('ask', 'yn'), text('a'), calculate('kept', 'once(${a})', { relevant: "${ask} = 'yes'" })]),
  form('when it changes', [text('a'), integer('n'), calculate('stamp', '${n} + 1', { trigger: ['a'] })]),
  form('cleared when it changes', [one('a', 'yn'), text('b', { trigger: ['a'] }), calculate('copy', '${b}')]),
  form('set when it changes, and free to be changed', [
    one('a', 'abc'),
    text('b', { trigger: ['a'], calculation: "concat('chose ', ${a})" }),
    calculate('copy', '${b}'),
  ]),
  form('two that trigger', [text('a'), text('b'), calculate('last', "concat(${a}, '+', ${b})", { trigger: ['a', 'b'] })]),
  form('a trigger that hides', [
    one('a', 'yn'),
    text('b', { relevant: "${a} = 'yes'" }),
    calculate('c', "concat('b is ', ${b})", { trigger: ['b'] }),
  ]),
  form('a trigger in every round', [
    repeat('r', [text('a'), calculate('b', "concat('was ', ${a})", { trigger: ['a'] })], { repeatCount: '2' }),
  ]),
  form('one trigger after another', [
    text('a'),
    text('b', { trigger: ['a'], calculation: "concat(${a}, '1')" }),
    calculate('c', "concat(${b}, '2')", { trigger: ['b'] }),
  ]),
  form('a long way down', [
    integer('a'),
    calculate('b', '${a} + 1'),
    calculate('c', '${b} * 2'),
    calculate('d', '${c} - ${a}'),
    calculate('e', '${d} + ${b} + ${c}'),
    text('t', { relevant: '${e} > 20' }),
    calculate('f', "if(${t} = '', ${e}, -1)"),
  ]),
  form('a calculation written before what it reads', [
    calculate('sum', '${a} + ${b}'),
    integer('a'),
    group('g', [integer('b')]),
    calculate('again', '${later} + 1'),
    calculate('later', '${sum} * 2'),
  ]),
  form('hidden from afar', [
    calculate('x', '${y} + 1'),
    calculate('y', '${n} * 2', { relevant: '${n} > 2' }),
    integer('n'),
    text('t', { relevant: '${x} > 9' }),
  ]),
];
