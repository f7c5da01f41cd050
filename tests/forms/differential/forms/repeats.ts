/** What is asked several times. */
import { calculate, date, group, integer, one, repeat, several, text } from '../../engine/building.ts';
import { form } from './form.ts';

export const repeats = [
  form('as many as there are', [
    repeat('child', [text('name'), integer('age'), text('school', { relevant: '${age} > 5' })]),
    calculate('how', 'count(${child})'),
  ]),
  form('counted by an answer', [
    integer('n', { constraint: '. < 5' }),
    repeat('child', [text('name'), integer('age')], { repeatCount: '${n}' }),
    calculate('ages', 'sum(${age})'),
  ]),
  form('counted by a calculation', [
    several('ticked', 'abc'),
    repeat('each', [calculate('which', 'selected-at(${ticked}, position(..) - 1)'), text('about')], {
      repeatCount: 'count-selected(${ticked})',
    }),
  ]),
  form('counted by a number', [repeat('twice', [integer('x')], { repeatCount: '2' }), calculate('sum', 'sum(${x})')]),
  form('the place in the row', [
    repeat('r', [
      calculate('place', 'position(..)'),
      text('first', { relevant: 'position(..) = 1' }),
      text('later', { relevant: 'position(..) > 1' }),
    ]),
  ]),
  form('sums, least and most', [
    repeat('r', [integer('x')]),
    calculate('sum', 'sum(${x})'),
    calculate('least', 'min(${x})'),
    calculate('most', 'max(${x})'),
    calculate('filled', 'count-non-empty(${x})'),
    calculate('joined', "join(', ', ${x})"),
  ]),
  form('the same round and all rounds', [
    repeat('r', [integer('x'), calculate('own', '${x} + 1'), calculate('part', '${x} - sum(/data/r/x)')]),
    calculate('first', '${x}'),
  ]),
  form('a chosen round', [
    integer('which'),
    repeat('r', [text('name'), integer('age')]),
    calculate('name2', 'indexed-repeat(${name}, ${r}, ${which})'),
    calculate('age1', '${r}[1]/age'),
    calculate('old', 'count(${r}[age > 3])'),
  ]),
  form('the round before', [
    repeat('r', [
      integer('x'),
      calculate('before', 'indexed-repeat(${x}, ${r}, position(..) - 1)'),
      text('same', { relevant: '${before} = ${x}' }),
    ]),
  ]),
  form('repeats in repeats', [
    repeat('house', [
      text('street'),
      repeat('person', [text('name'), integer('age'), calculate('where', "concat(${street}, ':', ${name})")]),
      calculate('people', 'count(${person})'),
      calculate('ages', 'sum(${age})'),
    ]),
    calculate('all', 'count(${person})'),
  ]),
  form('counted repeats in repeats', [
    repeat('house', [integer('n', { constraint: '. < 4' }), repeat('person', [integer('age')], { repeatCount: '${n}' })], {
      repeatCount: '2',
    }),
    calculate('ages', 'sum(${age})'),
  ]),
  form('a repeat in a hidden group', [
    one('ask', 'yn'),
    group('g', [repeat('r', [integer('x'), text('y', { required: 'true()' })])], { relevant: "${ask} = 'yes'" }),
    calculate('sum', 'sum(${x})'),
  ]),
  form('a hidden repeat', [
    one('ask', 'yn'),
    repeat('r', [integer('x', { constraint: '. > 1' })], { relevant: "${ask} = 'yes'" }),
    calculate('filled', 'count-non-empty(${x})'),
  ]),
  form('groups in a repeat', [
    repeat('r', [
      group('g', [integer('x'), group('h', [text('y', { relevant: '${x} > 2' })])]),
      calculate('copy', "concat(${x}, '/', ${y})"),
    ]),
  ]),
  form('required in every round', [
    repeat('r', [one('a', 'yn', { required: 'true()' }), text('b', { required: "${a} = 'yes'", relevant: "${a} != 'no'" })]),
  ]),
  form('an answer outside decides inside', [
    integer('limit'),
    repeat('r', [integer('x', { constraint: '. <= ${limit}' }), text('over', { relevant: '${x} = ${limit}' })]),
  ]),
  form('an answer inside decides outside', [
    repeat('r', [one('ill', 'yn')]),
    text('who', { relevant: "selected(join(' ', ${ill}), 'yes')" }),
    calculate('how', "count(${r}[ill = 'yes'])"),
  ]),
  form('a default in every round', [
    integer('base', { default: '3' }),
    repeat('r', [integer('x', { default: '7' }), calculate('y', '${x} + ${base}'), text('z', { default: "concat('r', position(..))" })]),
  ]),
  form('what begins with an answer', [text('who'), repeat('r', [text('copy', { default: '${who}' }), text('more')])]),
  form('dates in rounds', [
    repeat('r', [date('from'), date('to', { constraint: '. >= ${from}' }), calculate('days', '${to} - ${from}')]),
    calculate('total', 'sum(${days})'),
  ]),
  form('places without references', [
    repeat('r', [
      integer('x'),
      calculate('up', 'count(../../r)'),
      calculate('next', '../x * 2'),
      calculate('others', 'sum(../../r/x) - ../x'),
    ]),
  ]),
  form('too few or too many', [integer('n'), repeat('r', [text('x')], { repeatCount: '${n} - 1' }), calculate('c', 'count(${r})')]),
];
