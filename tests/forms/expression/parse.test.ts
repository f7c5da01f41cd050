/** What the parser says of mistakes that authors make: which, where, and what they probably meant. */
import { describe, expect, test } from 'vitest';
import type { ExpressionFailureType } from '../../../src/forms/expression/failures.ts';
import { parseExpression } from '../../../src/forms/expression/parse.ts';

type Mistake = readonly [expression: string, type: ExpressionFailureType, at: number, text: string, suggestion?: string];

const failureOf = (text: string): unknown => {
  const parsed = parseExpression(text);
  return parsed.ok ? 'no failure' : parsed.failure;
};

const says = (mistakes: readonly Mistake[]): void => {
  for (const [expression, type, at, text, suggestion] of mistakes) {
    test(`${expression}: ${type}`, () => {
      expect(failureOf(expression)).toEqual(suggestion === undefined ? { type, at, text } : { type, at, text, suggestion });
    });
  }
};

describe('operators of other languages', () => {
  says([
    ["${a} == 'yes'", 'operator-misspelt', 5, '==', '='],
    ["${a} === 'yes'", 'operator-misspelt', 5, '===', '='],
    ["${a} !== 'yes'", 'operator-misspelt', 5, '!==', '!='],
    ["${a} <> 'yes'", 'operator-misspelt', 5, '<>', '!='],
    ['${a} =< 5', 'operator-misspelt', 5, '=<', '<='],
    ['${a} => 5', 'operator-misspelt', 5, '=>', '>='],
    ['${a} ≠ 5', 'operator-misspelt', 5, '≠', '!='],
    ['${a} ≤ 5', 'operator-misspelt', 5, '≤', '<='],
    ['${a} ≥ 5', 'operator-misspelt', 5, '≥', '>='],
    ['${a} × 5', 'operator-misspelt', 5, '×', '*'],
    ['${a} ÷ 5', 'operator-misspelt', 5, '÷', 'div'],
    ['${a} − 5', 'operator-misspelt', 5, '−', '-'],
    ['${a} – 5', 'operator-misspelt', 5, '–', '-'],
    ['${a} = 1 && ${b} = 2', 'operator-misspelt', 9, '&&', 'and'],
    ['${a} = 1 & ${b} = 2', 'operator-misspelt', 9, '&', 'and'],
    ['${a} &lt;= 5', 'operator-misspelt', 5, '&lt;', '<'],
    ['${a} &gt; 5', 'operator-misspelt', 5, '&gt;', '>'],
    ['${a} = 1 || ${b} = 2', 'operator-misspelt', 9, '||', 'or'],
    ['${a} = 1 AND ${b} = 2', 'operator-misspelt', 9, 'AND', 'and'],
    ['${a} = 1 Or ${b} = 2', 'operator-misspelt', 9, 'Or', 'or'],
    ['${a} DIV 2', 'operator-misspelt', 5, 'DIV', 'div'],
    ['${a} / 2', 'operator-misspelt', 5, '/', 'div'],
    ['${a}/${b}', 'operator-misspelt', 4, '/', 'div'],
    ['(${a} + 1) / (${b} + 2)', 'operator-misspelt', 11, '/', 'div'],
    ['if（${a} = 1, 2, 3)', 'operator-misspelt', 2, '（', '('],
    ['if(${a} = 1， 2, 3)', 'operator-misspelt', 11, '，', ','],
    ['if(${a} = 1، 2, 3)', 'operator-misspelt', 11, '،', ','],
  ]);
});

describe('references typed in other ways', () => {
  says([
    ['$a = 1', 'reference-misspelt', 0, '$a', '${a}'],
    ['1 = $age_now', 'reference-misspelt', 4, '$age_now', '${age_now}'],
    ['#{a} = 1', 'reference-misspelt', 0, '#{a}', '${a}'],
    ['{a} = 1', 'reference-misspelt', 0, '{a}', '${a}'],
    ['$(a) = 1', 'reference-misspelt', 0, '$(a)', '${a}'],
    ['$[a] = 1', 'reference-misspelt', 0, '$[a]', '${a}'],
    ['{a}$ = 1', 'reference-misspelt', 0, '{a}$', '${a}'],
    ['{ a }$ = 1', 'reference-misspelt', 0, '{ a }$', '${a}'],
    ["{اسم}$ = 'x'", 'reference-misspelt', 0, '{اسم}$', '${اسم}'],
    ['{a}${b}', 'reference-misspelt', 0, '{a}', '${a}'],
    ['${a = 1', 'reference-not-closed', 0, '${a = 1'],
    ['${a + ${b}', 'reference-not-closed', 0, '${a + $'],
    ['1 + ${', 'reference-not-closed', 4, '${'],
    ['1 + ${}', 'reference-not-closed', 4, '${'],
    ['1 + $', 'character-not-known', 4, '$'],
    ['1 = }', 'character-not-known', 4, '}'],
  ]);
});

