/**
 * Which columns the answers to a checklist have: one for each question of any of its versions, called as in its source. What
 * repeats has a table of its own. Where a name stands for two questions of one table, the path tells them apart.
 */
import { type Checklist, type Item, itemsWithPaths } from '../../domain/checklist.ts';
import { askedTypes } from '../../domain/itemTypes.ts';

/** A question, or a value worked out, where it stands in one version. */
export interface Leaf {
  readonly path: string;
  readonly item: Item;
  /** Path of the repeat it is in; blank for the main table. */
  readonly repeat: string;
}

export interface Column {
  readonly heading: string;
  readonly item: Item;
  /** Of a list of several: the names that get a column of ones and zeros each. */
  readonly choices: readonly string[] | null;
}

export interface AnswersTable {
  /** As it is called; blank for the main one. */
  readonly name: string;
  /** It lies in another that repeats. */
  readonly nested: boolean;
  readonly columns: readonly Column[];
}

export interface AnswersTables {
  /** The main one first. */
  readonly tables: readonly AnswersTable[];
  /** Name of the table that a repeat fills, by its path in any version. */
  readonly tableOf: (repeat: string) => string;
  /** What a question is called in its table. */
  readonly headingOf: (leaf: Leaf) => string;
}

const hasValue = ({ type, supported, hidden }: Item): boolean =>
  supported && hidden !== true && (type === 'calculate' || type === 'hidden' || askedTypes.some((name) => name === type));

const leavesIn = (items: readonly Item[], under: string, repeat: string): readonly Leaf[] =>
  items.flatMap((item) => {
    const path = `${under}/${item.name}`;
    const own = hasValue(item) ? [{ path, item, repeat }] : [];
    return [...own, ...leavesIn(item.children ?? [], path, item.type === 'repeat' ? path : repeat)];
  });

export const leavesOf = ({ items }: Checklist): readonly Leaf[] => leavesIn(items, '', '');

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Names that stand for two different places in one version. */
const sharedNames = (versions: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(versions.flatMap((paths) => paths.map(nameIn).filter((name, at, names) => names.indexOf(name) !== at)));

type Namer = (path: string) => string;

const namerOf = (versions: readonly (readonly string[])[], taken: readonly string[]): Namer => {
  const shared = sharedNames(versions);
  return (path) => (shared.has(nameIn(path)) || taken.includes(nameIn(path)) ? path.slice(1) : nameIn(path));
};

const repeatsIn = ({ items }: Checklist): readonly string[] =>
  itemsWithPaths(items)
    .filter(({ item }) => item.type === 'repeat')
    .map(({ path }) => path);

const isWithin = (path: string, repeat: string): boolean => path.startsWith(`${repeat}/`);

interface Use {
  readonly item: Item;
  readonly checklist: Checklist;
}

const choicesOf = (uses: readonly Use[]): readonly string[] | null =>
  uses.some(({ item }) => item.type === 'select_multiple')
    ? [...new Set(uses.flatMap(({ item, checklist }) => (checklist.lists[item.list ?? ''] ?? []).map(({ name }) => name)))]
    : null;

/** Order and kind are those of the newest version; what only an older one had comes after. */
const columnsOf = (used: readonly (readonly [string, Use])[]): readonly Column[] => {
  const uses = new Map<string, Use[]>();
  for (const [heading, use] of used) uses.set(heading, [...(uses.get(heading) ?? []), use]);
  return [...uses].flatMap(([heading, same]) => (same[0] ? [{ heading, item: same[0].item, choices: choicesOf(same) }] : []));
};

/** `versions`: newest first. `taken`: headings that the main table has besides the questions. */
export const tablesOf = (versions: readonly Checklist[], taken: readonly string[]): AnswersTables => {
  const repeats = versions.map(repeatsIn);
  const nameOfRepeat = namerOf(repeats, []);
  const tableOf = (repeat: string) => (repeat === '' ? '' : nameOfRepeat(repeat));
  const leaves = versions.map((checklist) => leavesOf(checklist).map((leaf) => ({ leaf, checklist })));
  const names = ['', ...new Set(repeats.flat().map(nameOfRepeat))];
  const namers = new Map<string, Namer>(
    names.map((name) => {
      const paths = leaves.map((placed) => placed.filter(({ leaf }) => tableOf(leaf.repeat) === name).map(({ leaf }) => leaf.path));
      return [name, namerOf(paths, taken)];
    }),
  );
  const headingOf = ({ path, repeat }: Leaf) => namers.get(tableOf(repeat))?.(path) ?? path.slice(1);
  const tables = names.map((name): AnswersTable => {
    const used = leaves.flat().filter(({ leaf }) => tableOf(leaf.repeat) === name);
    const nested = repeats.flat().some((path) => nameOfRepeat(path) === name && repeats.flat().some((other) => isWithin(path, other)));
    return { name, nested, columns: columnsOf(used.map(({ leaf, checklist }) => [headingOf(leaf), { item: leaf.item, checklist }])) };
  });
  return { tables, tableOf, headingOf };
};
