/** Changing a checklist by hand: every function gives a new checklist and leaves the old one as it was, so that a step back is free. */
import { type Checklist, type Item, itemsWithPaths } from '../../domain/checklist.ts';

type Siblings = readonly Item[];

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Rebuilds the siblings under `parent` (`''`: the top), and nothing beside the way down to them. */
const withSiblings = (items: Siblings, parent: string, change: (siblings: Siblings) => Siblings, under = ''): Siblings => {
  if (under === parent) return change(items);
  return items.map((item) => {
    const path = `${under}/${item.name}`;
    if (!item.children || !(parent === path || parent.startsWith(`${path}/`))) return item;
    return { ...item, children: withSiblings(item.children, parent, change, path) };
  });
};

const changeSiblings = (checklist: Checklist, parent: string, change: (siblings: Siblings) => Siblings): Checklist => ({
  ...checklist,
  items: [...withSiblings(checklist.items, parent, change)],
});

export const findItem = (checklist: Checklist, path: string): Item | undefined =>
  itemsWithPaths(checklist.items).find((found) => found.path === path)?.item;

export const changeItem = (checklist: Checklist, path: string, change: (item: Item) => Item): Checklist =>
  changeSiblings(checklist, parentOf(path), (siblings) => siblings.map((item) => (item.name === nameOf(path) ? change(item) : item)));

/** `parent`: `''` for the top, else the path of a group or repeat; `at`: its place among the siblings. */
export const insertItem = (checklist: Checklist, parent: string, at: number, item: Item): Checklist =>
  changeSiblings(checklist, parent, (siblings) => [...siblings.slice(0, at), item, ...siblings.slice(at)]);

export const removeItem = (checklist: Checklist, path: string): Checklist =>
  changeSiblings(checklist, parentOf(path), (siblings) => siblings.filter(({ name }) => name !== nameOf(path)));

/** One place up or down among its siblings; at the end it stays where it is. */
export const moveItem = (checklist: Checklist, path: string, by: -1 | 1): Checklist =>
  changeSiblings(checklist, parentOf(path), (siblings) => {
    const at = siblings.findIndex(({ name }) => name === nameOf(path));
    const [item, other] = [siblings[at], siblings[at + by]];
    if (!item || !other) return siblings;
    return siblings.map((sibling, place) => (place === at ? other : place === at + by ? item : sibling));
  });

/** Into another group, at its end, under a name that is free there. */
export const moveInto = (checklist: Checklist, path: string, parent: string): Checklist => {
  const item = findItem(checklist, path);
  // A group cannot be put into itself.
  if (!item || parent === path || parent.startsWith(`${path}/`)) return checklist;
  const without = removeItem(checklist, path);
  const siblings = parent === '' ? without.items : (findItem(without, parent)?.children ?? []);
  return insertItem(without, parent, siblings.length, {
    ...item,
    name: freeName(
      siblings.map(({ name }) => name),
      item.name,
    ),
  });
};

/** The name itself, or the first of `name-2`, `name-3`, ... that is free. */
export const freeName = (taken: readonly string[], name: string): string => {
  if (!taken.includes(name)) return name;
  for (let count = 2; ; count += 1) if (!taken.includes(`${name}-${count}`)) return `${name}-${count}`;
};

/** Names are unique in the whole checklist where a person makes them here: a condition then never means two questions. */
export const freeNameIn = (checklist: Checklist, name: string): string =>
  freeName(
    itemsWithPaths(checklist.items).map(({ item }) => item.name),
    name,
  );
