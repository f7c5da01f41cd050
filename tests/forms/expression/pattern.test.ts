/** Patterns of `regex()`: the same answers as JavaScript's own, without its way of taking for ever. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesPattern as findsIn, isPatternSupported } from '../../../src/forms/expression/pattern/matchesPattern.ts';

const matchesPattern = (text: string, pattern: string): boolean => findsIn(text, pattern, { left: 1_000_000 });

const atom = fc.constantFrom(
  ...['a', 'b', 'ab', '0', '.', '[ab]', '[^a]', '[a-c0-9]', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\.', '\\-', ' ', '-', '_', '@'],
  ...['[\\w.-]', '[\\]]', '[^]', '[]', '\\x61', '\\u0062', '\\t', '{', '}', ']', 'a{', '{,3}', '/', 'é', '[é-ü]', '\\/', '\\@'],
  ...['^', '$', '\\b', '\\B'],
);
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0}', '{1,}', '{0,2}', '{2,3}', '*?', '+?', '??', '{1,2}?');
const isEdge = (text: string): boolean => ['^', '$', '\\b', '\\B'].includes(text);

const somePattern = fc.letrec<{ pattern: string; part: string; group: string }>((tie) => ({
  group: fc.tuple(fc.constantFrom('(', '(?:', '(?=', '(?!', '(?<x>'), tie('pattern')).map(([open, inside]) => `${open}${inside})`),
  part: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'pattern' },
    fc.tuple(atom, quantifier).map(([one, times]) => (isEdge(one) ? one : `${one}${times}`)),
    fc.tuple(tie('group'), quantifier).map((both) => both.join('')),
  ),
  pattern: fc
    .array(fc.array(tie('part'), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((ways) => ways.map((parts) => parts.join('')).join('|')),
})).pattern;

const someInput = fc
  .array(fc.constantFrom('a', 'b', 'c', '0', '1', ' ', '-', '.', '_', '@', 'é', '\n', 'A', '{', ']'), { maxLength: 12 })
  .map((all) => all.join(''));

const native = (pattern: string): RegExp | null => {
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
};

test('gives what JavaScript gives', () => {
  fc.assert(
    fc.property(somePattern, fc.array(someInput, { minLength: 1, maxLength: 6 }), (pattern, inputs) => {
      const theirs = native(pattern);
      fc.pre(theirs !== null && isPatternSupported(pattern));
      for (const input of inputs) expect(`${input}: ${matchesPattern(input, pattern)}`).toBe(`${input}: ${theirs?.test(input)}`);
    }),
    // A seed, because it is JavaScript's own matcher that some of these patterns would keep busy for minutes.
    { numRuns: 2000, seed: 20261122 },
  );
});

test('supports nearly everything that JavaScript does of this kind', () => {
  const patterns = fc.sample(somePattern, { numRuns: 500, seed: 7 }).filter((pattern) => native(pattern));
  const supported = patterns.filter(isPatternSupported);
  expect(supported.length / patterns.length).toBeGreaterThan(0.97);
});

test('any text is a pattern or not, and never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), someInput, (pattern, input) => {
      expect(typeof matchesPattern(input, pattern)).toBe('boolean');
    }),
    { numRuns: 1000 },
  );
});

describe('patterns of real forms', () => {
  test.each([
    ['^[0-9]{10}$', '3125550142', '312555014'],
    ['^\\+?[1-9]\\d{1,14}$', '+13125550142', '+0312'],
    ['^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', 'a.b@example.org', 'a b@example.org'],
    ['^([01]?[0-9]|2[0-3]):[0-5][0-9]$', '23:59', '24:00'],
    ["^[A-Za-zÀ-ÖØ-öø-ÿ' -]+$", "Anne-Marie d'Été", 'R2D2'],
    ['^\\p{Lu}\\p{Ll}+$', 'Élise', 'élise'],
    ["^[\\p{L}\\p{M}'. -]{2,60}$", 'Nguyễn Thị Hoa', 'x1'],
    ['^[\\p{L}\\-\\_\\ ]+$', 'ab-c_d e', 'a.b'],
    ['^[\\u0600-\\u06FF\\s]+$', 'ليلى حسن', 'Layla'],
    ['^[一-龥]{2,4}$', '王小明', '王'],
    ['^(?!.*test)(?=.*\\d).{4,}$', 'abc1', 'test1'],
    ['^.{1,500}$', 'x'.repeat(500), 'x'.repeat(501)],
    ['^((?:[a-z]+-)+[a-z]+)$', 'one-two-three', 'one-two-'],
    ['^$|^[A-Z]{2}$', '', 'ABC'],
    ['^.$', '𞤀', '𞤀𞤀'],
  ])('%s', (pattern, fits, doesNot) => {
    expect(matchesPattern(fits, pattern)).toBe(true);
    expect(matchesPattern(doesNot, pattern)).toBe(false);
  });

  test.each([
    '(a)\\1',
    '(?<=a)b',
    '(?<!a)b',
    '(?i)abc',
    '\\k<x>',
    '[a',
    '(a',
    'a)',
    '*a',
    'a**',
    'a{3,2}',
    '[z-a]',
    '[\\p{Nonsense}]',
    '\\',
  ])('%s is not supported, and found nowhere', (pattern) => {
    expect(isPatternSupported(pattern)).toBe(false);
    expect(matchesPattern('aab', pattern)).toBe(false);
  });
});

/** Each takes JavaScript's own engine longer than anyone waits, or is far too large. They end here, whatever they give. */
describe('patterns made to hang', () => {
  const long = `${'a'.repeat(5000)}!`;

  test.each([
    ['^(a+)+$', long],
    ['^(a*)*$', long],
    ['^(a|a)*$', long],
    ['^(a|aa)+$', long],
    ['^([a-zA-Z]+)*$', long],
    ['^(.*a){20}$', long],
    ['(x+x+)+y', 'x'.repeat(5000)],
    ['^(?:(?:(?:a+)+)+)+$', long],
    ['^(?=(a+)+$)(?=(a|aa)+$)', long],
    ['(?=.*(?=.*(?=.*b)))c', long],
    ['(?!(?!(?!(?!a*b))))c', long],
    ['^(\\w+\\s?)*$', `${'word '.repeat(1000)}!`],
  ])('%s', (pattern, input) => {
    expect(matchesPattern(input, pattern)).toBe(false);
  });

  test.each([
    '(a{1000}){1000}',
    '((a{100}){100}){100}',
    `${'('.repeat(5000)}`,
    `${'('.repeat(200)}a${')'.repeat(200)}`,
    'a{999999999}',
    'x'.repeat(100_000),
    'a?'.repeat(2400),
  ])('far too large: %#', (pattern) => {
    expect(matchesPattern('b', pattern)).toBe(pattern.startsWith('a?'));
  });

  test('a text that is far too long for the pattern is not searched', () => {
    expect(matchesPattern('a'.repeat(5_000_000), '^a+$')).toBe(false);
  });
});
