/** The choices, list by list. A choice without a list or a name is left out; everything else about it can be mended or lived with. */
import type { Choice } from '../../domain/checklist.ts';
import type { Findings, Place } from './finding.ts';
import type { FormLanguages } from './languages.ts';
import { safeKey } from './reserved.ts';
import type { SheetRow, SheetTable } from './sheetTable.ts';
import { textsIn, withDefault } from './texts.ts';

export interface PlacedChoice {
  choice: Choice;
  readonly place: Place;
}
/** By the name of the list. */
export type Lists = Map<string, PlacedChoice[]>;

const longestName = 2000;

const columnsOf = (row: SheetRow, table: SheetTable): Choice['columns'] => {
  const extra = table.columns.filter(({ field, media }) => field === null && !media);
  const entries = extra.map((column) => [safeKey(column.header), row.at(column)] as const).filter(([, text]) => text !== '');
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

const choiceIn = (row: SheetRow, table: SheetTable, languages: FormLanguages, findings: Findings): PlacedChoice | undefined => {
  const list = row.text('list');
  const name = row.text('name').slice(0, longestName);
  // A remark of its author's, in a column of its own.
  if (list === '' && name === '' && row.byLanguage('label').length === 0) return undefined;
  if (list === '') {
    findings.add('choice-without-list', row.place('name'), { text: name });
    return undefined;
  }
  if (name === '') {
    findings.add('choice-without-name', row.place('name'), { text: row.text('label'), values: { list } });
    return undefined;
  }
  const words = textsIn(row, 'label', languages, findings);
  if (Object.keys(words).length === 0) findings.add('choice-without-label', row.place('label'), { text: name, values: { name, list } });
  const labels = Object.keys(words).length === 0 ? { [languages.defaultLanguage]: name } : withDefault(words, languages);
  const columns = columnsOf(row, table);
  return { choice: { name, labels, ...(columns && { columns }) }, place: row.place('name') };
};

export const listsIn = (table: SheetTable | undefined, languages: FormLanguages, findings: Findings): Lists => {
  const lists: Lists = new Map();
  if (!table) return lists;
  for (const field of ['list', 'name'])
    if (table.rows.length > 0 && !table.columns.some((column) => column.field === field))
      findings.add(
        'column-missing',
        { sheet: table.name, row: table.headingRow, column: null, cell: null },
        { text: field === 'list' ? 'list_name' : 'name' },
      );
  for (const row of table.rows) {
    const placed = choiceIn(row, table, languages, findings);
    if (!placed) continue;
    const name = safeKey(row.text('list'));
    const list = lists.get(name);
    if (list) list.push(placed);
    else lists.set(name, [placed]);
  }
  return lists;
};
