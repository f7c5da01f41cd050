/** A sheet as a table: its columns by what they hold, and its rows with their words cleaned and their places known. */
import type { Row, Sheet } from '../workbook/workbook.ts';
import { cleaned, folded } from './cleanText.ts';
import { idleColumns } from './columns.ts';
import { type Findings, type Place, wholeSheet } from './finding.ts';
import { type Column, columnLetter, columnOf } from './headings.ts';
import { languageOf } from './languageNames.ts';
import { nearestTo } from './nearest.ts';

export interface SheetRow {
  readonly number: number;
  readonly sheet: string;
  /** Cleaned; empty where nothing stands. Of several columns that mean the same, the first that is filled in. */
  readonly text: (field: string) => string;
  /** As typed, only trimmed: for expressions, whose quotation marks need more care. */
  readonly typed: (field: string) => string;
  /** By the language as spelt in the heading; `null` without one. */
  readonly byLanguage: (field: string) => readonly { readonly language: string | null; readonly text: string; readonly place: Place }[];
  readonly at: (column: Column) => string;
  readonly place: (field?: string) => Place;
}

export interface SheetTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRow[];
  readonly headingRow: number;
}

interface Reading {
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly cleanSpaces: boolean;
  readonly mostRows: number;
  readonly findings: Findings;
  /** In choices every further column may be a filter, so nothing is said of it. */
  readonly freeColumns?: boolean;
}

const placeOf = (sheet: string, row: number, column: Column | undefined): Place => ({
  sheet,
  row,
  column: column?.header ?? null,
  cell: column ? `${columnLetter(column.place)}${row}` : null,
});

/** Some people put a title above the heading. */
const rowsToLookThrough = 12;
const headingOf = (sheet: Sheet, known: Reading['known']): Row | undefined => {
  const fieldsIn = (row: Row): number => [...row.cells].filter(([place, { text }]) => columnOf(text, place, known).field !== null).length;
  const candidates = sheet.rows.slice(0, rowsToLookThrough);
  const first = candidates[0];
  if (!first || fieldsIn(first) > 0) return first;
  return candidates.find((row) => fieldsIn(row) >= 2) ?? first;
};

const rowOf = (row: Row, sheet: string, columns: readonly Column[], clean: boolean): SheetRow => {
  // What a spreadsheet shows where a formula failed is no word of its author's.
  const raw = (column: Column): string => {
    const cell = row.cells.get(column.place);
    return cell === undefined || cell.kind === 'error' ? '' : cell.text;
  };
  const at = (column: Column): string => cleaned(raw(column), clean);
  const filled = (field: string): Column | undefined => {
    const all = columns.filter((column) => column.field === field);
    return all.find((column) => at(column) !== '') ?? all[0];
  };
  const read = (field: string, how: (column: Column) => string): string => {
    const column = filled(field);
    return column ? how(column) : '';
  };
  return {
    number: row.number,
    sheet,
    text: (field) => read(field, at),
    typed: (field) => read(field, (column) => raw(column).trim()),
    byLanguage: (field) =>
      columns
        .filter((column) => column.field === field)
        .map((column) => ({ language: column.language, text: at(column), place: placeOf(sheet, row.number, column) }))
        .filter(({ text }) => text !== ''),
    at,
    place: (field) => placeOf(sheet, row.number, field === undefined ? undefined : filled(field)),
  };
};

const spellingsOf = (known: Reading['known']): readonly string[] =>
  Object.values(known).flatMap((names) => names.filter((name) => !name.includes(':')));

