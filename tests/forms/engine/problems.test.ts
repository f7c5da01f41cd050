/** What is wrong with a checklist is said, and the rest of it works. */
import { describe, expect, test } from 'vitest';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { problemsIn } from '../../../src/forms/engine/problems.ts';
import { usesIn } from '../../../src/forms/engine/uses.ts';
import { calculate, formOf, group, integer, isRelevant, one, opened, repeat, text, valueAt } from './building.ts';

const problemsOf = (...args: Parameters<typeof formOf>) => problemsIn(loadChecklist(formOf(...args)));

describe('an expression that cannot be used counts as not written', () => {
  test('one that cannot be read', () => {
    const items = [one('a', 'yn'), text('b', { relevant: "${a} = 'yes' and (", constraint: 'nonsense(.)' })];
    expect(problemsOf(items)).toMatchObject([
      { type: 'expression', path: '/b', where: 'relevant' },
      { type: 'expression', path: '/b', where: 'constraint', failure: { type: 'function-not-known' } },
    ]);
    const run = opened(items);
    run.set('/b', 'anything');
    expect(run.state('/b')).toMatchObject({ relevant: true, constraintOk: true });
  });

  test('one that names a question that is not there', () => {
    const items = [text('b', { relevant: "${nobody} = 'yes'", labels: { English: 'Hello ${nobody}', Polski: '${nobody}' } })];
    expect(problemsOf(items)).toEqual([
      { type: 'unknown-question', path: '/b', where: 'relevant', name: 'nobody' },
      { type: 'unknown-question', path: '/b', where: 'label', name: 'nobody' },
    ]);
    expect(isRelevant(opened(items), '/b')).toBe(true);
  });

  test('a trigger that is not there', () => {
    const items = [integer('n'), calculate('c', '${n} + 1', { trigger: ['nobody'] })];
    expect(problemsOf(items)).toEqual([{ type: 'unknown-question', path: '/c', where: 'trigger', name: 'nobody' }]);
    const run = opened(items);
    run.set('/n', '1');
    expect(valueAt(run, '/c')).toBe('2');
  });
});

describe('circles', () => {
  const paths = (...items: Parameters<typeof formOf>[0][number][]) =>
    problemsOf(items).flatMap((problem) => (problem.type === 'circle' ? [problem.paths] : []));

  test('two that calculate each other', () => {
    expect(paths(calculate('a', '${b} + 1'), calculate('b', '${a} + 1'), calculate('c', '${a}'))).toEqual([['/a', '/b']]);
  });

  test('one that calculates itself, unless it only keeps what it has', () => {
    expect(paths(integer('a', { calculation: '${a} + 1' }))).toEqual([['/a']]);
    expect(paths(integer('n'), calculate('a', 'once(${n})'), calculate('b', "if(. = '', ${n}, .)"))).toEqual([]);
  });

  test('a question that is asked only when it was answered', () => {
    expect(paths(text('a', { relevant: "${a} = 'x'" }))).toEqual([['/a']]);
    expect(paths(text('a', { relevant: ". = 'x'" }))).toEqual([['/a']]);
  });

  test('a group that hides the question it waits for', () => {
    expect(paths(group('g', [text('x')], { relevant: "${x} = 'y'" }))).toEqual([['/g']]);
  });

  test('a long one, through relevance, a filter and a count', () => {
    const found = paths(
      integer('n', { relevant: "${city} = 'chi'" }),
      repeat('r', [integer('x')], { repeatCount: '${n}' }),
      calculate('sum', 'count(${r})'),
      one('city', 'cities', { choiceFilter: 'size = ${sum}' }),
    );
    expect(found).toEqual([['/n', '/r', '/sum', '/city']]);
  });

  test('no circle: a constraint on oneself, a default, a trigger that reads what follows from it', () => {
    expect(
      paths(
        integer('a', { constraint: '. < ${b}', required: '${b} > 1' }),
        integer('b', { constraint: '. > ${a}', default: '${c} + 1' }),
        calculate('c', '${b} * 2'),
        calculate('d', '${e} + 1', { trigger: ['a'] }),
        calculate('e', '${d} * 2'),
      ),
    ).toEqual([]);
  });

  test('their expressions count as not written, the others still work', () => {
    const run = opened([integer('n'), calculate('a', '${b} + ${n}'), calculate('b', '${a} + 1'), calculate('c', '${n} + 1')]);
    run.set('/n', '4');
    expect([valueAt(run, '/a'), valueAt(run, '/b'), valueAt(run, '/c')]).toEqual(['', '', '5']);
  });
});

test('a name means the nearest question so called', () => {
  const items = [
    group('one', [text('same'), calculate('copy', '${same}')]),
    group('two', [text('same'), group('inner', [calculate('copy', '${same}')])]),
    calculate('outside', '${same}'),
  ];
  const run = opened(items);
  run.set('/one/same', '1');
  run.set('/two/same', '2');
  expect([valueAt(run, '/one/copy'), valueAt(run, '/two/inner/copy'), valueAt(run, '/outside')]).toEqual(['1', '2', '1']);
});

test('who refers to a question can be told', () => {
  const loaded = loadChecklist(formOf([text('a'), text('b', { relevant: "${a} = 'x'", required: '${a} != 2' }), text('c')]));
  expect(usesIn(loaded).filter(({ of }) => of === '/a')).toEqual([
    { path: '/b', where: 'relevant', of: '/a' },
    { path: '/b', where: 'required', of: '/a' },
  ]);
});
