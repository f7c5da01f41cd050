/** What is kept of a text in a question of a type: whole numbers cut, dates only when there is such a day, choices as names. */
import type { Item } from '../../domain/checklist.ts';
import { timeOf } from '../expression/moments.ts';

/** At least one digit behind the point, never an exponent: as other engines for these forms keep a decimal. */
const decimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 20, useGrouping: false });
const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

const integerText = (text: string): string => {
  const cut = Math.trunc(numberIn(text));
  // `| 0` keeps what fits into 32 bits, and makes -0 a plain 0.
  return (cut | 0) === cut ? String(cut | 0) : '';
};

const decimalText = (text: string): string => {
  const number = numberIn(text);
  return Number.isFinite(number) ? decimals.format(number) : '';
};

const timeShape = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/u;
const partOfTime = /^\d\d(:\d\d(:\d\d(\.\d+)?)?)?$/u;

const isDay = (text: string): boolean => text.length === 10 && !Number.isNaN(timeOf(text));

const dateText = (text: string): string => {
  const [day = '', time] = text.split('T');
  return isDay(day) && (time === undefined || partOfTime.test(time)) ? day : '';
};

const dateTimeText = (text: string): string => {
  const [day = '', time = ''] = text.split('T');
  return isDay(day) && timeShape.test(time) ? text : '';
};

export const namesIn = (text: string): readonly string[] => [...new Set(text.split(/\s+/u))].filter((name) => name !== '');

/** Its number between the bounds; whole where all of them are whole. */
const rangeText = (text: string, { start = '1', end = '10', step = '1' }: Readonly<Record<string, string>>): string => {
  const bounds = [start, end, step].map(Number);
  const kept = bounds.every(Number.isInteger) ? integerText(text) : decimalText(text);
  const [first = 0, last = 0] = bounds;
  return Number(kept) < Math.min(first, last) || Number(kept) > Math.max(first, last) ? '' : kept;
};

export const typedText = ({ type, parameters = {} }: Item, text: string): string => {
  switch (type) {
    case 'integer':
      return integerText(text);
    case 'decimal':
      return decimalText(text);
    case 'range':
      return rangeText(text, parameters);
    case 'date':
      return dateText(text);
    case 'time':
      return timeShape.test(text) ? text : '';
    case 'dateTime':
      return dateTimeText(text);
    case 'select_multiple':
    case 'rank':
      return namesIn(text).join(' ');
    case 'acknowledge':
      return text.toLowerCase() === 'ok' ? 'OK' : '';
    default:
      return text;
  }
};
