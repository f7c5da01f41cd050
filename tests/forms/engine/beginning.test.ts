/** What happens once, at the start or at a change; and taking a run up again where it was left. */
import { describe, expect, test } from 'vitest';
import { allStates, calculate, date, integer, one, opened, repeat, several, text, valueAt } from './building.ts';

describe('defaults', () => {
  test('are there at the start and do not come back', () => {
    const run = opened([text('a', { default: 'home' }), date('d', { default: '2026-02-30' }), text('b', { default: "concat(${a}, '!')" })]);
    expect([valueAt(run, '/a'), valueAt(run, '/d'), valueAt(run, '/b')]).toEqual(['home', '', 'home!']);
    run.set('/a', '');
    expect([valueAt(run, '/a'), valueAt(run, '/b')]).toEqual(['', 'home!']);
  });

  test('words with a bracket in them are words', () => {
    const run = opened([text('a', { default: 'at work (day)' }), text('b', { default: 'home(s)' })]);
    expect([valueAt(run, '/a'), valueAt(run, '/b')]).toEqual(['at work (day)', 'home(s)']);
  });

  test('begin anew in every round', () => {
    const run = opened([text('who'), repeat('r', [text('x', { default: 'concat(${who}, position(..))' })])]);
    run.set('/who', 'Ana');
    run.add('/r');
    expect([valueAt(run, '/r[1]/x'), valueAt(run, '/r[2]/x')]).toEqual(['1', 'Ana2']);
  });
});

describe('triggers', () => {
  test('run the calculation when their question changes, and only then', () => {
    const run = opened([text('a'), integer('n'), calculate('then', '${n} + 1', { trigger: ['a'] })]);
    run.set('/n', '5');
    expect(valueAt(run, '/then')).toBe('');
    run.set('/a', 'x');
    expect(valueAt(run, '/then')).toBe('6');
    run.set('/n', '9');
    expect(valueAt(run, '/then')).toBe('6');
    run.set('/a', 'x');
    expect(valueAt(run, '/then')).toBe('6');
  });

  test('clear where there is nothing to calculate', () => {
    const run = opened([one('state', 'states'), text('city', { trigger: ['state'] })]);
    run.set('/city', 'Gary');
    run.set('/state', 'in');
    expect(valueAt(run, '/city')).toBe('');
  });

  test('from outside a repeat reach every round of it', () => {
    const run = opened([text('a'), repeat('r', [text('x'), calculate('b', 'concat(${a}, ${x})', { trigger: ['a'] })])]);
    run.add('/r');
    run.set('/r[2]/x', '2');
    run.set('/a', 'z');
    expect([valueAt(run, '/r[1]/b'), valueAt(run, '/r[2]/b')]).toEqual(['z', 'z2']);
  });

  test('two that trigger each other come to an end', () => {
    const run = opened([
      text('a', { trigger: ['b'], calculation: "concat(${b}, 'a')" }),
      text('b', { trigger: ['a'], calculation: "concat(${a}, 'b')" }),
    ]);
    run.set('/a', 'x');
    expect(valueAt(run, '/b')).toContain('xb');
  });
});

test('once() keeps the first', () => {
  const run = opened([text('a'), calculate('first', 'once(${a})')]);
  run.set('/a', 'x');
  run.set('/a', 'y');
  expect(valueAt(run, '/first')).toBe('x');
});

test('an answer typed over a calculation stays until what it was calculated from changes', () => {
  const run = opened([integer('a'), integer('twice', { calculation: '${a} * 2' }), one('other', 'yn')]);
  run.set('/a', '2');
  run.set('/twice', '5');
  run.set('/other', 'yes');
  expect(valueAt(run, '/twice')).toBe('5');
  run.set('/a', '3');
  expect(valueAt(run, '/twice')).toBe('6');
});

describe('taken up again', () => {
  const items = [
    one('ask', 'yn', { default: 'yes' }),
    text('why', { relevant: "${ask} = 'no'" }),
    calculate('drawn', 'once(random())'),
    calculate('id', 'once(uuid())'),
    repeat('r', [text('x', { default: 'begun' }), several('s', 'abc')]),
    calculate('all', "join(' ', ${x})"),
  ];

  test('everything is as it was, also what is hidden now', () => {
    const first = opened(items);
    first.set('/ask', 'no');
    first.set('/why', 'afraid');
    first.set('/ask', '');
    first.add('/r');
    first.set('/r[2]/x', '');
    first.set('/r[1]/s', 'c a');
    const again = opened(items, {}, first.kept());
    expect(allStates(again)).toEqual(allStates(first));
    expect(again.kept()).toEqual(first.kept());
    expect(valueAt(again, '/r[2]/x')).toBe('');
    expect(valueAt(again, '/ask')).toBe('');
    again.set('/ask', 'no');
    expect(valueAt(again, '/why')).toBe('afraid');
  });

  test('goes on calculating', () => {
    const first = opened(items);
    const again = opened(items, {}, first.kept());
    again.set('/r[1]/x', 'changed');
    again.add('/r');
    expect(valueAt(again, '/all')).toBe('changed begun');
  });

  test('a repeat that nobody counted begins as it would in a new run', () => {
    const run = opened(
      [repeat('r', [text('x')]), integer('n'), repeat('c', [text('y')], { repeatCount: '${n}' })],
      {},
      { values: { '/n': '2' }, counts: {} },
    );
    expect(run.kept().counts).toEqual({ '/r': 1, '/c': 2 });
  });

  test('what was kept by somebody else is not believed beyond its type', () => {
    const run = opened(
      [integer('n'), repeat('r', [text('x')])],
      {},
      { values: { '/n': 'many', '/gone': 'x' }, counts: { '/r': 1e9, '/no': 4 } },
    );
    expect(valueAt(run, '/n')).toBe('');
    expect(run.kept().counts['/r']).toBe(1000);
  });
});
