/**
 * Makes a checklist ready to run: expressions parsed, names found, who reads whom, and in which order to work things out. Never
 * fails: an expression that cannot be used counts as not written, and the question works without it. What is wrong with it is
 * told by problems.ts, to whoever wrote it.
 */
import type { Checklist } from '../../domain/checklist.ts';
import type { Expr } from '../expression/ast.ts';
import { readExpression } from '../expression/read.ts';
import { isUsable } from '../expression/usable.ts';
import { partsOf } from '../expression/walk.ts';
import { arrange, type Written } from './arrange.ts';
import { type Lists, listsOf } from './lists.ts';
import { type FindRow, nameFinder } from './names.ts';
import { type Reads, readsOf } from './reads.ts';
import { aspects, layOutRows, type Row } from './rows.ts';

export interface Loaded {
  readonly checklist: Checklist;
  /** The form itself first. */
  readonly rows: readonly [Row, ...Row[]];
  readonly lists: Lists;
  readonly findRow: FindRow;
  /** The expressions that can be run, with whom they look at. */
  readonly written: readonly Written[];
  /** Those of them that wait for each other, and are not run after all. */
  readonly circles: readonly (readonly Written[])[];
}

export const mostReads = 300_000;

/** A default is run where it calls something or names a question; words with a bracket in them are words. */
const isRun = (text: string): boolean => text.includes('${') || (/[\w.:-]\(/u.test(text) && readExpression(text) !== undefined);

/** What of a row is to be run, as its author wrote it. */
export const textsToRun = ({ item }: Row): readonly (readonly [Written['where'], string])[] =>
  aspects.flatMap((where) => {
    const text = item[where] ?? '';
    return (where === 'default' ? isRun(text) : text.trim() !== '') ? [[where, text] as const] : [];
  });

export const readsFrom = (row: Row, where: Written['where'], expr: Expr, all: readonly Row[], find: FindRow): Reads =>
  readsOf(expr, { here: row, context: where === 'choiceFilter' ? null : row, all, find });

const usableIn = (text: string): Expr | undefined => {
  const expr = readExpression(text);
  return expr && partsOf(expr).every((part) => part.kind !== 'call' || isUsable(part)) ? expr : undefined;
};

const writtenIn = (rows: readonly Row[], find: FindRow): readonly Written[] => {
  let left = mostReads;
  return rows.flatMap((row) =>
    textsToRun(row).flatMap(([where, text]) => {
      const expr = usableIn(text);
      const found = expr && readsFrom(row, where, expr, rows, find);
      left -= found?.reads.length ?? 0;
      return expr && found && found.unknown.length === 0 && left >= 0 ? [{ row, where, expr, ...found }] : [];
    }),
  );
};

export const loadChecklist = (checklist: Checklist): Loaded => {
  const rows = layOutRows(checklist);
  const findRow = nameFinder(rows);
  for (const row of rows) row.triggers = (row.item.trigger ?? []).flatMap((name) => findRow(row, name) ?? []);
  const written = writtenIn(rows, findRow);
  return { checklist, rows, lists: listsOf(checklist), findRow, written, circles: arrange(rows, written) };
};
