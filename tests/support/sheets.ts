/** Forms as their author types them, a line for a row and a stroke between cells; and what the reader makes of them. */
import type { Item } from '../../src/domain/checklist.ts';
import { itemsWithPaths } from '../../src/domain/checklist.ts';
import type { Cell, Row, Sheet, Workbook } from '../../src/forms/workbook/workbook.ts';
import type { BesideForm } from '../../src/forms/xlsform/files.ts';
import type { Finding } from '../../src/forms/xlsform/finding.ts';
import { type FindingCode, findingKinds } from '../../src/forms/xlsform/findingWords.ts';
import { type ReadForm, readXlsform } from '../../src/forms/xlsform/readXlsform.ts';

export type Lines = string | readonly (readonly string[])[];

/** The first line is row 1. A line of nothing is a row of nothing. */
const linesOf = (lines: Lines): readonly (readonly string[])[] => {
  if (typeof lines !== 'string') return lines;
  return lines
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
};

const cellOf = (text: string): Cell => ({ text, kind: 'text' });
const rowOf = (cells: readonly string[], index: number): Row => ({
  number: index + 1,
  hidden: false,
  cells: new Map(cells.flatMap((text, place) => (text === '' ? [] : [[place, cellOf(text)] as const]))),
});

export const sheetOf = (name: string, lines: Lines): Sheet => ({
  name,
  hidden: false,
  rows: linesOf(lines)
    .map(rowOf)
    .filter(({ cells }) => cells.size > 0),
});

export const bookOf = (sheets: Readonly<Record<string, Lines>>): Workbook => ({
  sheets: Object.entries(sheets).map(([name, lines]) => sheetOf(name, lines)),
  findings: [],
});

export const csvFile = (name: string, lines: string): BesideForm => ({ name, bytes: new TextEncoder().encode(lines.replace(/^\n/, '')) });

export interface Reading extends ReadForm {
  readonly paths: readonly string[];
  /** Fails the test when there is no such row. */
  readonly item: (path: string) => Item;
  readonly findingsOf: (code: FindingCode) => readonly Finding[];
}

export const readingOf = (sheets: Readonly<Record<string, Lines>>, files: readonly BesideForm[] = []): Reading => {
  const read = readXlsform(bookOf(sheets), files, { formName: 'a form.xlsx' });
  if (!read.ok) throw new Error(`not read: ${read.failure.type}`);
  const items = itemsWithPaths(read.value.checklist.items);
  return {
    ...read.value,
    paths: items.map(({ path }) => path),
    item: (path) => {
      const found = items.find((each) => each.path === path);
      if (!found) throw new Error(`no row at ${path}; there is ${items.map((each) => each.path).join(', ')}`);
      return found.item;
    },
    findingsOf: (code) => read.value.findings.filter((finding) => finding.code === code),
  };
};

/** What a person would be told, short: `survey 2 relevant: reference-unknown "${b}" → ${a}`. */
export const told = ({ sheet, row, column, code, text, suggestion }: Finding): string =>
  `${sheet ?? 'form'} ${row ?? '-'} ${column ?? '-'}: ${code} "${text}"${suggestion === null ? '' : ` → ${suggestion}`}`;

/** Blanks in a finding's sentence that it has nothing to put into. */
export const leftBlank = ({ code, values }: Finding): readonly string[] =>
  [...findingKinds[code].words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).filter((name) => (values[name] ?? '') === '');
