/** What an expression depends on, which decides what is worked out anew when an answer changes; and what its calls get wrong. */
import { describe, expect, test } from 'vitest';
import type { Expr } from '../../../src/forms/expression/ast.ts';
import { parseExpression } from '../../../src/forms/expression/parse.ts';
import { problemsInCalls } from '../../../src/forms/expression/problems.ts';
import { referencesIn } from '../../../src/forms/expression/walk.ts';
import { nearestTo } from '../../../src/forms/xlsform/nearest.ts';

const read = (text: string): Expr => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.failure.type}`);
  return parsed.value;
};

describe('references', () => {
  test.each([
    ["${a} = 'x' and ${b} > ${a}", ['a', 'b']],
    ["jr:choice-name(${a}, '${b}')", ['a', 'b']],
    ["jr:choice-name(selected-at(${a}, 0), ' ${b} ')", ['a', 'b']],
    ['indexed-repeat(${a}, ${r}, ${n})', ['a', 'r', 'n']],
    ["instance('l')/root/item[region = ${a}]/name", ['a']],
    ['${r}[age > ${n}]/name', ['r', 'n']],
    ['-(${a} | ${b})', ['a', 'b']],
    ["concat('${a}', ${b})", ['b']],
    ['if(${a}, once(${b}), ../c)', ['a', 'b']],
    ['1 + 2', []],
  ])('%s', (text, names) => {
    expect([...referencesIn(read(text)).names].sort()).toEqual([...names].sort());
  });

  test('paths are named with their steps, whatever they start from', () => {
    const { paths } = referencesIn(read("../a + /data/b + current()/../c + . + instance('l')/root/item[. = x]"));
    const steps = paths.map(({ steps: all }) => all.map(({ axis, name }) => (axis === 'parent' ? '..' : name)).join('/'));
    expect(steps.sort()).toEqual(['', '', '../a', '../c', 'data/b', 'root/item', 'x']);
  });

  test('the functions called tell what changes by itself', () => {
    expect(referencesIn(read('if(today() > ${a}, random(), today())')).calls).toEqual(expect.arrayContaining(['if', 'today', 'random']));
  });
});

describe('problems in calls', () => {
  const problems = (text: string) => problemsInCalls(read(text), nearestTo);

  test.each([
    ["slected(${a}, 'x')", [{ type: 'function-not-known', at: 0, text: 'slected', suggestion: 'selected' }]],
    ['1 + cuont-selected(${a})', [{ type: 'function-not-known', at: 4, text: 'cuont-selected', suggestion: 'count-selected' }]],
    ['String-Length(${a})', [{ type: 'function-not-known', at: 0, text: 'String-Length', suggestion: 'string-length' }]],
    ['difference-in-months(${a}, today())', [{ type: 'function-not-known', at: 0, text: 'difference-in-months' }]],
    ['toString(1)', [{ type: 'function-not-known', at: 0, text: 'toString', suggestion: 'string' }]],
    ['selected(${a})', [{ type: 'arguments-too-few', at: 0, text: 'selected' }]],
    ["if(${a} = 1, 'x')", [{ type: 'arguments-too-few', at: 0, text: 'if' }]],
    ['today(1)', [{ type: 'arguments-too-many', at: 0, text: 'today' }]],
    ["not(${a}, 'x')", [{ type: 'arguments-too-many', at: 0, text: 'not' }]],
    ['area(${a})', [{ type: 'function-not-supported', at: 0, text: 'area' }]],
    ['duration()', []],
    ["digest(${a}, 'SHA-256')", [{ type: 'function-not-supported', at: 0, text: 'digest' }]],
    ["regex(., '(a)\\1')", [{ type: 'pattern-not-supported', at: 9, text: '(a)\\1' }]],
    ["regex(., '(?<=a)b')", [{ type: 'pattern-not-supported', at: 9, text: '(?<=a)b' }]],
    ["regex(., '[a-')", [{ type: 'pattern-not-supported', at: 9, text: '[a-' }]],
    ["regex(., concat('(', ${a}))", []],
    ["slected(${a}, 'x') or selcted(${b}, 'y')", [{ at: 0 }, { at: 22 }]],
    ["jr:choice-name(${a}, 'slected(1)')", [{ type: 'function-not-known' }]],
    ["selected(${a}, 'x') and regex(${b}, '^[a-z]+$')", []],
  ])('%s', (text, expected) => {
    expect(problems(text)).toMatchObject(expected);
    expect(problems(text)).toHaveLength(expected.length);
  });

  test('without somebody to show them to, no spelling is suggested', () => {
    expect(problemsInCalls(read('slected(1, 2)'))).toEqual([{ type: 'function-not-known', at: 0, text: 'slected' }]);
  });
});
