/** The questions of a checklist as rows to be marked. */
import { type Checklist, type Choice, type Item, itemsWithPaths, type Marks, unmarked } from '../../../domain/checklist.ts';
import { isAsked } from '../../../domain/itemTypes.ts';
import { plainWords } from '../../../forms/plainWords.ts';
import { languageToRead } from './publishedWords.ts';

export interface MarkRow {
  readonly path: string;
  readonly item: Item;
  readonly marks: Marks;
  readonly isMarked: boolean;
}

export const markRows = (checklist: Checklist): readonly MarkRow[] =>
  itemsWithPaths(checklist.items)
    .filter(({ item }) => isAsked(item))
    .map(({ path, item }) => ({ path, item, marks: item.marks ?? unmarked, isMarked: item.marks !== undefined }));

export const notMarkedYet = (checklist: Checklist): readonly MarkRow[] => markRows(checklist).filter(({ isMarked }) => !isMarked);

/** What somebody reads in a list: the label in their language, else any, else the name. */
export const labelIn = ({ labels, name }: Pick<Item, 'labels' | 'name'>, language: string, fallback: string): string =>
  plainWords(labels[language] || labels[fallback] || Object.values(labels).find((text) => text !== '') || '') || name;

export const readIn = (checklist: Checklist, tag: string) => {
  const name = languageToRead(checklist, tag);
  const language = checklist.languages.find((each) => each.name === name);
  return { name, lang: language?.code ?? undefined, dir: language?.direction ?? ('auto' as const) };
};

/** The choices that all of these questions offer, for marking answers of several at once; blank when they differ. */
export const sharedChoices = (checklist: Checklist, rows: readonly MarkRow[]): readonly Choice[] => {
  const [first, ...others] = rows.map(({ item }) => item.list);
  if (first === undefined || others.some((list) => list !== first)) return [];
  return checklist.lists[first] ?? [];
};

/** The value all of them share; `undefined` when they differ or nobody has marked one yet, so that nothing looks chosen. */
export const shared = <T>(rows: readonly MarkRow[], read: (marks: Marks) => T): T | undefined => {
  if (rows.some(({ isMarked }) => !isMarked)) return undefined;
  const [first, ...others] = rows.map(({ marks }) => read(marks));
  const same = others.every((value) => JSON.stringify(value) === JSON.stringify(first));
  return same ? first : undefined;
};
