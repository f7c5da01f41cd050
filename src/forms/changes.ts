/**
 * What differs between two versions of a checklist, place by place: for the supervisor who decides whether phones should have the
 * newer one. Compared as data, so that a changed comma in a condition is found as surely as a question that is gone.
 */
import { type Checklist, type Choice, type Item, itemsWithPaths, type Texts } from '../domain/checklist.ts';

/** Everything about an item that decides what is asked and what may be answered, and not how it is worded. */
export const comparedRules = [
  'relevant',
  'required',
  'constraint',
  'calculation',
  'choiceFilter',
  'readonly',
  'default',
  'repeatCount',
  'list',
] as const;
export type ComparedRule = (typeof comparedRules)[number];

export const comparedWords = ['labels', 'hints', 'guidance', 'constraintMessages', 'requiredMessages'] as const;
export type ComparedWords = (typeof comparedWords)[number];

export type Change =
  | { readonly kind: 'added' | 'removed'; readonly path: string; readonly item: Item }
  | { readonly kind: 'moved'; readonly path: string; readonly before: string }
  /** The same items in this group (or in the whole, with a blank path), in another order. */
  | { readonly kind: 'reordered'; readonly path: string }
  | { readonly kind: 'type'; readonly path: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'reworded';
      readonly path: string;
      readonly what: ComparedWords;
      readonly language: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'rule'; readonly path: string; readonly what: ComparedRule; readonly before: string; readonly after: string }
  | { readonly kind: 'left-out' | 'brought-back' | 'marks'; readonly path: string }
  | { readonly kind: 'choice-added' | 'choice-removed'; readonly list: string; readonly choice: Choice }
  | {
      readonly kind: 'choice-reworded';
      readonly list: string;
      readonly choice: Choice;
      readonly language: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'language-added' | 'language-removed'; readonly language: string };

type Placed = ReadonlyMap<string, Item>;
const placed = ({ items }: Checklist): Placed => new Map(itemsWithPaths(items).map(({ path, item }) => [path, item]));

const languagesOf = (a: Texts, b: Texts): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const changedTexts = (
  before: Texts,
  after: Texts,
): readonly { readonly language: string; readonly before: string; readonly after: string }[] =>
  languagesOf(before, after)
    .map((language) => ({ language, before: before[language] ?? '', after: after[language] ?? '' }))
    .filter((each) => each.before !== each.after);

const reworded = (path: string, before: Item, after: Item): readonly Change[] =>
  comparedWords.flatMap((what) =>
    changedTexts(before[what] ?? {}, after[what] ?? {}).map((texts) => ({ kind: 'reworded', path, what, ...texts }) as const),
  );

const ruled = (path: string, before: Item, after: Item): readonly Change[] =>
  comparedRules.flatMap((what) => {
    const [was, is] = [before[what] ?? '', after[what] ?? ''];
    return was === is ? [] : [{ kind: 'rule', path, what, before: was, after: is } as const];
  });

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const held = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(held.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
};
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const changesOfItem = (path: string, before: Item, after: Item): readonly Change[] => [
  ...(before.type === after.type ? [] : [{ kind: 'type', path, before: before.type, after: after.type } as const]),
  ...reworded(path, before, after),
  ...ruled(path, before, after),
  ...((before.hidden ?? false) === (after.hidden ?? false) ? [] : [{ kind: after.hidden ? 'left-out' : 'brought-back', path } as const]),
  ...(isSame(before.marks ?? null, after.marks ?? null) ? [] : [{ kind: 'marks', path } as const]),
];

/** One that is gone from its place and stands elsewhere under the same name was moved, if the name tells it apart. */
const movesBetween = (
  gone: readonly (readonly [string, Item])[],
  come: readonly (readonly [string, Item])[],
): ReadonlyMap<string, string> => {
  const moves = new Map<string, string>();
  for (const [path, { name, type }] of come) {
    const same = (each: readonly [string, Item]) => each[1].name === name && each[1].type === type;
    const [from, ...others] = gone.filter(same);
    if (from && others.length === 0 && come.filter(same).length === 1) moves.set(path, from[0]);
  }
  return moves;
};

