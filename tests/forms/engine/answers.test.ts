/** What of an answer is kept, by the type of the question. */
import { expect, test } from 'vitest';
import { item, opened, valueAt } from './building.ts';

const kept = (type: string, answer: string, rest = {}): string | undefined => {
  const run = opened([item('q', type, rest)]);
  run.set('/q', answer);
  return valueAt(run, '/q');
};

test.each([
  ['integer', '7', '7'],
  ['integer', '-5.9', '-5'],
  ['integer', '-0.4', '0'],
  ['integer', 'many', ''],
  ['integer', '99999999999', ''],
  ['decimal', '2.50', '2.5'],
  ['decimal', '3', '3.0'],
  ['decimal', '1e-7', '0.0000001'],
  ['decimal', 'Infinity', ''],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '2023-02-29', ''],
  ['date', '1900-02-29', ''],
  ['date', '2024-05-01T10:00:00', '2024-05-01'],
  ['date', '2024-13-01', ''],
  ['date', 'May 1', ''],
  ['time', '08:30:00', '08:30:00'],
  ['time', '24:00:00', ''],
  ['time', '08:30', ''],
  ['time', '08:30:00.000-06:00', '08:30:00.000-06:00'],
  ['dateTime', '2024-05-01T08:30:00.000Z', '2024-05-01T08:30:00.000Z'],
  ['dateTime', '2024-04-31T08:30:00.000Z', ''],
  ['dateTime', '2024-05-01', ''],
  ['acknowledge', 'ok', 'OK'],
  ['acknowledge', 'yes', ''],
  ['text', ' as it is ', ' as it is '],
  ['barcode', '0123', '0123'],
])('%s: %s is kept as "%s"', (type, answer, expected) => {
  expect(kept(type, answer)).toBe(expected);
});

test.each([
  ['4', '4'],
  ['6', ''],
  ['0', ''],
  ['2.5', '2'],
])('a range of whole numbers from 1 to 5: %s is kept as "%s"', (answer, expected) => {
  expect(kept('range', answer, { parameters: { start: '1', end: '5', step: '1' } })).toBe(expected);
});

test('a range with halves keeps them', () => {
  expect(kept('range', '0.5', { parameters: { start: '0', end: '1', step: '0.5' } })).toBe('0.5');
});
