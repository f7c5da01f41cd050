/** Small files, no loose ends. The words looked for are put together here, so that this file does not find itself. */
import { expect, test } from 'vitest';
import { filesUnder, textOf, withoutComments } from '../support/source.ts';

const code = [
  ...filesUnder('src', ['.ts', '.tsx', '.css']),
  ...filesUnder('server', ['.ts']),
  ...filesUnder('demo', ['.ts']),
  ...filesUnder('bench', ['.ts']),
  ...filesUnder('commands', ['.ts']),
  ...filesUnder('scripts', ['.mjs']),
];
const tests = filesUnder('tests', ['.ts', '.tsx']);
const everything = [...code, ...tests];

const linesMatching = (paths: readonly string[], pattern: RegExp, read: (path: string) => string = textOf): string[] =>
  paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );
const codeOf = (path: string): string => withoutComments(textOf(path));

/** A file may be longer when its head says "Long because …". */
const saysWhy = (path: string): boolean => /\blong because\b/i.test(textOf(path).split('\n').slice(0, 12).join(' '));

test('no file has more than 300 lines, unless its head says why', () => {
  const long = everything.filter((path) => textOf(path).split('\n').length > 301 && !saysWhy(path));
  expect(long).toEqual([]);
});

test('nothing is left for later', () => {
  const marks = ['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', 'X' + 'XX'];
  expect(linesMatching(everything, new RegExp(`\\b(${marks.join('|')})\\b`))).toEqual([]);
});

test('no test is left out', () => {
  const calls = ['sk' + 'ip', 'on' + 'ly', 'to' + 'do', 'fa' + 'ils'];
  expect(linesMatching(tests, new RegExp(`\\b(test|it|describe)\\.(${calls.join('|')})\\b`), codeOf)).toEqual([]);
});

test('nobody talks the compiler out of looking', () => {
  const anyType = 'an' + 'y';
  const casts = new RegExp(`\\bas ${anyType}\\b|:\\s*${anyType}\\b(?!\\w|['"\`?])|<${anyType}[,>]|\\bas unknown as\\b`);
  expect(linesMatching(everything, casts, codeOf)).toEqual([]);
  expect(linesMatching(everything, new RegExp(`@${'ts'}-(ignore|nocheck)|${'eslint'}-disable`))).toEqual([]);
});

test('a person is never called by the word we do not use', () => {
  expect(linesMatching(code, new RegExp(`\\bvic${'tim'}s?\\b`, 'i'), codeOf)).toEqual([]);
});
