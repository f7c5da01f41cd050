import { expect, test } from 'vitest';
import { daysAfter, isWithin, lastPeriods } from '../../src/domain/period.ts';

test('both ends of a period count', () => {
  const winter = { from: '2026-01-01', to: '2026-03-31' };
  expect(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((day) => isWithin(day, winter))).toEqual([false, true, true, false]);
});
test('quarters run back over the turn of the year', () => {
  expect(lastPeriods('quarter', '2026-02-14', 2)).toEqual([
    { kind: 'quarter', year: 2026, number: 1, from: '2026-01-01', to: '2026-03-31' },
    { kind: 'quarter', year: 2025, number: 4, from: '2025-10-01', to: '2025-12-31' },
  ]);
});
test('a month ends where it ends, leap years too', () => {
  expect(lastPeriods('month', '2028-03-01', 2)[1]?.to).toBe('2028-02-29');
  expect(lastPeriods('year', '2026-06-01', 2)[1]).toMatchObject({ from: '2025-01-01', to: '2025-12-31' });
});
test('days are counted on the calendar', () => {
  expect(daysAfter('2026-03-07', 2)).toBe('2026-03-09');
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
});
