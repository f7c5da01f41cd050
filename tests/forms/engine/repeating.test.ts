/** Rounds: adding, taking away, counting, looking from inside and from outside. */
import { describe, expect, test } from 'vitest';
import { problemsIn } from '../../../src/forms/engine/problems.ts';
import { calculate, group, integer, one, opened, repeat, text, valueAt } from './building.ts';

const household = [
  repeat('child', [text('name'), integer('age'), text('school', { relevant: '${age} > 5' }), calculate('place', 'position(..)')]),
  calculate('ages', 'sum(${age})'),
  calculate('names', "join(', ', ${name})"),
];

describe('rounds that somebody adds', () => {
  test('begin with one, and each holds its own answers', () => {
    const run = opened(household);
    expect(run.paths()).toContain('/child[1]/name');
    expect(run.add('/child')).toBe('/child[2]');
    run.set('/child[1]/age', '4');
    run.set('/child[2]/age', '9');
    expect(run.state('/child[1]/school')?.relevant).toBe(false);
    expect(run.state('/child[2]/school')?.relevant).toBe(true);
    expect(valueAt(run, '/ages')).toBe('13');
  });

  test('move up when one is taken away, with all that hangs on them', () => {
    const run = opened(household);
    run.add('/child');
    run.add('/child');
    for (const [index, name] of ['Ana', 'Ben', 'Eva'].entries()) run.set(`/child[${index + 1}]/name`, name);
    expect(run.remove('/child[2]')).toBe(true);
    expect(valueAt(run, '/names')).toBe('Ana, Eva');
    expect(valueAt(run, '/child[2]/name')).toBe('Eva');
    expect(run.state('/child[2]/name')?.path).toBe('/child[2]/name');
    expect(valueAt(run, '/child[2]/place')).toBe('2');
    expect(run.state('/child[3]')).toBeUndefined();
  });

  test('taking one away and adding one again leaves a blank one', () => {
    const run = opened(household);
    run.add('/child');
    run.set('/child[2]/age', '9');
    run.remove('/child[2]');
    run.add('/child');
    expect(valueAt(run, '/child[2]/age')).toBe('');
    expect(valueAt(run, '/ages')).toBe('');
    run.remove('/child[2]');
    run.set('/child[1]/age', '2');
    expect(valueAt(run, '/ages')).toBe('2');
  });

  test('may all be taken away; the repeat itself can still be read', () => {
    const run = opened([one('ask', 'yn'), repeat('r', [text('x')], { relevant: "${ask} = 'yes'" }), calculate('c', 'count(${r})')]);
    expect(run.remove('/r[1]')).toBe(true);
    expect(run.paths()).toEqual(['/ask', '/c']);
    expect(valueAt(run, '/c')).toBe('0');
    expect(run.state('/r')).toMatchObject({ path: '/r', relevant: false });
    run.set('/ask', 'yes');
    expect(run.state('/r')?.relevant).toBe(true);
    expect(run.remove('/r[1]')).toBe(false);
    expect(run.add('/r')).toBe('/r[1]');
  });

  test('nobody adds to what is no repeat, or takes away what is not there', () => {
    const run = opened([...household, group('g', [text('x')])]);
    expect(run.add('/g')).toBeNull();
    expect(run.add('/nowhere')).toBeNull();
    expect(run.remove('/g')).toBe(false);
    expect(run.remove('/child[7]')).toBe(false);
  });
});

describe('rounds that are counted', () => {
  const counted = [integer('n'), repeat('r', [integer('x')], { repeatCount: '${n}' }), calculate('sum', 'sum(${x})')];

  test('follow the number; a lower one takes the last with it', () => {
    const run = opened(counted);
    expect(run.paths()).not.toContain('/r[1]');
    run.set('/n', '3');
    for (const place of [1, 2, 3]) run.set(`/r[${place}]/x`, `${place}`);
    expect(valueAt(run, '/sum')).toBe('6');
    run.set('/n', '2');
    expect(valueAt(run, '/sum')).toBe('3');
    run.set('/n', '3');
    expect(valueAt(run, '/r[3]/x')).toBe('');
  });

  test('stay as they are while there is no number', () => {
    const run = opened(counted);
    run.set('/n', '2');
    run.set('/r[2]/x', '5');
    run.set('/n', '');
    expect(valueAt(run, '/r[2]/x')).toBe('5');
    run.set('/n', '-4');
    expect(run.kept().counts).toEqual({ '/r': 0 });
  });

  test('are not added or taken away by hand', () => {
    const run = opened(counted);
    run.set('/n', '2');
    expect(run.add('/r')).toBeNull();
    expect(run.remove('/r[1]')).toBe(false);
  });

  test('have an upper bound, whatever is typed', () => {
    const run = opened(counted);
    run.set('/n', '2000000000');
    expect(run.kept().counts['/r']).toBe(1000);
    run.set('/n', '1');
    expect(run.kept().counts['/r']).toBe(1);
  });
});

describe('repeats in repeats', () => {
  const houses = [
    repeat('house', [
      text('street'),
      repeat('person', [text('name'), calculate('lives', "concat(${name}, ' in ', ${street})")]),
      calculate('people', 'count(${person})'),
    ]),
    calculate('everybody', 'count(${person})'),
  ];

  test('a name means what is in the same house', () => {
    const run = opened(houses);
    run.add('/house');
    run.add('/house[2]/person');
    run.add('/house[1]/person');
    run.set('/house[1]/street', 'Elm');
    run.set('/house[2]/street', 'Oak');
    run.set('/house[1]/person[2]/name', 'Ana');
    run.set('/house[2]/person[1]/name', 'Ben');
    expect(valueAt(run, '/house[1]/person[2]/lives')).toBe('Ana in Elm');
    expect(valueAt(run, '/house[2]/person[1]/lives')).toBe('Ben in Oak');
    expect(valueAt(run, '/house[1]/people')).toBe('2');
    expect(valueAt(run, '/everybody')).toBe('3');
    run.remove('/house[1]');
    expect(valueAt(run, '/house[1]/person[1]/lives')).toBe('Ben in Oak');
    expect(valueAt(run, '/everybody')).toBe('1');
  });

  test('only what the form itself holds begins with a round inside', () => {
    const run = opened(houses);
    run.add('/house');
    expect(run.kept().counts).toEqual({ '/house': 2, '/house[1]/person': 1, '/house[2]/person': 0 });
  });
});

test('a running total reads the round before and is no circle', () => {
  const run = opened([
    integer('n'),
    repeat(
      'month',
      [integer('paid'), calculate('total', 'coalesce(indexed-repeat(${total}, ${month}, position(..) - 1), 0) + coalesce(${paid}, 0)')],
      {
        repeatCount: '${n}',
      },
    ),
  ]);
  expect(problemsIn(run.loaded)).toEqual([]);
  run.set('/n', '4');
  for (const place of [1, 2, 3, 4]) run.set(`/month[${place}]/paid`, `${place}0`);
  expect(valueAt(run, '/month[4]/total')).toBe('100');
  run.set('/month[1]/paid', '11');
  expect(valueAt(run, '/month[4]/total')).toBe('101');
});

test('paths forgive a missing and a needless position', () => {
  const run = opened([group('g', [repeat('r', [text('x')])])]);
  run.set('/g/r/x', 'first');
  expect(valueAt(run, '/g[1]/r[1]/x')).toBe('first');
  expect(run.state('/g/r/x')?.path).toBe('/g/r[1]/x');
  expect(run.state('/g/r[2]/x')).toBeUndefined();
});
