/** Lists that depend on answers. */
import { calculate, choices, group, integer, item, one, repeat, several, someLists, text } from '../../engine/building.ts';
import { form } from './form.ts';

const clinics = {
  columns: ['name', 'label', 'state', 'beds'],
  rows: [
    ['c1', 'Lake clinic', 'il', '12'],
    ['c2', 'Hill clinic', 'il', '3'],
    ['c3', 'Plain clinic', 'in', '7'],
    ['c4', 'North clinic', 'wi', '30'],
  ],
};
const streets = {
  columns: ['id', 'title', 'city'],
  rows: [
    ['s1', 'Main Street', 'chi'],
    ['s2', 'Lake Street', 'chi'],
    ['s3', 'River Road', 'peo'],
  ],
};

export const choosing = [
  form('a cascade', [
    one('state', 'states'),
    one('city', 'cities', { choiceFilter: 'state = ${state}' }),
    text('then', { relevant: "${city} = 'chi'" }),
  ]),
  form('a cascade of several', [
    one('state', 'states'),
    several('towns', 'cities', { choiceFilter: 'state = ${state}' }),
    calculate('how', 'count-selected(${towns})'),
  ]),
  form(
    'a filter with two columns',
    [one('state', 'states'), one('size', 'sizes'), one('city', 'cities', { choiceFilter: 'state = ${state} and size = ${size}' })],
    { lists: { ...someLists, sizes: choices('big small') } },
  ),
  form('a filter with or', [one('state', 'states'), several('city', 'cities', { choiceFilter: "state = ${state} or size = 'big'" })]),
  form('a filter by what was ticked', [several('states', 'states'), one('city', 'cities', { choiceFilter: 'selected(${states}, state)' })]),
  form('not the one before', [
    one('first', 'abc'),
    one('second', 'abc', { choiceFilter: 'name != ${first}' }),
    one('third', 'abc', { choiceFilter: 'name != ${first} and name != ${second}' }),
  ]),
  form('a filter that is off until answered', [
    one('state', 'states'),
    one('city', 'cities', { choiceFilter: "${state} = '' or state = ${state}" }),
  ]),
  form(
    'three steps down',
    [
      one('state', 'states'),
      one('city', 'cities', { choiceFilter: 'state = ${state}' }),
      one('street', 'streets', { choiceFilter: 'city = ${city}' }),
      calculate('where', "concat(${state}, '/', ${city}, '/', ${street})"),
    ],
    { lists: { ...someLists, streets: choices('s1:city=chi s2:city=chi s3:city=peo s4:city=gary') } },
  ),
  form('a ranking of what is left', [
    one('state', 'states'),
    item('order', 'rank', { list: 'cities', choiceFilter: 'state = ${state}' }),
    calculate('top', 'selected-at(${order}, 0)'),
  ]),
  form('a hidden question with a filter', [
    one('state', 'states'),
    one('ask', 'yn'),
    one('city', 'cities', { choiceFilter: 'state = ${state}', relevant: "${ask} = 'yes'" }),
    calculate('copy', '${city}'),
  ]),
  form(
    'a list from a file',
    [
      one('state', 'states'),
      one('clinic', 'clinics.csv', { choiceFilter: 'state = ${state}' }),
      calculate('beds', "instance('clinics')/root/item[name = ${clinic}]/beds"),
    ],
    { tables: { 'clinics.csv': clinics } },
  ),
  form(
    'a list from a file with other columns',
    [one('city', 'cities'), one('street', 'streets.csv', { choiceFilter: 'city = ${city}', parameters: { value: 'id', label: 'title' } })],
    { tables: { 'streets.csv': streets } },
  ),
  form('a column of the chosen', [
    one('city', 'cities'),
    calculate('size', "instance('cities')/root/item[name = ${city}]/size"),
    text('big', { relevant: "${size} = 'big'" }),
    calculate('many', "count(instance('cities')/root/item[size = ${size}])"),
  ]),
  form('numbers in columns', [integer('least'), one('clinic', 'clinics.csv', { choiceFilter: 'beds > ${least}' })], {
    tables: { 'clinics.csv': clinics },
  }),
  form('the words of a choice', [
    one('city', 'cities'),
    several('ticked', 'abc'),
    calculate('label', "jr:choice-name(${city}, '${city}')"),
    calculate('first', "jr:choice-name(selected-at(${ticked}, 0), '${ticked}')"),
  ]),
  form('a filter in a repeat', [
    one('state', 'states'),
    repeat('visit', [
      one('town', 'cities', { choiceFilter: 'state = ${state}' }),
      one('own', 'states'),
      one('ownTown', 'cities', { choiceFilter: 'state = ${own}' }),
    ]),
  ]),
  form('a filter out of a group', [
    group('g', [one('state', 'states')]),
    group('h', [one('city', 'cities', { choiceFilter: 'state = ${state}' })], { relevant: "${state} != 'wi'" }),
  ]),
  form('a default that is offered', [
    one('state', 'states', { default: 'il' }),
    one('city', 'cities', { default: 'chi', choiceFilter: 'state = ${state}' }),
  ]),
  form('a default that is not offered', [
    one('state', 'states', { default: 'xx' }),
    several('more', 'abc', { default: 'a zz c' }),
    calculate('copy', 'concat(${state}, ${more})'),
  ]),
  form('a calculated choice', [
    one('a', 'yn'),
    one('b', 'yn', { calculation: "if(${a} = 'yes', 'no', 'maybe')", readonly: 'true()' }),
    calculate('copy', '${b}'),
  ]),
  form('the last in the list', [
    one('a', 'abc', { choiceFilter: 'position() != last()' }),
    one('b', 'abc', { choiceFilter: 'position() < 3' }),
  ]),
  form('what was chosen elsewhere leaves', [
    several('all', 'abc'),
    one('worst', 'abc', { choiceFilter: 'selected(${all}, name)', required: 'true()', relevant: 'count-selected(${all}) > 1' }),
  ]),
];
