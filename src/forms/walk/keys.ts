/**
 * Under which name an answer is kept: the question's own where nothing else in the checklist is called so and it is asked
 * once; else its place, e.g. `children[2]/age`. So what was kept before there were repeats reads as it always did.
 */
import { type Checklist, itemsWithPaths } from '../../domain/checklist.ts';

export interface Keys {
  readonly keyOf: (path: string) => string;
  readonly pathOf: (key: string) => string;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** `/children[2]/age` → `/children/age`: where the item stands in the checklist. */
export const templateOf = (path: string): string => path.replace(/\[\d+\]/gu, '');

const keysIn = ({ items }: Checklist): Keys => {
  const paths = new Map<string, readonly string[]>();
  for (const { path, item } of itemsWithPaths(items)) paths.set(item.name, [...(paths.get(item.name) ?? []), path]);
  const isItsOwn = (name: string): boolean => paths.get(name)?.length === 1;
  return {
    keyOf: (path) => (!path.includes('[') && isItsOwn(nameIn(path)) ? nameIn(path) : path.slice(1)),
    pathOf: (key) => (isItsOwn(key) ? (paths.get(key)?.[0] ?? `/${key}`) : `/${key}`),
  };
};

const known = new WeakMap<Checklist, Keys>();

export const keysOf = (checklist: Checklist): Keys => {
  const keys = known.get(checklist) ?? keysIn(checklist);
  known.set(checklist, keys);
  return keys;
};