const itemChanges = (before: Placed, after: Placed): readonly Change[] => {
  const gone = [...before].filter(([path]) => !after.has(path));
  const come = [...after].filter(([path]) => !before.has(path));
  const moves = movesBetween(gone, come);
  const moved = new Set(moves.values());
  const here = [...after].flatMap(([path, item]): readonly Change[] => {
    const from = moves.get(path);
    const was = before.get(from ?? path);
    if (!was) return [{ kind: 'added', path, item }];
    return [...(from === undefined ? [] : [{ kind: 'moved', path, before: from } as const]), ...changesOfItem(path, was, item)];
  });
  return [...gone.filter(([path]) => !moved.has(path)).map(([path, item]) => ({ kind: 'removed', path, item }) as const), ...here];
};

const namesIn = (items: readonly Item[]): readonly string[] => items.map(({ name }) => name);

const reordered = (before: readonly Item[], after: readonly Item[], path: string): readonly Change[] => {
  const [was, is] = [new Set(namesIn(before)), new Set(namesIn(after))];
  const [first, second] = [namesIn(before).filter((name) => is.has(name)), namesIn(after).filter((name) => was.has(name))];
  const inside = after.flatMap((item) => {
    const same = before.find(({ name }) => name === item.name);
    return same?.children && item.children ? reordered(same.children, item.children, `${path}/${item.name}`) : [];
  });
  return [...(first.join('\n') === second.join('\n') ? [] : [{ kind: 'reordered', path } as const]), ...inside];
};

const choiceChanges = (list: string, before: readonly Choice[], after: readonly Choice[]): readonly Change[] => {
  const was = new Map(before.map((choice) => [choice.name, choice]));
  const is = new Map(after.map((choice) => [choice.name, choice]));
  return [
    ...before.filter(({ name }) => !is.has(name)).map((choice) => ({ kind: 'choice-removed', list, choice }) as const),
    ...after.flatMap((choice): readonly Change[] => {
      const same = was.get(choice.name);
      if (!same) return [{ kind: 'choice-added', list, choice }];
      return changedTexts(same.labels, choice.labels).map((texts) => ({ kind: 'choice-reworded', list, choice, ...texts }) as const);
    }),
  ];
};

const languageChanges = (before: Checklist, after: Checklist): readonly Change[] => {
  const names = ({ languages }: Checklist) => languages.map(({ name }) => name);
  const [was, is] = [names(before), names(after)];
  return [
    ...was.filter((language) => !is.includes(language)).map((language) => ({ kind: 'language-removed', language }) as const),
    ...is.filter((language) => !was.includes(language)).map((language) => ({ kind: 'language-added', language }) as const),
  ];
};

/** A language that came or went is one change, not one for each of its sentences. */
const withoutWholeLanguages = (changes: readonly Change[], languages: readonly Change[]): readonly Change[] => {
  const whole = new Set(languages.flatMap((change) => ('language' in change ? [change.language] : [])));
  return changes.filter((change) => !(change.kind === 'reworded' || change.kind === 'choice-reworded') || !whole.has(change.language));
};

export const changesBetween = (before: Checklist, after: Checklist): readonly Change[] => {
  const languages = languageChanges(before, after);
  const lists = [...new Set([...Object.keys(before.lists), ...Object.keys(after.lists)])];
  const rest = [
    ...itemChanges(placed(before), placed(after)),
    ...reordered(before.items, after.items, ''),
    ...lists.flatMap((list) => choiceChanges(list, before.lists[list] ?? [], after.lists[list] ?? [])),
  ];
  return [...languages, ...withoutWholeLanguages(rest, languages)];
};
