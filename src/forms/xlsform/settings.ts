/** The settings sheet: what the form is called, which version it is, and how its texts are to be read. */
import type { Sheet } from '../workbook/workbook.ts';
import { settingColumns } from './columns.ts';
import type { Findings } from './finding.ts';
import { type SheetRow, tableOf } from './sheetTable.ts';
import { yesOrNo } from './yesNo.ts';

export interface Settings {
  readonly title: string;
  readonly id: string;
  readonly version: string;
  readonly defaultLanguage: string;
  readonly allowDuplicates: boolean;
  readonly cleanText: boolean;
  readonly row: SheetRow | undefined;
}

const nothing: Settings = { title: '', id: '', version: '', defaultLanguage: '', allowDuplicates: false, cleanText: true, row: undefined };
const longestName = 300;

export const settingsOf = (sheet: Sheet | undefined, findings: Findings): Settings => {
  if (!sheet) return nothing;
  const table = tableOf(sheet, { known: settingColumns, cleanSpaces: true, mostRows: 50, findings, freeColumns: true });
  const [row] = table.rows;
  if (!row) return nothing;
  for (const column of table.columns) {
    if (column.field !== null || row.at(column) === '') continue;
    findings.add('setting-not-used', { ...row.place(), column: column.header }, { text: column.header });
  }
  return {
    title: row.text('title'),
    id: row.text('id').slice(0, longestName),
    version: row.text('version').slice(0, longestName),
    defaultLanguage: row.text('defaultLanguage'),
    allowDuplicates: yesOrNo(row.text('allowDuplicates')) ?? false,
    cleanText: yesOrNo(row.text('cleanText')) ?? true,
    row,
  };
};
