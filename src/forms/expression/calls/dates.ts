/** Functions of dates and moments. An impossible date is blank, never an error. */
import { type Callables, callable } from '../callable.ts';
import type { Value } from '../model.ts';
import { daysOf, type Moment, momentOf, momentOfDays, momentText, onDevice, partOfDay } from '../moments.ts';
import { toText } from '../values.ts';
import { formatted } from './dateFormat.ts';

type Now = () => string;

/** `2026-3-7` is a date to `date()`, and to nothing else. */
const unpadded = /^(\d{4})-(\d\d?)-(\d\d?)(?=T|$)/;
const padded = (text: string): string =>
  text.replace(unpadded, (_, year: string, month: string, date: string) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);

const momentAt = (value: Value | undefined, now: Now): Moment | undefined => {
  if (typeof value === 'boolean') return undefined;
  const at = typeof value === 'number' ? momentOfDays(value) : momentOf(padded(toText(value)));
  return at && onDevice(at, now);
};

const ownOffset = (now: Now): number => momentOf(now())?.offset ?? 0;

const asText = (value: Value | undefined, now: Now): string => {
  const at = momentAt(value, now);
  return at ? momentText({ ...at, offset: at.offset ?? ownOffset(now) }) : '';
};

const toDate = callable(1, 1, ([value], { scope }) => asText(value, scope.now));
const format = callable(2, 2, ([value, pattern], { scope }) => formatted(momentAt(value, scope.now), toText(pattern)));

export const dates: Callables = {
  today: callable(0, 0, (_, { scope }) => scope.now().slice(0, 10)),
  now: callable(0, 0, (_, { scope }) => asText(scope.now(), scope.now)),
  date: toDate,
  'date-time': toDate,
  'format-date': format,
  'format-date-time': format,
  'decimal-date-time': callable(1, 1, ([value], { scope }) => {
    const at = momentAt(value, scope.now);
    return at ? daysOf(at) : Number.NaN;
  }),
  'decimal-time': callable(1, 1, ([value], { scope }) => partOfDay(toText(value), scope.now)),
};
