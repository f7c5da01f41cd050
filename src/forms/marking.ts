/** What the supervisor says of questions, put into the checklist: many at once, and carried from one version to the next. */
import { type Checklist, type Item, type Marks, unmarked } from '../domain/checklist.ts';

type ChangeItem = (item: Item, path: string) => Item;

const changedItems = (items: readonly Item[], change: ChangeItem, under = ''): Item[] =>
  items.map((item) => {
    const path = `${under}/${item.name}`;
    const changed = change(item, path);
    return changed.children ? { ...changed, children: changedItems(changed.children, change, path) } : changed;
  });

/** Changes the items at these paths and leaves the others as they are. */
export const changeItems = (checklist: Checklist, paths: ReadonlySet<string>, change: (item: Item) => Item): Checklist => ({
  ...checklist,
  items: changedItems(checklist.items, (item, path) => (paths.has(path) ? change(item) : item)),
});

export const markItems = (checklist: Checklist, paths: ReadonlySet<string>, marks: Partial<Marks>): Checklist =>
  changeItems(checklist, paths, (item) => ({ ...item, marks: { ...unmarked, ...item.marks, ...marks } }));

/**
 * What a supervisor said of an earlier version of the same checklist, for the same questions of a new one: nobody marks a
 * hundred questions again because a comma changed. What the new one says itself stays.
 */
export const withMarksOf = (checklist: Checklist, earlier: Checklist): Checklist => {
  const marks = new Map<string, Marks>();
  changedItems(earlier.items, (item, path) => {
    if (item.marks) marks.set(path, item.marks);
    return item;
  });
  return {
    ...checklist,
    items: changedItems(checklist.items, (item, path) => (item.marks || !marks.has(path) ? item : { ...item, marks: marks.get(path) })),
  };
};
