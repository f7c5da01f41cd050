/** Choice lists and csv tables as expressions see them: a root with one `item` for each row and one child for each column. */
import type { Checklist, Choice, Item } from '../../domain/checklist.ts';
import { type ModelNode, madeNode } from '../expression/model.ts';
import { grouped } from '../grouped.ts';
import { ownEntry } from '../ownEntry.ts';

/** One row. Its columns are made when somebody looks: a list may have a hundred thousand rows. */
export class ListItem implements ModelNode {
  readonly name = 'item';
  readonly parent: ModelNode;
  readonly choice: Choice;
  readonly #language: string;

  constructor(parent: ModelNode, choice: Choice, language: string) {
    this.parent = parent;
    this.choice = choice;
    this.#language = language;
  }
  /** `undefined` where it has no such column. */
  cell(column: string): string | undefined {
    const { columns = {}, name, labels } = this.choice;
    if (Object.hasOwn(columns, column)) return columns[column];
    return column === 'name' ? name : column === 'label' ? labels[this.#language] : undefined;
  }
  children(wanted?: string): readonly ModelNode[] {
    const names = wanted === undefined ? [...new Set(['name', 'label', ...Object.keys(this.choice.columns ?? {})])] : [wanted];
    return names.flatMap((name) => {
      const text = this.cell(name);
      return text === undefined ? [] : [madeNode(name, this, text)];
    });
  }
  text(): string {
    return '';
  }
}

export interface List {
  readonly choices: readonly Choice[];
  readonly root: ModelNode;
  readonly items: () => readonly ListItem[];
  /** The rows with this text in this column. */
  readonly having: (column: string, text: string) => readonly ListItem[];
  /** The rows of this choice. */
  readonly named: (name: string) => readonly ListItem[];
}

type Index = ReadonlyMap<string | undefined, readonly ListItem[]>;

const listFrom = (choices: readonly Choice[], language: string): List => {
  let made: readonly ListItem[] | undefined;
  const items = (): readonly ListItem[] => {
    made ??= choices.map((choice) => new ListItem(root, choice, language));
    return made;
  };
  const root = madeNode('root', null, '', (name = 'item') => (name === 'item' ? items() : []));
  const indexes = new Map<string | null, Index>();
  /** `null`: what is chosen, whichever column it stands in. */
  const lookUp = (column: string | null, text: string) => {
    const index = indexes.get(column) ?? grouped(items(), (item) => (column === null ? item.choice.name : item.cell(column)));
    indexes.set(column, index);
    return index.get(text) ?? [];
  };
  return { choices, root, items, having: lookUp, named: (name) => lookUp(null, name) };
};

export interface Lists {
  readonly named: (name: string) => List | undefined;
  /** What a question chooses from; a list from a file may say which columns are value and label. */
  readonly of: (item: Item) => List | undefined;
}

const withoutEnding = (name: string): string => name.replace(/\.(csv|xml|geojson)$/iu, '');

export const listsOf = ({ lists, tables, defaultLanguage }: Checklist): Lists => {
  const made = new Map<string, List | undefined>();
  const endless = new Map(Object.entries(tables).map(([name, table]) => [withoutEnding(name), table]));

  /** A row of a csv file as a choice; every column stays readable. */
  const fromTable = (name: string, value = 'name', label = 'label'): readonly Choice[] | undefined => {
    const table = endless.get(withoutEnding(name));
    return table?.rows.map((cells) => {
      const columns = Object.fromEntries(table.columns.map((column, index) => [column, cells[index] ?? '']));
      const chosen = columns[value] ?? '';
      return { name: chosen, labels: { [defaultLanguage]: columns[label] ?? chosen }, columns };
    });
  };
  const find = (name: string, value?: string, label?: string): List | undefined => {
    const key = JSON.stringify([name, value, label]);
    if (!made.has(key)) {
      const choices = ownEntry(lists, name) ?? fromTable(name, value, label);
      made.set(key, choices && listFrom(choices, defaultLanguage));
    }
    return made.get(key);
  };
  return { named: find, of: ({ list, parameters }) => (list === undefined ? undefined : find(list, parameters?.value, parameters?.label)) };
};
