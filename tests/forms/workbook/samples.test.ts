/** Real forms from public repositories open, where they are at hand. They are not part of this repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import { writeWorkbook } from '../../../src/forms/workbook/writeWorkbook.ts';

const folder = join(import.meta.dirname, '../../../../shared/xlsform-samples');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.xlsx?$/.test(name)) : [];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

test('every form opens with its survey in it; an old binary one is told to be that', () => {
  for (const name of files) {
    const read = readWorkbook(bytesOf(name));
    if (name.endsWith('.xls')) expect([name, read]).toEqual([name, { ok: false, failure: { type: 'old-binary' } }]);
    else
      expect([name, read.ok && read.value.sheets.some((sheet) => sheet.name === 'survey' && sheet.rows.length > 2)]).toEqual([name, true]);
  }
});

test('none of them loses a row to our rules about where a sheet ends', () => {
  const lost = [
    'data-after-blank-rows',
    'data-after-blank-columns',
    'outside-the-sheet',
    'row-out-of-order',
    'string-missing',
    'cell-twice',
  ];
  for (const name of files) {
    const read = readWorkbook(bytesOf(name));
    const findings = read.ok ? read.value.findings : [];
    expect([name, findings.filter(({ code }) => lost.includes(code))]).toEqual([name, []]);
  }
});

test('each can be written again and holds the same text', () => {
  for (const name of files) {
    const read = readWorkbook(bytesOf(name));
    if (!read.ok) continue;
    const sheets = read.value.sheets.map((sheet) => ({
      ...sheet,
      texts: sheet.rows.map(({ number, cells }) => ({ number, cells: [...cells] })),
    }));
    const written = writeWorkbook(
      sheets.map(({ name: title, texts }) => {
        const rows: string[][] = Array.from({ length: texts.at(-1)?.number ?? 0 }, () => []);
        for (const { number, cells } of texts) {
          const last = Math.max(...cells.map(([column]) => column));
          rows[number - 1] = Array.from({ length: last + 1 }, (_, column) => cells.find(([at]) => at === column)?.[1].text ?? '');
        }
        return { name: title, rows };
      }),
    );
    const again = readWorkbook(written);
    const textOf = (rows: (typeof sheets)[number]['rows']): string =>
      JSON.stringify(rows.map(({ number, cells }) => [number, ...[...cells].map(([at, { text }]) => [at, text])]));
    expect(again.ok && again.value.sheets.map(({ rows }) => textOf(rows))).toEqual(sheets.map(({ rows }) => textOf(rows)));
  }
});
