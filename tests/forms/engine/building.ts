/** Small invented checklists, written in as few words as a story needs. */
import type { Checklist, Choice, Item } from '../../../src/domain/checklist.ts';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { openRun } from '../../../src/forms/engine/open.ts';
import type { KeptRun, Run, RunDeps } from '../../../src/forms/engine/run.ts';

export type Rest = Partial<Omit<Item, 'name' | 'type'>>;
export type Rows = Readonly<Record<string, readonly Item[]>>;

export const item = (name: string, type: string, rest: Rest = {}): Item => ({
  name,
  type,
  supported: true,
  labels: { English: `${name}?` },
  hints: {},
  ...rest,
});
export const text = (name: string, rest?: Rest): Item => item(name, 'text', rest);
export const integer = (name: string, rest?: Rest): Item => item(name, 'integer', rest);
export const decimal = (name: string, rest?: Rest): Item => item(name, 'decimal', rest);
export const date = (name: string, rest?: Rest): Item => item(name, 'date', rest);
export const note = (name: string, label: string, rest?: Rest): Item => item(name, 'note', { labels: { English: label }, ...rest });
export const calculate = (name: string, calculation: string, rest?: Rest): Item => item(name, 'calculate', { calculation, ...rest });
export const one = (name: string, list: string, rest?: Rest): Item => item(name, 'select_one', { list, ...rest });
export const several = (name: string, list: string, rest?: Rest): Item => item(name, 'select_multiple', { list, ...rest });
export const group = (name: string, children: readonly Item[], rest?: Rest): Item => item(name, 'group', { children, ...rest });
export const repeat = (name: string, children: readonly Item[], rest?: Rest): Item => item(name, 'repeat', { children, ...rest });

/** `yes no` or `chi:state=il gary:state=in`. */
export const choices = (words: string): Choice[] =>
  words.split(' ').map((word) => {
    const [name = '', ...columns] = word.split(':');
    const made: Choice = { name, labels: { English: `The ${name}` } };
    const pairs = columns.map((column) => column.split('=') as [string, string]);
    return pairs.length === 0 ? made : { ...made, columns: Object.fromEntries(pairs) };
  });

export const someLists = {
  yn: choices('yes no'),
  abc: choices('a b c d'),
  states: choices('il in wi'),
  cities: choices('chi:state=il:size=big peo:state=il:size=small gary:state=in:size=small mad:state=wi:size=big'),
};

export const formOf = (items: readonly Item[], rest: Partial<Checklist> = {}): Checklist => ({
  id: 'invented',
  version: '1',
  titles: { English: 'Invented' },
  wording: 'own',
  meantFor: 'adult',
  languages: [{ name: 'English', code: 'en', direction: 'ltr', wording: 'source' }],
  defaultLanguage: 'English',
  items: [...items],
  lists: someLists,
  tables: {},
  ...rest,
});

export const noon = '2026-03-01T12:00:00.000Z';

/** A clock that stands still, and chance that is the same every time. */
export const stillDeps = (): RunDeps => {
  let [ids, chance] = [0, 0];
  return { now: () => noon, random: () => (chance = (chance + 0.37) % 1), newId: () => `id-${++ids}` };
};

export const opened = (items: readonly Item[], rest?: Partial<Checklist>, kept?: KeptRun): Run =>
  openRun(loadChecklist(formOf(items, rest)), stillDeps(), kept);

export const valueAt = (run: Run, path: string): string | undefined => run.state(path)?.value;
export const isRelevant = (run: Run, path: string): boolean | undefined => run.state(path)?.relevant;
export const allStates = (run: Run) => Object.fromEntries(run.paths().map((path) => [path, run.state(path)]));
