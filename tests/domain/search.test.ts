import { describe, expect, test } from 'vitest';
import { findRows, searchRow } from '../../src/domain/search.ts';

const rows = [
  searchRow('lemon', ['K7Q-2MX', 'Quả chanh', 'Tiệm làm móng', 'Uptown']),
  searchRow('moon', ['B3F-9TW', 'Mặt trăng', 'Nhà hàng', 'Đường dây', undefined]),
  searchRow('spoon', ['R8P-4HH', '숟가락', '네일숍', 'West Ridge']),
];

describe('search', () => {
  test.each([
    ['k7q', ['lemon']],
    ['TIEM lam mong', ['lemon']],
    ['mong tiem', ['lemon']],
    ['duong', ['moon']],
    ['Đường', ['moon']],
    ['네일', ['spoon']],
    ['네이', ['spoon']],
    ['네ㅇ', ['spoon']],
    ['uptown nowhere', []],
    ['', ['lemon', 'moon', 'spoon']],
    ['   ', ['lemon', 'moon', 'spoon']],
  ])('"%s"', (query, found) => {
    expect(findRows(rows, query)).toEqual(found);
  });

  test.each([
    ['full width and half width', 'ＫＩＭ　１２', 'kim 12'],
    ['half-width kana', 'ｶﾄｳ', 'カトウ'],
    ['the two kana', 'ゆき', 'ユキ'],
    ['Latin accents', 'Nunez', 'Núñez'],
    ['letters with a stroke', 'lodz orsted', 'Łódź Ørsted'],
    ['Cyrillic', 'Хөөрхий', 'хөөрхий'],
    ['Urdu on an Arabic keyboard', 'علي كريم', 'علی کریم'],
    ['the h of Arabic and both of Urdu', 'فاطمه', 'فاطمہ'],
    ['vowel marks and the stretching stroke', 'محمد', 'مُحَمَّـد'],
    ['the joining hamza', 'راؤ', 'راو'],
    ['a dot below, in one sign or two', 'सड़क', 'सड\u093cक'],
    ['a dot below or none', 'जरीना', 'ज़रीना'],
    ['joiners nobody sees', 'क्षमा', 'क्\u200dषमा'],
    ['Gujarati with and without the nasal moon', 'હં', 'હઁ'],
    ['Thai tones', 'นอย', 'น้อย'],
    ['Lao tones', 'ນອຍ', 'ນ້ອຍ'],
    ['places where Khmer may break', 'សុខា', 'សុ\u200bខា'],
    ['Burmese tones', 'မမ', 'မမး'],
    ['digits of any script', '2569', '๒๕๖๙'],
    ['Urdu digits', '773', '۷۷۳'],
    ['marks of direction around a code', 'K7Q-2MX', '\u2068K7Q-2MX\u2069'],
  ])('%s', (_, query, text) => {
    expect(findRows([searchRow('here', [text])], query)).toEqual(['here']);
    expect(findRows([searchRow('here', [query])], text.normalize('NFC'))).toEqual(['here']);
  });

  test.each([
    ['vowels of Devanagari', 'राम', 'रोम'],
    ['vowels of Thai', 'มา', 'มี'],
    ['Khmer vowels', 'សុខ', 'សខ'],
    ['another kana', 'ゆき', 'ゆめ'],
    ['another Hangul', '수지', '민지'],
  ])('but %s tell words apart', (_, query, text) => {
    expect(findRows([searchRow('here', [text])], query)).toEqual([]);
  });

  test('ten thousand rows are searched in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      searchRow(at, [`C${at}`, 'Restaurant', 'Albany Park', 'Tiếng Việt', 'a note about hours and pay, twice late']),
    );
    const started = performance.now();
    expect(findRows(many, 'viet albany c9999')).toEqual([9999]);
    expect(performance.now() - started).toBeLessThan(60);
  });
});
