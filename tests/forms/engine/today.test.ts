/** A form that notes the day on which it is filled in: nothing is kept of it, and its constraints hold all the same. */
import { expect, test } from 'vitest';
import { calculate, date, item, note, opened, valueAt } from './building.ts';

const items = [
  item('day', 'today', { supported: false, why: 'about-the-device' }),
  date('born', { constraint: '. <= ${day}' }),
  calculate('year', "format-date(${day}, '%Y')"),
  note('said', 'Today is ${day}'),
];

test('what looks at the day reads it', () => {
  const run = opened(items);
  run.set('/born', '2020-05-01');
  expect(run.state('/born')?.constraintOk).toBe(true);
  run.set('/born', '2030-05-01');
  expect(run.state('/born')?.constraintOk).toBe(false);
  expect(valueAt(run, '/year')).toBe('2026');
  expect(run.words('/said', 'label', 'English')).toBe('Today is 2026-03-01');
});

test('the question itself stays empty', () => {
  const run = opened(items);
  expect(valueAt(run, '/day')).toBe('');
  expect(run.kept().values).toEqual({ '/year': '2026' });
});
