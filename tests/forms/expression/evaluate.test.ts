/** What expressions of real forms give, by story; the decisions behind the odd ones are in docs/decisions/0016-expressions.md. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/forms/expression/evaluate.ts';
import { parseExpression } from '../../../src/forms/expression/parse.ts';
import { storedText } from '../../../src/forms/expression/values.ts';
import { scopeOf } from './someForm.ts';
import { dates } from './stories/dates.ts';
import { numbers } from './stories/numbers.ts';
import { repeats } from './stories/repeats.ts';
import { selects } from './stories/selects.ts';
import { texts } from './stories/texts.ts';
import { truth } from './stories/truth.ts';

const stories = [...truth, ...numbers, ...texts, ...selects, ...dates, ...repeats];

for (const { story, cases, ...form } of stories) {
  describe(story, () => {
    const scope = scopeOf(form);
    test.each(cases)('%s', (text, expected) => {
      const parsed = parseExpression(text);
      expect(parsed.ok ? storedText(evaluate(parsed.value, scope)) : parsed.failure).toBe(expected);
    });
  });
}

test('the stories are more than four hundred', () => {
  expect(stories.reduce((count, { cases }) => count + cases.length, 0)).toBeGreaterThan(400);
});
