/** What holds for every expression, not only for those somebody thought of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/forms/expression/evaluate.ts';
import { parseExpression } from '../../../src/forms/expression/parse.ts';
import { problemsInCalls } from '../../../src/forms/expression/problems.ts';
import { storedText, toBoolean, toNumber, toText } from '../../../src/forms/expression/values.ts';
import { referencesIn } from '../../../src/forms/expression/walk.ts';
import { printed, sameShape } from './printed.ts';
import { someExpr, someText } from './someExpr.ts';
import { scopeOf } from './someForm.ts';

const scope = scopeOf({
  answers: {
    a: '5',
    b: '',
    region: 'il',
    house: [
      {
        street: 'Elm',
        person: [
          { name: 'Ana', age: '34' },
          { name: 'Ben', age: '9' },
        ],
      },
      { street: 'Oak', person: [{ name: 'Carla', age: 'unknown' }] },
    ],
  },
  here: 'house[1]/person[2]/age',
  lists: { list: [{ name: 'il', label: 'Illinois' }] },
});

test('the parser says yes or no to any text, and its failure points into it', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const parsed = parseExpression(text);
      if (parsed.ok) return;
      const { at, text: piece } = parsed.failure;
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at + piece.length).toBeLessThanOrEqual(text.length + 1);
    }),
    { numRuns: 3000 },
  );
});

test('an expression written out reads as the same expression', () => {
  fc.assert(
    fc.property(someExpr, (expr) => {
      const parsed = parseExpression(printed(expr));
      expect(parsed.ok ? sameShape(parsed.value) : parsed.failure).toEqual(sameShape(expr));
    }),
    { numRuns: 1000 },
  );
});

test('every expression gives a value of one of the four kinds, with a text, a number and a truth', () => {
  fc.assert(
    fc.property(someExpr, (expr) => {
      const value = evaluate(expr, scope);
      expect(Array.isArray(value) ? 'nodes' : typeof value).toMatch(/^(nodes|string|number|boolean)$/);
      expect(typeof toText(value)).toBe('string');
      expect(typeof toNumber(value)).toBe('number');
      expect(typeof toBoolean(value)).toBe('boolean');
      if (typeof value === 'number') expect(storedText(value)).toMatch(/^-?\d|^$/);
    }),
    { numRuns: 3000 },
  );
});

test('a node-set holds each node once', () => {
  fc.assert(
    fc.property(someExpr, (expr) => {
      const value = evaluate(expr, scope);
      if (Array.isArray(value)) expect(new Set(value).size).toBe(value.length);
    }),
  );
});

test('the same expression gives the same twice', () => {
  fc.assert(
    fc.property(someExpr, (expr) => {
      const [first, second] = [evaluate(expr, scope), evaluate(expr, scope)];
      expect(toText(first)).toBe(toText(second));
    }),
  );
});

test('text that reads can be looked through and evaluated', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const parsed = parseExpression(text);
      if (!parsed.ok) return;
      evaluate(parsed.value, scope);
      expect(referencesIn(parsed.value).names.length).toBeLessThanOrEqual(text.length);
      for (const { at } of problemsInCalls(parsed.value)) expect(at).toBeLessThan(text.length);
    }),
    { numRuns: 2000 },
  );
});
