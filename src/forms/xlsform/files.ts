/** Tables that came beside the form: what `pulldata`, `instance` and lists from a file look into. */
import type { Checklist, Table } from '../../domain/checklist.ts';
import { readCsv } from '../workbook/readCsv.ts';
import { type Findings, wholeForm } from './finding.ts';
import { safeKey } from './reserved.ts';

export interface BesideForm {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const baseOf = (name: string): string => name.replace(/^.*[/\\]/, '');
/** A form asks for `fruits` and for `fruits.csv` and means the same file. */
export const tableName = (name: string): string => safeKey(baseOf(name.trim()).replace(/\.(csv|xml|geojson)$/i, ''));

const readTable = ({ name, bytes }: BesideForm, findings: Findings): Table | undefined => {
  const read = readCsv(bytes);
  if (!read.ok) return undefined;
  const { columns, rows, setAside } = read.value;
  const [first] = setAside;
  const file = baseOf(name);
  if (first) findings.add('file-rows-left-out', wholeForm, { text: file, values: { file, number: setAside.length, line: first.line } });
  return { columns: columns.map(safeKey), rows: rows.map(({ values }) => [...values]) };
};

export const tablesOf = (files: readonly BesideForm[], findings: Findings): Checklist['tables'] => {
  const tables = new Map<string, Table>();
  for (const file of files) {
    const table = /\.(xml|geojson)$/i.test(file.name) ? undefined : readTable(file, findings);
    if (table) tables.set(tableName(file.name), table);
    else findings.add('file-unreadable', wholeForm, { text: baseOf(file.name) });
  }
  return Object.fromEntries(tables);
};
