/** A sheet for each part of the app: the key, the note for translators, English, the wording, how far it is and who stands for it. */
import { failed, ok, type Result } from '../../domain/result.ts';
import { usualLimits, type WorkbookLimits } from '../workbook/limits.ts';
import { readWorkbook } from '../workbook/readWorkbook.ts';
import type { Row, Sheet } from '../workbook/workbook.ts';
import { writeWorkbook } from '../workbook/writeWorkbook.ts';
import {
  byNamespace,
  type FileFailure,
  type FileText,
  mostBytes,
  mostRows,
  type ReadFile,
  type ReadRow,
  type WrittenLanguage,
} from './wordingFile.ts';

const source = 'en';
/** What a language may be called in a heading: the columns beside it have names of their own. */
const tagShape = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const ours = ['key', 'note', source, 'state', 'who'];
const widths = [30, 40, 50, 50, 16, 20];

const rowOf = ({ key, note, english, text, state, who }: FileText): readonly string[] => [key, note ?? '', english, text, state, who ?? ''];

export const writeSpreadsheet = ({ tag, texts }: WrittenLanguage): Uint8Array =>
  writeWorkbook(
    [...byNamespace(texts)].map(([name, those]) => ({
      name,
      rows: [['key', 'note', source, tag, 'state', 'who'], ...those.map(rowOf)],
      columnWidths: widths,
      wrapped: true,
    })),
  );

const limits: WorkbookLimits = {
  ...usualLimits,
  fileBytes: mostBytes,
  parts: 200,
  unpackedBytes: 4 * mostBytes,
  cells: 10 * mostRows,
  blankRows: 200,
};

const cell = ({ cells }: Row, column: number | undefined): string => (column === undefined ? '' : (cells.get(column)?.text ?? ''));

interface Columns {
  readonly key: number;
  readonly english: number | undefined;
  readonly text: number;
  readonly tag: string;
}

const columnsOf = (heading: Row | undefined): Columns | null => {
  const named = new Map([...(heading?.cells ?? [])].map(([column, { text }]) => [text.trim(), column]));
  const key = named.get('key');
  const tag = [...named.keys()].find((name) => tagShape.test(name) && !ours.includes(name));
  const text = tag === undefined ? undefined : named.get(tag);
  return key === undefined || tag === undefined || text === undefined ? null : { key, english: named.get(source), text, tag };
};

const rowsOf = ({ name, rows: [, ...rows] }: Sheet, columns: Columns): readonly ReadRow[] =>
  rows
    .filter((row) => cell(row, columns.key).trim() !== '')
    .map((row) => ({
      where: { part: name, row: row.number },
      key: cell(row, columns.key).trim(),
      english: columns.english === undefined ? null : cell(row, columns.english),
      text: cell(row, columns.text),
    }));

export const readSpreadsheet = (bytes: Uint8Array): Result<ReadFile, FileFailure> => {
  const workbook = readWorkbook(bytes, limits);
  if (!workbook.ok) return workbook;
  const sheets = workbook.value.sheets.flatMap((sheet) => {
    const columns = columnsOf(sheet.rows[0]);
    return columns ? [{ sheet, columns }] : [];
  });
  const rows = sheets.flatMap(({ sheet, columns }) => rowsOf(sheet, columns));
  if (rows.length === 0) return failed({ type: 'no-wording' });
  if (rows.length > mostRows) return failed({ type: 'too-many', limit: mostRows });
  return ok({ language: sheets[0]?.columns.tag ?? null, rows });
};
