/**
 * The rows of a checklist laid out flat, in document order. The form as a whole and every repeat is a "home": what stands in
 * it outside further repeats has a slot there, so that each round of a repeat is one array and `${x}` is one look-up.
 */
import type { Checklist, Item } from '../../domain/checklist.ts';
import { isAsked, isContainer, uncollectedTypes } from '../../domain/itemTypes.ts';
import type { Expr } from '../expression/ast.ts';
import type { List } from './lists.ts';

export const aspects = ['relevant', 'required', 'readonly', 'constraint', 'calculation', 'choiceFilter', 'repeatCount', 'default'] as const;
/** What of a row an expression decides. */
export type Aspect = Exclude<(typeof aspects)[number], 'default'>;
/** All rows alike: they are read much faster so. */
const nothingWritten: Partial<Record<Aspect | 'default', Expr>> = Object.fromEntries(aspects.map((aspect) => [aspect, undefined]));

/** Somebody who must look again when a row changes. `depth`: how many repeats around both of them hold the same round. */
export interface Reader {
  readonly row: Row;
  readonly aspect: Aspect | 'trigger';
  readonly depth: number;
}

const choosingTypes: readonly string[] = ['select_one', 'select_multiple', 'rank'];
const isUncollected = ({ type }: Item): boolean => uncollectedTypes.some((name) => name === type);

/** Most rows hold no others. */
const nobody = new Map<string, Row>();

export class Row {
  readonly index: number;
  /** Index of the last row inside it. */
  end: number;
  readonly item: Item;
  /** Without positions. */
  readonly path: string;
  readonly parent: Row | null;
  readonly children: Row[] = [];
  readonly byName: Map<string, Row>;
  /** The form or the repeat in whose rounds it stands; of a repeat, the one around it. */
  readonly home: Row;
  readonly slot: number;
  /** How many repeats are around it. */
  readonly depth: number;
  /** Of a home: every row with a slot in its rounds, containers before what is in them. */
  readonly slots: Row[] = [];
  readonly isRepeat: boolean;
  /** Groups, repeats and the form: they hold no value. */
  readonly isContainer: boolean;
  /** An answer is kept for it, whether given or calculated. */
  readonly isCollected: boolean;
  /** A person answers it. */
  readonly isAsked: boolean;
  readonly isChoosing: boolean;
  /** What it chooses from, once somebody has asked. */
  list: List | undefined;
  /** A choice filter is tried on one row of the list at a time: a bare name in it is a column. A default only where it is worked out. */
  readonly expressions: Partial<Record<Aspect | 'default', Expr>> = { ...nothingWritten };
  triggers: readonly Row[] = [];
  /** It, or something around it, may be read-only. */
  isGuarded = false;
  /** Who reads its value. */
  readonly readers: Reader[] = [];
  /** Of a repeat: who looks at how many rounds it has, or into them from outside. */
  readonly watchers: Reader[] = [];
  /** Whoever is read has the lower rank, where there is no circle. */
  rank = 0;

  constructor(index: number, item: Item, parent: Row | null) {
    this.index = index;
    this.end = index;
    this.item = item;
    this.parent = parent;
    this.path = parent === null ? '' : `${parent.path}/${item.name}`;
    this.home = parent === null ? this : parent.isRepeat ? parent : parent.home;
    this.slot = this.home === this ? 0 : this.home.slots.length;
    this.depth = parent === null ? 0 : parent.depth + (parent.isRepeat ? 1 : 0);
    this.isRepeat = item.type === 'repeat';
    this.isContainer = isContainer(item) || item.children !== undefined;
    this.isCollected = !this.isContainer && item.supported && !isUncollected(item);
    this.isAsked = isAsked(item);
    this.isChoosing = choosingTypes.includes(item.type);
    this.byName = this.isContainer ? new Map() : nobody;
    if (this.isRepeat || parent === null) this.slots.push(this);
    if (parent !== null) this.home.slots.push(this);
  }

  /** Of two siblings of one name the first is meant. */
  take(child: Row): void {
    this.children.push(child);
    if (!this.byName.has(child.item.name)) this.byName.set(child.item.name, child);
  }

  /** Where it stands in rounds of this home: at the top when it is the home. */
  slotIn(home: Row): number {
    return this === home ? 0 : this.slot;
  }
}

const wholeForm: Item = { name: 'data', type: 'group', supported: true, labels: {}, hints: {} };

const addRow = (rows: Row[], item: Item, parent: Row | null): Row => {
  const row = new Row(rows.length, item, parent);
  rows.push(row);
  parent?.take(row);
  return row;
};

/** The form itself first. A loop, not a recursion: groups may be nested deeper than the stack is. */
export const layOutRows = ({ items }: Checklist): readonly [Row, ...Row[]] => {
  const rows: Row[] = [];
  const form = addRow(rows, wholeForm, null);
  const open: { readonly row: Row; readonly items: readonly Item[]; next: number }[] = [{ row: form, items, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const item = top.items[top.next++];
    if (item === undefined) {
      top.row.end = rows.length - 1;
      open.pop();
      continue;
    }
    const row = addRow(rows, item, top.row);
    if (item.children) open.push({ row, items: item.children, next: 0 });
  }
  return [form, ...rows.slice(1)];
};

export const isInside = (row: Row, container: Row): boolean => row.index > container.index && row.index <= container.end;

/** How many repeats, from the outermost on, are around both. A repeat counts as around itself. */
export const sharedDepth = (one: Row, other: Row): number => {
  let [a, b] = [one, other];
  while (a !== b) {
    if (a.index > b.index) a = a.parent ?? a;
    else b = b.parent ?? b;
  }
  return a.depth + (a.isRepeat ? 1 : 0);
};
