/** The `%Y-%m-%d` of XLSForm, with English names for months and days as the standard has them. */
import { day } from '../moments.ts';

/** Weeks begin on Monday; the first is the one with the year's first Thursday. */
const weekOf = (at: Date): number => {
  const thursday = new Date(at.getTime() + (3 - ((at.getUTCDay() + 6) % 7)) * day);
  return Math.ceil((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1) + 1) / (7 * day));
};

/** Of each piece of `2026-11-22T09:30:15.250` its letter. */
const letters = 'YmdHMS3';

const piece = (at: Date, letter: string): string | undefined => {
  // `Sun, 22 Nov 2026 09:30:15 GMT`, in English everywhere.
  if (letter === 'a') return at.toUTCString().slice(0, 3);
  if (letter === 'b') return at.toUTCString().slice(8, 11);
  if (letter === 'W') return String(weekOf(at)).padStart(2, '0');
  if (letter === 'y') return piece(at, 'Y')?.slice(2);
  const plain = 'neh'.indexOf(letter);
  // The same as another, without leading zeros.
  if (plain >= 0) return String(Number(piece(at, 'mdH'.charAt(plain))));
  return at.toISOString().slice(-24).split(/\D/)[letters.indexOf(letter)];
};

export const formatted = (time: number, pattern: string): string => {
  if (Number.isNaN(time)) return '';
  const at = new Date(time);
  return pattern.replace(/%([A-Za-z3])/g, (whole, letter: string) => piece(at, letter) ?? whole);
};
