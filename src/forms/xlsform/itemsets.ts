/** itemsets.csv beside the form: the lists of select_one_external, as the reference converter writes the sheet external_choices out. */
import type { Checklist, Choice, Table } from '../../domain/checklist.ts';
import type { Lists, PlacedChoice } from './choices.ts';
import type { Draft } from './draft.ts';
import { wholeForm } from './finding.ts';
import type { FormLanguages } from './languages.ts';

export const itemsetsTable = 'itemsets';

type Cells = ReadonlyMap<string, string>;

const labelsIn = (cells: Cells, name: string, { nameFor, defaultLanguage }: FormLanguages): Choice['labels'] => {
  const labels = [...cells].flatMap(([column, text]) => {
    const found = /^label(?:::(.+))?$/.exec(column);
    return found === null || text === '' ? [] : [[nameFor(found[1]?.trim() ?? null), text] as const];
  });
  return { [defaultLanguage]: labels[0]?.[1] ?? name, ...Object.fromEntries(labels) };
};

const choiceIn = (cells: Cells, languages: FormLanguages): PlacedChoice => {
  const name = cells.get('name') ?? '';
  const columns = Object.fromEntries([...cells].filter(([column]) => !/^(?:list_name|name|label\b.*)$/.test(column)));
  return { choice: { name, labels: labelsIn(cells, name, languages), columns }, place: wholeForm };
};

const rowsOf = ({ columns, rows }: Table): readonly Cells[] =>
  rows.map((values) => new Map(columns.map((column, index) => [column, values[index] ?? ''])));

/** Only lists that are wanted and that the workbook does not have. */
export const takeItemsets = (drafts: readonly Draft[], lists: Lists, tables: Checklist['tables'], languages: FormLanguages): void => {
  const table = tables[itemsetsTable];
  if (!table) return;
  const wanted = new Set(drafts.flatMap(({ called, list }) => (called.endsWith('_external') && list !== undefined ? [list] : [])));
  for (const list of lists.keys()) wanted.delete(list);
  for (const cells of rowsOf(table)) {
    const list = cells.get('list_name') ?? '';
    if (!wanted.has(list)) continue;
    const known = lists.get(list);
    if (known) known.push(choiceIn(cells, languages));
    else lists.set(list, [choiceIn(cells, languages)]);
  }
};
