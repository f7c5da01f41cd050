import { expect, test } from 'vitest';
import { readCsv } from '../../src/forms/workbook/readCsv.ts';
import { writeWorkbook } from '../../src/forms/workbook/writeWorkbook.ts';
import { asLibreOfficeReads } from '../support/libreOffice.ts';

const answers = [
  ['start', 'nickname', 'hours', 'owed', 'papers kept'],
  ['2026-11-20T18:05:00', 'Minh "M"', 14, true, 'yes, by the owner\nof the house'],
  ['2026-11-21T09:00:00', '=HYPERLINK("http://elsewhere.example")', -0.5, false, '  두 칸  '],
  ['', '+1 555 0100', 0, true, '@me'],
];

test('LibreOffice opens what is written, with the same columns and texts and no formula', () => {
  const sheets = asLibreOfficeReads(
    writeWorkbook([
      { name: 'answers', rows: answers },
      { name: 'שאלות', rows: [['שם']], rightToLeft: true },
    ]),
  );
  expect([...sheets.keys()].sort()).toEqual(['answers', 'שאלות']);
  const table = readCsv(sheets.get('answers') ?? '');
  expect(table.ok && [table.value.columns, ...table.value.rows.map(({ values }) => values)]).toEqual(
    answers.map((row) => row.map((value) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value)))),
  );
}, 180_000);
