import * as v from 'valibot';
import { expect, test } from 'vitest';
import listed from '../../locales/languages.json';
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

test('the list says of each language what it must, and nothing that is not known', () => {
  const Listed = v.strictObject({
    tag: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)),
    name: v.pipe(v.string(), v.minLength(1)),
    direction: v.picklist(['ltr', 'rtl']),
    short: v.optional(v.pipe(v.string(), v.maxLength(3))),
  });
  expect(v.safeParse(v.strictObject({ languages: v.array(Listed) }), listed).success).toBe(true);
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
