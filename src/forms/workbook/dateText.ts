/**
 * Days counted from 1900 or 1904 as ISO dates. Excel believes in 29 February 1900 (day 60); that day becomes the 28th,
 * and earlier ones count from one day later.
 */
import { numberText } from './numberText.ts';

export type Shown = 'number' | 'date' | 'time' | 'dateTime';

const secondsOfDay = 86_400;
/** 31 December 9999. Excel shows #### for what is later or negative. */
const lastDay = 2_958_465;
const days1899To1970 = 25_569;
const days1904To1970 = 24_107;

const isoDate = (serial: number, from1904: boolean): string => {
  const shifted = from1904 ? serial - days1904To1970 : serial - days1899To1970 + (serial < 60 ? 1 : 0);
  return new Date(shifted * secondsOfDay * 1000).toISOString().slice(0, 10);
};

const two = (number: number): string => String(number).padStart(2, '0');
const isoTime = (seconds: number): string => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');

export const dateText = (written: string, shown: Shown, from1904: boolean): string => {
  const serial = Number(written);
  if (shown === 'number' || !(serial >= 0 && serial < lastDay + 1)) return numberText(written);
  const seconds = Math.round(serial * secondsOfDay);
  const time = isoTime(seconds % secondsOfDay);
  if (shown === 'time') return time;
  const date = isoDate(shown === 'date' ? Math.floor(serial) : Math.floor(seconds / secondsOfDay), from1904);
  return shown === 'date' ? date : `${date}T${time}`;
};

/** The format's own dates for numbers that stand for one in its list; some depend on the country. */
const builtIn = (id: number): Shown => {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
  return id === 22 ? 'dateTime' : 'number';
};

/** Excel allows no longer one. */
const longestFormat = 255;
const generalNames = /^\s*(general|standard)\s*$/i;
const notPlaceholders = /"[^"]*"|\\.|[_*].|\[[^\]]*\]|\.0+/g;

const byCode = (code: string): Shown => {
  const section = code.slice(0, longestFormat).split(';')[0] ?? '';
  if (generalNames.test(section)) return 'number';
  const signs = section
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(notPlaceholders, '')
    .toLowerCase();
  if (/[0#?@]/.test(signs)) return 'number';
  const time = /[hs]|am\/pm/.test(signs);
  const date = /[dy]/.test(signs) || (/m/.test(signs) && !time);
  if (date) return time ? 'dateTime' : 'date';
  return time ? 'time' : 'number';
};

export const shownAs = (formatId: number, code: string | undefined): Shown => (code === undefined ? builtIn(formatId) : byCode(code));
