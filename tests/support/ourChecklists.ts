/** Our own checklists as the tests look at them: their questions in order, and a run of each. */
import { type Checklist, type Item, itemsWithPaths, type Marks } from '../../src/domain/checklist.ts';
import { isAsked } from '../../src/domain/itemTypes.ts';
import { loadChecklist } from '../../src/forms/engine/load.ts';
import { openRun } from '../../src/forms/engine/open.ts';
import type { Run } from '../../src/forms/engine/run.ts';

export interface OurQuestion {
  readonly id: string;
  readonly path: string;
  readonly item: Item;
  readonly marks: Marks;
  readonly choices: readonly string[];
}

export const ourQuestions = ({ items, lists }: Checklist): readonly OurQuestion[] =>
  itemsWithPaths(items)
    .filter(({ item }) => isAsked(item))
    .map(({ path, item }) => {
      if (!item.marks) throw new Error(`${path} has no marks`);
      return { id: item.name, path, item, marks: item.marks, choices: (lists[item.list ?? ''] ?? []).map(({ name }) => name) };
    });

export const runOf = (checklist: Checklist): Run =>
  openRun(loadChecklist(checklist), { now: () => '2026-03-02T10:00:00.000-06:00', random: () => 0.5, newId: () => 'an-id' });

/** The questions that stand open in a run, by id. */
export const openIn = (run: Run): readonly string[] =>
  ourQuestions(run.loaded.checklist)
    .filter(({ path }) => run.state(path)?.relevant)
    .map(({ id }) => id);
