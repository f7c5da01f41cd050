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
    ['uptown nowhere', []],
    ['', ['lemon', 'moon', 'spoon']],
    ['   ', ['lemon', 'moon', 'spoon']],
  ])('"%s"', (query, found) => {
    expect(findRows(rows, query)).toEqual(found);
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