const beforeLanguage =
  /^(label|caption|hint|guidance[\s_]hint|constraint[\s_]message|required[\s_]message)[\s_.([-]+([^\s_.([-].*?)[)\]]?$/i;
/** `label_fr` and `label (French)`: a language without the colons that say it is one. In choices `label_id` may be any column. */
const withColons = (text: string, { freeColumns }: Reading): string | undefined => {
  const [, field, language = ''] = beforeLanguage.exec(text) ?? [];
  if (field === undefined || languageOf(language).code === null || (freeColumns && language.length < 4)) return undefined;
  return `${field}::${language}`;
};

/** In choices any name may be a column of its author's; what must be there and is not was probably misspelt. */
const missingIn = (columns: readonly Column[], known: Reading['known']): Reading['known'] =>
  Object.fromEntries(Object.entries(known).filter(([field]) => !columns.some((column) => column.field === field)));

const sayOfUnknown = (column: Column, at: Place, reading: Reading, columns: readonly Column[]): void => {
  const { known, findings, freeColumns } = reading;
  const text = column.header;
  if (column.media) {
    findings.add('column-media', at, { text });
    return;
  }
  const inColons = withColons(text, reading);
  if (inColons !== undefined) {
    findings.add('column-misspelt', at, { text, suggestion: inColons });
    return;
  }
  if (freeColumns) {
    const near = nearestTo(text, spellingsOf(missingIn(columns, known)));
    if (near) findings.add('column-misspelt', at, { text, suggestion: near });
    return;
  }
  const idle = idleColumns.has(folded(text)) || /^(bind|body|control|instance|media|fieldbook)[:_]/i.test(text);
  const [first = '', ...rest] = text.split(/:+/);
  const near = idle ? undefined : nearestTo(first, spellingsOf(known));
  const language = rest.length > 0 ? `::${rest.join(' ').trim()}` : '';
  findings.add(near ? 'column-misspelt' : 'column-not-used', at, { text, suggestion: near && `${near}${language}` });
};

const sayOfColumns = (columns: readonly Column[], sheet: string, headingRow: number, reading: Reading): void => {
  const seen = new Map<string, Column>();
  for (const column of columns) {
    const at = placeOf(sheet, headingRow, column);
    const text = column.header;
    if (column.field === null) {
      sayOfUnknown(column, at, reading, columns);
      continue;
    }
    if (column.oneColon) reading.findings.add('column-one-colon', at, { text, values: { meant: text.replace(/\s*:\s*/, '::') } });
    const key = `${column.field} ${column.language ?? ''}`;
    const other = seen.get(key);
    if (other) reading.findings.add('column-twice', at, { text, values: { other: other.header } });
    else seen.set(key, column);
  }
};

/** Cells with text below a heading that is empty: one finding for all of them. */
const sayOfHeadless = (sheet: Sheet, heading: Row, findings: Findings): void => {
  for (const row of sheet.rows)
    for (const [place, { text }] of row.cells) {
      if (row.number <= heading.number || text.trim() === '' || (heading.cells.get(place)?.text.trim() ?? '') !== '') continue;
      const at = { ...wholeSheet(sheet.name), row: row.number, cell: `${columnLetter(place)}${row.number}` };
      findings.add('column-without-heading', at, { text });
      return;
    }
};

export const tableOf = (sheet: Sheet, reading: Reading): SheetTable => {
  const heading = headingOf(sheet, reading.known);
  if (!heading) return { name: sheet.name, columns: [], rows: [], headingRow: 1 };
  const columns = [...heading.cells]
    .filter(([, { text }]) => text.trim() !== '')
    .sort(([a], [b]) => a - b)
    .map(([place, { text }]) => columnOf(text, place, reading.known));
  sayOfHeadless(sheet, heading, reading.findings);
  const below = sheet.rows.filter(({ number }) => number > heading.number);
  if (below.length > reading.mostRows) reading.findings.add('rows-cut', wholeSheet(sheet.name), { values: { limit: reading.mostRows } });
  const rows = below
    .slice(0, reading.mostRows)
    .map((row) => rowOf(row, sheet.name, columns, reading.cleanSpaces))
    .filter((row) => columns.some((column) => row.at(column) !== ''));
  // Templates come with columns for everything; one that is empty does nobody any harm.
  const filled = columns.filter((column) => rows.some((row) => row.at(column) !== ''));
  sayOfColumns(filled, sheet.name, heading.number, reading);
  return { name: sheet.name, columns, rows, headingRow: heading.number };
};
