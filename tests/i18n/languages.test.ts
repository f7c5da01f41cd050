import { expect, test } from 'vitest';
import { bestLanguage, languages } from '../../src/i18n/languages.ts';
import { pseudoText, pseudoWords } from '../../src/i18n/pseudo.ts';

test('the browser’s wishes are followed in their order, region or not', () => {
  expect(bestLanguage(['ko-KR', 'en'])).toBe('ko');
  expect(bestLanguage(['xx', 'vi-VN', 'en'])).toBe('vi');
  expect(bestLanguage(['xx'])).toBe('en');
  expect(bestLanguage([])).toBe('en');
});

test('a region tells the script, an old name the new one, and nonsense is passed over', () => {
  expect(['zh-TW', 'zh-HK', 'zh', 'zh-CN', 'zh-Hant-HK'].map((asked) => bestLanguage([asked]))).toEqual([
    'zh-Hant',
    'zh-Hant',
    'zh-Hans',
    'zh-Hans',
    'zh-Hant',
  ]);
  expect(bestLanguage(['tl-PH'])).toBe('fil');
  expect(bestLanguage(['not a tag', 'es-MX'])).toBe('es');
});

test('every language has a name of its own and a direction', () => {
  expect(languages.map(({ tag, name, direction }) => [tag, name, direction])).toEqual(
    expect.arrayContaining([
      ['en', 'English', 'ltr'],
      ['ko', '한국어', 'ltr'],
      ['vi', 'Tiếng Việt', 'ltr'],
    ]),
  );
});

test('the pseudo-language leaves placeholders alone', () => {
  expect(pseudoText('{{count}} waiting')).toBe('[{{count}} ŵáíţíñǵ~~~]');
  expect(pseudoWords({ a: { b: 'Hi' } })).toEqual({ a: { b: '[Ĥí~]' } });
});
