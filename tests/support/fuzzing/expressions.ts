/** Expressions and patterns, as strangers' spreadsheets bring them. */
import { evaluate } from '../../../src/forms/expression/evaluate.ts';
import { functions } from '../../../src/forms/expression/functions.ts';
import { parseExpression } from '../../../src/forms/expression/parse.ts';
import { matchesPattern } from '../../../src/forms/expression/pattern/matchesPattern.ts';
import { problemsInCalls } from '../../../src/forms/expression/problems.ts';
import { storedText, toBoolean, toNumber } from '../../../src/forms/expression/values.ts';
import { referencesIn } from '../../../src/forms/expression/walk.ts';
import { scopeOf } from '../../forms/expression/someForm.ts';
import { dates } from '../../forms/expression/stories/dates.ts';
import { numbers } from '../../forms/expression/stories/numbers.ts';
import { repeats } from '../../forms/expression/stories/repeats.ts';
import { selects } from '../../forms/expression/stories/selects.ts';
import { texts } from '../../forms/expression/stories/texts.ts';
import { truth } from '../../forms/expression/stories/truth.ts';
import { expressionSigns } from '../expressionSigns.ts';
import type { Target } from './target.ts';

const stories = [...truth, ...numbers, ...texts, ...selects, ...dates, ...repeats];
const scopes = stories.map(scopeOf);

const run = (text: string): void => {
  const parsed = parseExpression(text);
  if (!parsed.ok) return;
  problemsInCalls(parsed.value);
  referencesIn(parsed.value);
  for (const scope of [scopes.at(-1), scopes.at(-2), scopes[text.length % scopes.length]]) {
    if (!scope) continue;
    const value = evaluate(parsed.value, scope);
    storedText(value);
    toNumber(value, scope.now);
    toBoolean(value);
  }
};

const words = [
  "'",
  '"',
  '\u2019',
  '\u201c',
  '${name}',
  '${a}',
  '${house}',
  'and',
  'or',
  'div',
  'mod',
  'ancestor::',
  'node()',
  '../',
  'item',
  '-5',
  '%Y',
  '/data/',
];

export const expressions: Target = {
  name: 'expressions',
  seeds: stories.flatMap(({ cases }) => cases.map(([text]) => text)),
  words: [...expressionSigns, ...words, ...Object.keys(functions).map((name) => `${name}(`)],
  longest: 2000,
  run,
};

export const patterns: Target = {
  name: 'patterns',
  seeds: ['^[0-9]{5}$\naa', '^(a+)+$\naaaa!', '(?=a)\\p{L}\nb', '\\b(x|y){2,3}?\\W\nxy z', '[^a-z\\]]*\nQ'],
  words: [
    '(',
    ')',
    '[',
    ']',
    '|',
    '*',
    '+',
    '?',
    '{2,3}',
    '{0,}',
    '^',
    '$',
    '(?=',
    '(?!',
    '(?:',
    '\\d',
    '\\w',
    '\\b',
    '\\p{L}',
    '\\u0041',
    '.',
    'a',
    '-',
    '\n',
  ],
  longest: 6000,
  run: (input) => {
    const [pattern = '', ...rest] = input.split('\n');
    matchesPattern(rest.join('\n'), pattern, { left: 1_000_000 });
  },
};
