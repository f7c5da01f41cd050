/** A stretch of whole days, both ends counted; and the months, quarters and years a report is asked for. */
import type { Day } from './id.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Days are `YYYY-MM-DD`, so their order is the order of their letters. */
export const isWithin = (day: Day, { from, to }: Period): boolean => from <= day && day <= to;

/** The day an instant fell on for the person who wrote it down: their own calendar, not ours. */
export const dayOf = (writtenAt: string): Day => writtenAt.slice(0, 10);

const two = (number: number): string => String(number).padStart(2, '0');
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const monthsFrom = (year: number, month: number, count: number): Period => ({
  from: `${year}-${two(month)}-01`,
  to: `${year}-${two(month + count - 1)}-${two(lastOf(year, month + count - 1))}`,
});

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];
const monthsIn: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

export interface NamedPeriod extends Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** The month's or quarter's number in its year; 1 for a year. */
  readonly number: number;
}

const named = (kind: PeriodKind, year: number, number: number): NamedPeriod => ({
  kind,
  year,
  number,
  ...monthsFrom(year, (number - 1) * monthsIn[kind] + 1, monthsIn[kind]),
});

/** The running one first, then the ones before it. */
export const lastPeriods = (kind: PeriodKind, today: Day, count: number): readonly NamedPeriod[] => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const perYear = 12 / monthsIn[kind];
  const running = year * perYear + Math.floor((month - 1) / monthsIn[kind]);
  return Array.from({ length: count }, (_, back) => named(kind, Math.floor((running - back) / perYear), ((running - back) % perYear) + 1));
};

/** A day so many days later; on the calendar, so that daylight saving cannot move it. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
