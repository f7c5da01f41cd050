/** Functions of dates and moments. An impossible date is blank, never an error. */
import { type Callables, callable } from '../callable.ts';
import type { Value } from '../model.ts';
import { day, partOfDay, timeOf, timeOfDays, timeText } from '../moments.ts';
import { toText } from '../values.ts';
import { formatted } from './dateFormat.ts';

type Now = () => string;

/** `2026-3-7` is a date to `date()`, and to nothing else. */
const padded = (text: string): string => text.replace(/-(\d)(?=[-T]|$)/g, '-0$1');

const timeAt = (value: Value | undefined, now: Now): number => {
  if (typeof value === 'boolean') return Number.NaN;
  return typeof value === 'number' ? timeOfDays(value) : timeOf(padded(toText(value)), now);
};

const asText = (value: Value | undefined, now: Now): string => timeText(timeAt(value, now), now);

const toDate = callable(1, 1, ([value], { scope }) => asText(value, scope.now));
const format = callable(2, 2, ([value, pattern], { scope }) => formatted(timeAt(value, scope.now), toText(pattern)));

export const dates: Callables = {
  today: callable(0, 0, (_, { scope }) => scope.now().slice(0, 10)),
  now: callable(0, 0, (_, { scope }) => asText(scope.now(), scope.now)),
  date: toDate,
  'date-time': toDate,
  'format-date': format,
  'format-date-time': format,
  'decimal-date-time': callable(1, 1, ([value], { scope }) => timeAt(value, scope.now) / day),
  'decimal-time': callable(1, 1, ([value], { scope }) => partOfDay(toText(value), scope.now)),
};