describe('signs that open and do not close', () => {
  says([
    ["selected(${a}, 'x'", 'parenthesis-not-closed', 0, 'selected('],
    ['1 + (2 * (3 + 4)', 'parenthesis-not-closed', 4, '('],
    ["not(selected(${a}, 'x')", 'parenthesis-not-closed', 0, 'not('],
    ["selected(${a}, 'x'))", 'parenthesis-not-opened', 19, ')'],
    ['1 + 2) * 3', 'parenthesis-not-opened', 5, ')'],
    [')', 'value-missing', 0, ')'],
    ["item[name = 'x'", 'bracket-not-closed', 4, '['],
    ["item[name = 'x']]", 'bracket-not-opened', 16, ']'],
    ["${a} = 'yes", 'quote-not-closed', 7, "'yes"],
    ['${a} = "yes', 'quote-not-closed', 7, '"yes'],
    ["${a} = yes'", 'quote-not-closed', 10, "'"],
    ['${a} = ‘yes', 'quote-not-closed', 7, '‘yes'],
    ["concat('it's', 1)", 'quote-not-closed', 12, "', 1)"],
  ]);
});

describe('something is missing', () => {
  says([
    ['', 'empty', 0, ''],
    ['  \n', 'empty', 0, ''],
    ['${a} =', 'value-missing', 5, '='],
    ['${a} = 1 and', 'value-missing', 9, 'and'],
    ['${a} + + 2', 'value-missing', 5, '+'],
    ['* 2', 'operator-missing', 2, '2'],
    ['= 2', 'value-missing', 0, '='],
    ['and ${a}', 'operator-missing', 4, 'a'],
    ['()', 'value-missing', 0, '('],
    ['if(1, , 2)', 'value-missing', 4, ','],
    ['if(1, 2,)', 'value-missing', 7, ','],
    ['${a} ${b}', 'operator-missing', 5, 'b'],
    ["${a} 'yes'", 'operator-missing', 5, 'yes'],
    ['not ${a}', 'operator-missing', 4, 'a'],
    ['1 2', 'operator-missing', 2, '2'],
    ['item[]', 'value-missing', 4, '['],
    ['/data/', 'value-missing', 5, '/'],
    ['/data//', 'value-missing', 5, '//'],
    ['1, 2', 'not-expected', 1, ','],
    ['1,000', 'not-expected', 1, ','],
    ['sideways::a', 'not-expected', 0, 'sideways'],
    ['1 + a::b::c', 'not-expected', 4, 'a'],
    ['${a} ; 2', 'character-not-known', 5, ';'],
    ['${a} = 5%', 'character-not-known', 8, '%'],
    ['!selected(1, 2)', 'character-not-known', 0, '!'],
    ['😀', 'character-not-known', 0, '😀'],
    ['\\d', 'character-not-known', 0, '\\'],
  ]);
});

test('a repair that the failure suggests leads to an expression that reads, in a few rounds', () => {
  let text = "$a == 'yes' && {b}$ >= #{c} / 2";
  for (let parsed = parseExpression(text); !parsed.ok; parsed = parseExpression(text)) {
    const { at, text: piece, suggestion } = parsed.failure;
    expect(suggestion).toBeDefined();
    text = `${text.slice(0, at)}${suggestion}${text.slice(at + piece.length)}`;
  }
  expect(text).toBe("${a} = 'yes' and ${b} >= ${c} div 2");
});

describe('what is far too large is refused at once', () => {
  const deep = (signs: string, closing: string, count: number) => `${signs.repeat(count)}1${closing.repeat(count)}`;

  test.each([
    ['a million characters', 'x'.repeat(1_000_000), 'too-long'],
    ['ten thousand parentheses', deep('(', ')', 10_000), 'too-nested'],
    ['ten thousand open parentheses', '('.repeat(10_000), 'too-nested'],
    ['a thousand calls in calls', deep('not(', ')', 1000), 'too-nested'],
    ['predicates in predicates', deep('a[', ']', 1000), 'too-nested'],
    ['thirty thousand minus signs', `${'-'.repeat(30_000)}1`, 'too-nested'],
    ['ten thousand sums', `1${'+1'.repeat(10_000)}`, 'too-nested'],
    ['ten thousand unions', `a${'|a'.repeat(10_000)}`, 'too-nested'],
    ['ten thousand steps', `a${'/a'.repeat(10_000)}`, 'too-nested'],
    ['ten thousand alternatives', `1${' or 1'.repeat(7000)}`, 'too-nested'],
  ])('%s', (_, text, type) => {
    expect(failureOf(text)).toMatchObject({ type });
  });

  test('what people write is far from it', () => {
    expect(parseExpression(deep('(', ')', 150)).ok).toBe(true);
    expect(parseExpression(Array.from({ length: 400 }, (_, n) => `\${question_${n}} = 'yes'`).join(' or ')).ok).toBe(true);
  });
});
