/** What checks ask of a list again and again, worked out once: a list may have a hundred thousand choices. */
import type { Checklist } from '../../domain/checklist.ts';
import type { Lists } from './choices.ts';
import { tableName } from './files.ts';
import type { SheetTable } from './sheetTable.ts';

export interface ListFacts {
  readonly names: ReadonlySet<string>;
  /** Names that are numbers: `${a} = 1` finds the choice `01` too. */
  readonly numbers: ReadonlySet<number>;
  /** What a bare word in a filter may stand for. */
  readonly columns: ReadonlySet<string>;
  /** What stands in those columns, for a bare word that was meant as text. */
  readonly cells: ReadonlySet<string>;
}

const always = ['name', 'label', 'list_name', 'value'];

const factsOf = (names: readonly string[], columns: Iterable<string>, cells: Iterable<string>): ListFacts => ({
  names: new Set(names),
  numbers: new Set(names.map(Number).filter(Number.isFinite)),
  columns: new Set([...always, ...columns]),
  cells: new Set(cells),
});

const factsOfChoices = (choices: NonNullable<ReturnType<Lists['get']>>, sheet: SheetTable | undefined): ListFacts => {
  const columns = new Set((sheet?.columns ?? []).filter(({ field }) => field === null).map(({ header }) => header));
  const cells = new Set<string>();
  for (const { choice } of choices)
    for (const [column, text] of Object.entries(choice.columns ?? {})) {
      columns.add(column);
      cells.add(text);
    }
  return factsOf(
    choices.map(({ choice }) => choice.name),
    columns,
    cells,
  );
};

/** `undefined` for a list that is not there. */
export const listFacts = (
  lists: Lists,
  tables: Checklist['tables'],
  sheet: SheetTable | undefined,
): ((list: string) => ListFacts | undefined) => {
  const made = new Map<string, ListFacts | undefined>();
  const make = (list: string): ListFacts | undefined => {
    const choices = lists.get(list);
    if (choices) return factsOfChoices(choices, sheet);
    const table = Object.hasOwn(tables, tableName(list)) ? tables[tableName(list)] : undefined;
    const at = table?.columns.indexOf('name') ?? -1;
    return table && factsOf(at < 0 ? [] : table.rows.map((row) => row[at] ?? ''), table.columns, table.rows.flat());
  };
  return (list) => {
    if (!made.has(list)) made.set(list, make(list));
    return made.get(list);
  };
};
