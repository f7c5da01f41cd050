import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import type { Sheet } from '../../../src/forms/workbook/workbook.ts';
import { writeWorkbook } from '../../../src/forms/workbook/writeWorkbook.ts';
import type { WrittenCell, WrittenSheet } from '../../../src/forms/workbook/writtenSheet.ts';

const opened = (bytes: Uint8Array): readonly Sheet[] => {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(`did not open: ${JSON.stringify(read.failure)}`);
  expect(read.value.findings).toEqual([]);
  return read.value.sheets;
};

const namesOf = (names: readonly string[]): string[] =>
  opened(writeWorkbook(names.map((name) => ({ name, rows: [] })))).map(({ name }) => name);
const sheetXml = (sheet: WrittenSheet): string =>
  strFromU8(unzipSync(writeWorkbook([sheet]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(0));

describe('a written workbook', () => {
  test('comes back as it was', () => {
    const rows = [
      ['type', 'name', 'label::한국어 (ko)'],
      ['note', '__proto__', 'Chào <b>bạn</b> & "you"\nsecond line, _x0041_'],
      ['integer', 23_000_000_000, true],
      ['', 'gap', -0.5, '00123'],
    ];
    const [sheet] = opened(writeWorkbook([{ name: 'survey', rows }]));
    expect(sheet?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, ...['type', 'name', 'label::한국어 (ko)'].map((text, at) => [at, { text, kind: 'text' }])],
      [2, ...['note', '__proto__', 'Chào <b>bạn</b> & "you"\nsecond line, _x0041_'].map((text, at) => [at, { text, kind: 'text' }])],
      [3, [0, { text: 'integer', kind: 'text' }], [1, { text: '23000000000', kind: 'number' }], [2, { text: 'TRUE', kind: 'boolean' }]],
      [4, [1, { text: 'gap', kind: 'text' }], [2, { text: '-0.5', kind: 'number' }], [3, { text: '00123', kind: 'text' }]],
    ]);
  });

  test('runs no formula that somebody put into an answer', () => {
    const risky = ['=HYPERLINK("http://elsewhere.example","x")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'];
    const xml = sheetXml({ name: 'answers', rows: [['note'], ...risky.map((text) => [text])] });
    expect(xml).not.toContain('<f');
    expect(xml.match(/<c r="A[2-7]" s="1" t="inlineStr">/g)).toHaveLength(risky.length);
    expect(
      opened(writeWorkbook([{ name: 'a', rows: [['note'], ...risky.map((text) => [text])] }]))[0]
        ?.rows.slice(1)
        .map(({ cells }) => cells.get(0)?.text),
    ).toEqual(risky);
  });

  test('drops what a spreadsheet cannot hold', () => {
    const rows: WrittenCell[][] = [['a\u0000b\u001B[31mc\uFFFE\uD800', 'x'.repeat(40_000), Number.NaN, Number.POSITIVE_INFINITY, -0]];
    const cells = opened(writeWorkbook([{ name: 'a', rows }]))[0]?.rows[0]?.cells;
    expect([0, 2, 3, 4].map((column) => cells?.get(column)?.text)).toEqual(['ab[31mc', 'NaN', 'Infinity', '0']);
    expect(cells?.get(1)?.text).toHaveLength(32_767);
  });

  test('is the same to the byte whenever it is written', () => {
    const sheets = [{ name: 'survey', rows: [['type'], ['note']] }];
    expect(writeWorkbook(sheets)).toEqual(writeWorkbook(structuredClone(sheets)));
  });

  test('holds its heading in sight, reads from the right where asked, and is as wide as needed', () => {
    const rows = [
      ['type', 'label'],
      ['note', 'w'.repeat(30)],
      ['note', 'w'.repeat(300)],
    ];
    expect(sheetXml({ name: 'a', rows })).toContain('<pane ySplit="1"');
    expect(sheetXml({ name: 'a', rows })).toMatch(/min="1" max="1" width="8".*min="2" max="2" width="60"/);
    expect(sheetXml({ name: 'a', rows, columnWidths: [20] })).toContain('min="1" max="1" width="20"');
    expect(sheetXml({ name: 'a', rows, rightToLeft: true })).toContain('rightToLeft="1"');
    expect(sheetXml({ name: 'a', rows })).not.toContain('rightToLeft');
  });

  test('has names for its sheets that Excel accepts', () => {
    expect(namesOf([])).toEqual(['Sheet']);
    expect(namesOf(['survey', 'Survey', 'SURVEY'])).toEqual(['survey', 'Survey 2', 'SURVEY 3']);
    expect(namesOf(['a/b[c]:d*e?f\\g', "'quoted'", 'History', ''])).toEqual(['a b c  d e f g', 'quoted', 'Sheet History', 'Sheet']);
    expect(namesOf(['🌻'.repeat(20)])).toEqual(['🌻'.repeat(15)]);
    expect(namesOf(['Domestic and care work, long form', 'Domestic and care work, long format'])).toEqual([
      'Domestic and care work, long fo',
      'Domestic and care work, long 2',
    ]);
  });
});

const someCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('=1', '_x005F_', '_x000D_', ' x ', 'a\tb', 'a\nb', '&lt;', ']]>'),
  fc.integer(),
  fc.boolean(),
);

/** What of a cell must survive: control characters and lone halves of signs do not, and a cell of spaces is empty. */
const expected = (value: WrittenCell): string => {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const kept = String(value)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
  return kept.trim() === '' ? '' : kept;
};

test('whatever is written, the reader reads', () => {
  const property = fc.property(fc.array(fc.array(someCell, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), (rows) => {
    const read = opened(writeWorkbook([{ name: 'answers', rows }]))[0]?.rows ?? [];
    const texts = rows.map((row, index) =>
      row.map((_, column) => read.find(({ number }) => number === index + 1)?.cells.get(column)?.text ?? ''),
    );
    expect(texts).toEqual(rows.map((row) => row.map(expected)));
  });
  fc.assert(property, { numRuns: 300, seed: 2026 });
});
