import { describe, expect, test } from 'vitest';
import { spokenLanguages } from '../../src/domain/codes.ts';
import { languages } from '../../src/i18n/languages.ts';
import { ownDates } from '../../src/ui/ownDates.ts';
import {
  formatDay,
  formatLongDay,
  formatMonth,
  formatNumber,
  formatWhen,
  inOrder,
  languageName,
  ownLanguageName,
} from '../../src/ui/words.ts';

test('a day stays the day that was meant, wherever the reader is', () => {
  expect(formatDay('2026-11-01', 'en')).toBe('Nov 1, 2026');
  expect(formatDay('2026-11-01', 'ko')).toBe('2026년 11월 1일');
  expect(formatMonth('2026-11', 'vi')).toContain('11');
});

test('what is no day is shown as it came, not as a fault', () => {
  expect(formatDay('soon', 'en')).toBe('soon');
});

test('every language people speak has a name in its own script', () => {
  const nameless = spokenLanguages.filter((tag) => tag !== 'other' && ownLanguageName(tag) === tag);
  expect(nameless).toEqual([]);
});

test('own name first, then the reader’s', () => {
  expect(languageName('ko', 'en')).toBe('한국어 · Korean');
  expect(languageName('vi', 'ko')).toBe('Tiếng Việt · 베트남어');
  expect(languageName('en', 'en')).toBe('English');
});

describe('languages whose names of days a browser may not have', () => {
  /** Node has all of CLDR; Chromium has not. */
  const cldr = (tag: string, form: Intl.DateTimeFormatOptions, day: number): string =>
    new Intl.DateTimeFormat(`${tag}-u-nu-latn`, { ...form, timeZone: 'UTC' }).format(Date.UTC(2026, 10, day));

  test.each(Object.keys(ownDates))('%s has the names CLDR has', (tag) => {
    const own = ownDates[tag];
    const months = Array.from({ length: 12 }, (_, at) =>
      new Intl.DateTimeFormat(tag, { month: tag === 'mn' ? 'short' : 'long', timeZone: 'UTC' }).format(Date.UTC(2026, at, 15)),
    );
    // The 22nd of November 2026 is a Sunday.
    const weekdays = Array.from({ length: 7 }, (_, at) => cldr(tag, { weekday: 'long' }, 22 + at));
    expect(own?.months).toEqual(months);
    expect(own?.weekdays.map((day) => day.toLowerCase())).toEqual(weekdays.map((day) => day.toLowerCase()));
  });

  test('a day is written in the order of the language, and nothing of it in English', () => {
    expect(formatDay('2026-11-22', 'km')).toBe('22 វិច្ឆិកា 2026');
    expect(formatLongDay('2026-11-22', 'my')).toBe('နိုဝင်ဘာ 22 တနင်္ဂနွေ');
    expect(formatMonth('2026-11', 'mn')).toBe('2026 оны 11-р сар');
    expect(formatLongDay('2026-11-22', 'mn')).toBe('11-р сарын 22, ням');
    expect(formatWhen('2026-11-22T09:05:00', 'lo')).toBe('22 ພະຈິກ 2026, 9:05');
    expect(formatLongDay('2026-11-22', 'ne')).toBe('नोभेम्बर 22, आइतबार');
  });
});

test('digits and years are the same for every reader', () => {
  for (const { tag } of languages) {
    expect([tag, formatDay('2026-11-22', tag)]).toEqual([tag, expect.stringMatching(/2026/)]);
    expect([tag, formatDay('2026-11-22', tag)]).toEqual([tag, expect.stringMatching(/22/)]);
    expect([tag, formatNumber(12345, tag)]).toEqual([tag, expect.stringMatching(/^12.345$/)]);
  }
  expect(formatDay('2026-11-22', 'th')).toContain('2026');
  expect(formatNumber(1234567, 'ne')).toBe('12,34,567');
});

test('names stand in the order of the reader’s language', () => {
  expect(['Ñuñez', 'Nunez', 'Ober'].sort(inOrder('es'))).toEqual(['Nunez', 'Ñuñez', 'Ober']);
  expect(['Đỗ', 'Em', 'Dương'].sort(inOrder('vi'))).toEqual(['Dương', 'Đỗ', 'Em']);
});
