import { expect, test } from 'vitest';
import { bestLanguage, isDraftWording, languages, reviewStateOf } from '../../src/i18n/languages.ts';
import { pseudoText, pseudoWords } from '../../src/i18n/pseudo.ts';

test('the browser’s wishes are followed in their order, region or not', () => {
  expect(bestLanguage(['ko-KR', 'en'])).toBe('ko');
  expect(bestLanguage(['km', 'vi-VN', 'en'])).toBe('vi');
  expect(bestLanguage(['km'])).toBe('en');
  expect(bestLanguage([])).toBe('en');
});

test('wording nobody has read is a draft, and what nobody knows is one too', () => {
  expect(isDraftWording('en', 'checklists')).toBe(false);
  expect(isDraftWording('ko', 'checklists')).toBe(true);
  expect(reviewStateOf('xx', 'app')).toBe('machine-draft');
});

test('every language has a name of its own and a direction', () => {
  expect(languages.map(({ tag, name, direction }) => [tag, name, direction])).toEqual([
    ['en', 'English', 'ltr'],
    ['ko', '한국어', 'ltr'],
    ['vi', 'Tiếng Việt', 'ltr'],
  ]);
});

test('the pseudo-language leaves placeholders alone', () => {
  expect(pseudoText('{{count}} waiting')).toBe('[{{count}} ŵáíţíñǵ~~~]');
  expect(pseudoWords({ a: { b: 'Hi' } })).toEqual({ a: { b: '[Ĥí~]' } });
});
