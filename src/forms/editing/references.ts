/** Who speaks of a question: rules and words of other items that name it. Renaming it renames it there too. */
import { type Checklist, type Item, itemsWithPaths, type Texts } from '../../domain/checklist.ts';

const rules = ['relevant', 'required', 'readonly', 'constraint', 'calculation', 'default', 'choiceFilter', 'repeatCount'] as const;
const words = ['labels', 'hints', 'guidance', 'constraintMessages', 'requiredMessages'] as const;

/** Letters of any script, digits, `_`, `-` and `.`, and no digit first: what spreadsheets and exports can carry. */
export const isUsableName = (name: string): boolean => /^[\p{L}_][\p{L}\p{M}\p{N}_.-]{0,99}$/u.test(name);

const spelled = (name: string): RegExp => new RegExp(`\\$\\{\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*\\}`, 'gu');

const speaksOf = (item: Item, name: string): boolean => {
  const pattern = spelled(name);
  const texts = words.flatMap((what) => Object.values(item[what] ?? {}));
  return (
    (item.trigger?.includes(name) ?? false) ||
    [...rules.map((rule) => item[rule] ?? ''), ...texts].some((text) => text.search(pattern) >= 0)
  );
};

/** Paths of the other items that would miss it; what stands inside it goes with it. */
export const whoSpeaksOf = (checklist: Checklist, path: string): readonly string[] => {
  const all = itemsWithPaths(checklist.items);
  const isGone = (other: string): boolean => other === path || other.startsWith(`${path}/`);
  const gone = all.filter((found) => isGone(found.path)).map(({ item }) => item.name);
  return all.filter((found) => !isGone(found.path) && gone.some((name) => speaksOf(found.item, name))).map((found) => found.path);
};

const renamedIn = (item: Item, from: string, to: string): Item => {
  const pattern = spelled(from);
  const put = (text: string): string => text.replace(pattern, () => `\${${to}}`);
  const putAll = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, put(text)]));
  const changed: Record<string, unknown> = {};
  for (const rule of rules) if (item[rule] !== undefined) changed[rule] = put(item[rule]);
  for (const what of words) if (item[what] !== undefined) changed[what] = putAll(item[what]);
  return {
    ...item,
    ...changed,
    ...(item.trigger ? { trigger: item.trigger.map((name) => (name === from ? to : name)) } : {}),
    ...(item.children ? { children: item.children.map((child) => renamedIn(child, from, to)) } : {}),
  };
};

const withName = (items: readonly Item[], path: string, to: string, under = ''): Item[] =>
  items.map((item) => {
    const here = `${under}/${item.name}`;
    if (here === path) return { ...item, name: to };
    return item.children ? { ...item, children: withName(item.children, path, to, here) } : item;
  });

/** Everywhere it is named, too. `to` must be usable and free (see freeNameIn). */
export const renameItem = (checklist: Checklist, path: string, to: string): Checklist => {
  const from = path.slice(path.lastIndexOf('/') + 1);
  const named = withName(checklist.items, path, to);
  return { ...checklist, items: named.map((item) => renamedIn(item, from, to)) };
};
