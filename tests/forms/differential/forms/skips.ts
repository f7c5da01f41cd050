/** What hides and brings back, what must be answered, what cannot be changed, what is refused. */
import { calculate, date, decimal, group, integer, note, one, several, text } from '../../engine/building.ts';
import { form } from './form.ts';

export const skips = [
  form('one question hides another', [one('paid', 'yn'), text('why', { relevant: "${paid} = 'no'" })]),
  form('a chain of hidden questions', [
    one('a', 'yn'),
    one('b', 'yn', { relevant: "${a} = 'yes'" }),
    one('c', 'yn', { relevant: "${b} = 'yes'" }),
    text('d', { relevant: "${c} = 'yes'" }),
    calculate('said', "concat(${a}, '-', ${b}, '-', ${c}, '-', ${d})"),
  ]),
  form('a hidden group hides what is in it', [
    one('open', 'yn'),
    group('work', [integer('hours'), group('more', [text('boss'), integer('pay', { relevant: '${hours} > 2' })])], {
      relevant: "${open} = 'yes'",
    }),
    calculate('total', 'coalesce(${hours}, 0) + coalesce(${pay}, 0)'),
  ]),
  form('a blank answer compares as nothing', [
    integer('n'),
    text('less', { relevant: '${n} < 5' }),
    text('more', { relevant: '${n} >= 5' }),
    text('blank', { relevant: "${n} = ''" }),
    text('answered', { relevant: "${n} != ''" }),
    text('length', { relevant: 'string-length(${n}) = 0' }),
  ]),
  form('and, or, not', [
    one('a', 'yn'),
    one('b', 'yn'),
    text('both', { relevant: "${a} = 'yes' and ${b} = 'yes'" }),
    text('either', { relevant: "${a} = 'yes' or ${b} = 'yes'" }),
    text('neither', { relevant: "not(${a} = 'yes' or ${b} = 'yes')" }),
    text('mixed', { relevant: "${a} = 'yes' and (${b} = 'no' or ${b} = '')" }),
    text('precedence', { relevant: "${a} = 'yes' or ${b} = 'yes' and ${a} = 'no'" }),
  ]),
  form('several ticked', [
    several('signs', 'abc'),
    text('hasA', { relevant: "selected(${signs}, 'a')" }),
    text('hasNotB', { relevant: "not(selected(${signs}, 'b'))" }),
    text('many', { relevant: 'count-selected(${signs}) > 2' }),
    text('first', { relevant: "selected-at(${signs}, 0) = 'b'" }),
    calculate('how', 'count-selected(${signs})'),
    calculate('second', 'selected-at(${signs}, 1)'),
  ]),
  form('required as it goes', [
    one('a', 'yn', { required: 'true()' }),
    text('b', { required: "${a} = 'yes'" }),
    text('c', { required: "${a} = 'yes'", relevant: "${b} != ''" }),
    integer('d', { required: 'false()' }),
  ]),
  form('constraints on numbers', [
    integer('age', { constraint: '. >= 0 and . < 5' }),
    integer('child', { constraint: '. < ${age}' }),
    decimal('rate', { constraint: '. > 0.5 and . <= 7.25' }),
    integer('other', { constraint: '. != ${age} and . != ${child}', required: '${age} > 2' }),
  ]),
  form('constraints on texts', [
    text('code', { constraint: "regex(., '^[a-c]+$')" }),
    text('short', { constraint: 'string-length(.) < 4' }),
    text('same', { constraint: '. = ${short}' }),
    text('starts', { constraint: "starts-with(., 'b') or contains(., 'x')" }),
  ]),
  form('constraints on choices', [
    several('some', 'abc', { constraint: 'count-selected(.) <= 2' }),
    several('noneAlone', 'abc', { constraint: "not(selected(., 'd') and count-selected(.) > 1)" }),
    one('not', 'abc', { constraint: 'not(selected(${some}, .))' }),
  ]),
  form('constraints on days', [
    date('from'),
    date('to', { constraint: '. >= ${from}' }),
    date('past', { constraint: '. <= today()' }),
    calculate('days', '${to} - ${from}'),
  ]),
  form('read only by answer', [
    one('lock', 'yn'),
    text('note', { readonly: "${lock} = 'yes'" }),
    group('part', [text('inside'), group('deeper', [text('below')])], { readonly: "${lock} = 'yes'" }),
  ]),
  form('relevance of groups and of what is in them', [
    integer('n'),
    group('g', [text('x', { relevant: '${n} > 1' }), group('h', [text('y', { required: 'true()' })], { relevant: "${x} != ''" })], {
      relevant: '${n} > 0',
    }),
    calculate('sum', 'string-length(concat(${x}, ${y}))'),
  ]),
  form('notes stand still', [
    integer('n'),
    note('hint', 'You said a number', { relevant: '${n} > 3' }),
    note('other', 'Another', { calculation: '${n} * 2' }),
  ]),
  form('hidden and calculated values', [
    text('a'),
    calculate('copy', '${a}'),
    calculate('twice', 'concat(${copy}, ${copy})', { relevant: "${a} != 'bb'" }),
    calculate('thrice', 'concat(${twice}, ${a})'),
    text('last', { relevant: "${thrice} != ''" }),
  ]),
  form('a question that answers itself', [
    integer('a'),
    integer('double', { calculation: '${a} * 2', readonly: 'true()' }),
    text('b', { relevant: '${double} > 8' }),
  ]),
  form('truth as text and number', [
    one('a', 'yn'),
    calculate('truth', "${a} = 'yes'"),
    calculate('asNumber', "number(${a} = 'yes')"),
    calculate('fromText', "boolean-from-string('true')"),
    text('c', { relevant: "${truth} = 'true'" }),
    text('d', { relevant: '${asNumber} = 1' }),
  ]),
];
