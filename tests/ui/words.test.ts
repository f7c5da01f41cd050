import { expect, test } from 'vitest';
import { spokenLanguages } from '../../src/domain/codes.ts';
import { formatDay, formatMonth, languageName, ownLanguageName } from '../../src/ui/words.ts';

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
