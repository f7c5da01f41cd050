/** A fresh clone installs the same packages on every machine: versions pinned, and the binaries of every platform named. */
import { expect, test } from 'vitest';
import { textOf } from '../support/source.ts';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test('every version is pinned', () => {
  const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(textOf('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the lock names every platform’s binary; if not: node scripts/complete-lock.mjs', () => {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(textOf('package-lock.json'));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]),
  );
  expect(missing).toEqual([]);
});

test('the lock names no place to fetch from, so that any registry will do', () => {
  expect(textOf('package-lock.json').match(/"resolved": "[^"]*"/g) ?? []).toEqual([]);
});
