/** What is kept of an answer of each type, and what arithmetic makes of it. */
import { calculate, date, decimal, integer, item, several, text } from '../../engine/building.ts';
import { form } from './form.ts';

export const values = [
  form('whole numbers', [
    integer('a'),
    integer('b'),
    calculate('sum', '${a} + ${b}'),
    calculate('left', '${a} mod ${b}'),
    calculate('part', 'if(${b} = 0, 0, ${a} div ${b})'),
  ]),
  form('decimals', [
    decimal('a'),
    calculate('half', '${a} div 2'),
    calculate('more', '${a} * 3 - 1'),
    integer('cut', { calculation: '${a} * 1.5', readonly: 'true()' }),
  ]),
  form('rounding', [
    decimal('a'),
    calculate('rounded', 'round(${a})'),
    calculate('one', 'round(${a}, 1)'),
    calculate('down', 'int(${a})'),
    calculate('floor', 'floor(${a})'),
    calculate('up', 'ceiling(${a})'),
    calculate('abs', 'abs(${a})'),
  ]),
  form('calculated into a type', [
    decimal('a'),
    integer('whole', { calculation: '${a}', readonly: 'true()' }),
    decimal('part', { calculation: '${a} div 3', readonly: 'true()' }),
    text('words', { calculation: '${a}', readonly: 'true()' }),
  ]),
  form('days', [
    date('d'),
    calculate('text', 'string(${d})'),
    calculate('number', 'decimal-date-time(${d})'),
    calculate('before', "${d} < date('2024-05-01')"),
    calculate('year', "format-date(${d}, '%Y')"),
    calculate('long', "format-date(${d}, '%e %b %Y')"),
  ]),
  form('days and times', [
    item('t', 'time'),
    item('dt', 'dateTime'),
    calculate('said', 'string(${t})'),
    calculate('hour', "format-date-time(${dt}, '%H:%M')"),
  ]),
  form('ranges', [
    item('r', 'range', { parameters: { start: '1', end: '5', step: '1' } }),
    item('f', 'range', { parameters: { start: '0', end: '2', step: '0.5' } }),
    calculate('sum', '${r} + ${f}'),
  ]),
  form('acknowledged', [item('ok', 'acknowledge', { required: 'true()' }), text('next', { relevant: "${ok} = 'OK'" })]),
  form('barcodes and texts', [item('b', 'barcode'), calculate('len', 'string-length(${b})'), text('t', { constraint: '. != ${b}' })]),
  form('rankings', [
    item('r', 'rank', { list: 'abc' }),
    calculate('first', 'selected-at(${r}, 0)'),
    text('why', { relevant: "selected-at(${r}, 0) = 'b'" }),
  ]),
  form('numbers kept as text', [
    text('t'),
    calculate('n', 'number(${t})'),
    calculate('plus', '${t} + 1'),
    calculate('isNumber', '${t} = 5'),
    calculate('isText', "${t} = '5'"),
  ]),
  form('blank in arithmetic', [
    integer('a'),
    calculate('plus', '${a} + 1'),
    calculate('ifBlank', "if(${a} = '', 0, ${a}) + 1"),
    calculate('coalesced', 'coalesce(${a}, 7) + 1'),
    calculate('negative', '-${a}'),
  ]),
  form('minimum and maximum', [
    integer('a'),
    integer('b'),
    integer('c'),
    calculate('least', 'min(${a}, ${b}, ${c})'),
    calculate('most', 'max(${a}, ${b}, ${c})'),
  ]),
  form('choices as text', [
    several('s', 'abc'),
    calculate('text', 'string(${s})'),
    calculate('len', 'string-length(${s})'),
    calculate('last', 'selected-at(${s}, count-selected(${s}) - 1)'),
  ]),
  form('powers', [
    decimal('a'),
    calculate('pow', 'pow(${a}, 2)'),
    calculate('root', 'sqrt(abs(${a}))'),
    calculate('log', 'log10(10)'),
    calculate('pi', 'round(pi(), 4)'),
  ]),
];
