/** Checklists nobody should write. Each must open, answer and end. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/domain/checklist.ts';
import { problemsIn } from '../../../src/forms/engine/problems.ts';
import { calculate, group, integer, one, opened, repeat, text, valueAt } from './building.ts';

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const nested = (depth: number, innermost: Item, wrap: (inside: Item, level: number) => Item): Item => {
  let made = innermost;
  for (let level = depth; level > 0; level--) made = wrap(made, level);
  return made;
};

describe('very long', () => {
  test('five thousand questions, each waiting for the one before', () => {
    const run = opened([text('q0'), ...many(4999, (index) => calculate(`q${index + 1}`, `concat(\${q${index}}, '')`))]);
    run.set('/q0', 'x');
    expect(valueAt(run, '/q4999')).toBe('x');
  });

  test('written backwards it is the same', () => {
    const run = opened([...many(4999, (index) => calculate(`q${5000 - index}`, `concat(\${q${4999 - index}}, '')`)), text('q1')]);
    run.set('/q1', 'x');
    expect(valueAt(run, '/q5000')).toBe('x');
  });

  test('one that five thousand read', () => {
    const run = opened([integer('n'), ...many(4999, (index) => text(`q${index}`, { relevant: `\${n} > ${index}` }))]);
    run.set('/n', '2500');
    expect(run.state('/q2499')?.relevant).toBe(true);
    expect(run.state('/q2500')?.relevant).toBe(false);
  });

  test('a circle of three thousand', () => {
    const run = opened(many(3000, (index) => calculate(`q${index}`, `\${q${(index + 1) % 3000}} + 1`)));
    expect(problemsIn(run.loaded)).toHaveLength(1);
    expect(valueAt(run, '/q0')).toBe('');
  });

  test('everybody reads everything', () => {
    const run = opened(many(1500, (index) => text(`q${index}`, { required: 'count(//*) > 3' })));
    expect(problemsIn(run.loaded).some(({ type }) => type === 'looks-at-too-much')).toBe(true);
    expect(run.set('/q7', 'x')).toBe(true);
  });
});

describe('very deep', () => {
  test('two hundred groups in each other', () => {
    const run = opened([
      one('a', 'yn'),
      nested(200, text('x'), (inside, level) => group(`g${level}`, [inside], { relevant: "${a} = 'yes'" })),
    ]);
    const path = run.paths().at(-1) ?? '';
    run.set('/a', 'yes');
    run.set(path, 'deep');
    expect(run.state(path)).toMatchObject({ relevant: true, value: 'deep' });
    run.set('/a', 'no');
    expect(valueAt(run, path)).toBe('');
  });

  test('a hundred repeats in each other', () => {
    const run = opened([nested(100, text('x'), (inside, level) => repeat(`r${level}`, [inside])), calculate('c', 'count(${x})')]);
    expect(run.add('/r1')).toBe('/r1[2]');
    expect(valueAt(run, '/c')).toBe('1');
  });

  test('counted repeats in each other stop before they fill the phone', () => {
    const counted = nested(4, text('x'), (inside, level) => repeat(`r${level}`, [inside], { repeatCount: '900' }));
    const run = opened([counted]);
    expect(run.paths().length).toBeLessThan(250_000);
  });
});

describe('very wide', () => {
  test('a hundred thousand choices', () => {
    const towns = many(100_000, (index) => ({
      name: `t${index}`,
      labels: { English: `Town ${index}` },
      columns: { county: `c${index % 1000}` },
    }));
    const run = opened([text('county'), one('town', 'towns', { choiceFilter: 'county = ${county}' }), one('any', 'towns')], {
      lists: { towns },
    });
    run.set('/county', 'c7');
    expect(run.state('/town')?.choices).toHaveLength(100);
    run.set('/town', 't1007');
    run.set('/any', 't99999');
    expect([valueAt(run, '/town'), valueAt(run, '/any')]).toEqual(['t1007', 't99999']);
  });

  test('a thousand rounds that look at each other', () => {
    const run = opened([
      integer('n'),
      repeat('r', [integer('x'), calculate('place', 'position(..)')], { repeatCount: '${n}' }),
      calculate('sum', 'sum(${place})'),
    ]);
    run.set('/n', '1000');
    expect(valueAt(run, '/sum')).toBe('500500');
  });

  test('rounds that wait for each other in a circle come to an end', () => {
    const run = opened([
      integer('n'),
      repeat('r', [calculate('x', 'coalesce(sum(/data/r/x), 0) + 1')], { repeatCount: '${n}' }),
      text('after'),
    ]);
    run.set('/n', '20');
    run.set('/after', 'still here');
    expect(valueAt(run, '/after')).toBe('still here');
  });
});

test('names that mean something to the language are only names', () => {
  const run = opened([text('constructor'), text('__proto__'), text('toString', { relevant: "${__proto__} = 'x'" })]);
  run.set('/__proto__', 'x');
  expect(run.state('/toString')?.relevant).toBe(true);
  expect(run.set('/hasOwnProperty', 'x')).toBe(false);
});
