/** What a phone keeps to work without a network: all of what it needs, and no more than was promised. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { firstScreen, keptOffline, withImports } from '../../bench/measures/bundle.ts';

const sizeOf = (name: string): number => {
  const path = resolve('dist/app', name);
  return Math.min(...[path, `${path}.gz`].map((each) => statSync(each, { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY));
};
const weight = (names: Iterable<string>): number => [...names].reduce((sum, name) => sum + sizeOf(name), 0);

const kept = keptOffline().filter((name) => !name.startsWith('assets/words/'));

test('what is kept needs nothing that is not', () => {
  expect(kept.length).toBeGreaterThan(30);
  expect([...withImports(kept)].filter((name) => !kept.includes(name))).toEqual([]);
});

test('the first screen and the whole app with English stay under their figures', () => {
  expect(weight(withImports(firstScreen()))).toBeLessThanOrEqual(95_000);
  expect(weight(kept)).toBeLessThanOrEqual(350_000);
});
