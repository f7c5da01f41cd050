/**
 * What is urgent in a screening as it was kept. An office looks at thousands when it opens its inbox: one whose answers raise
 * nothing is not opened at all.
 */
import { type Checklist, type Item, itemsWithPaths, type Urgency } from '../../domain/checklist.ts';
import type { Screening } from '../../domain/screening.ts';
import { keysOf, templateOf } from './keys.ts';
import { openToRead } from './openAnswers.ts';
import { urgenciesIn, urgencyOf } from './questions.ts';

const urgentItems = new WeakMap<Checklist, ReadonlyMap<string, Item>>();

const urgentIn = (checklist: Checklist): ReadonlyMap<string, Item> => {
  const found =
    urgentItems.get(checklist) ??
    new Map(
      itemsWithPaths(checklist.items)
        .filter(({ item }) => item.marks?.urgentWhen)
        .map(({ path, item }) => [path, item]),
    );
  urgentItems.set(checklist, found);
  return found;
};

export const keptUrgencies = (checklist: Checklist, screening: Pick<Screening, 'answers' | 'run' | 'day'>): readonly Urgency[] => {
  const { answers = {} } = screening;
  const urgent = urgentIn(checklist);
  const { pathOf } = keysOf(checklist);
  const raised = Object.entries(answers).some(([key, answer]) => {
    const item = urgent.get(templateOf(pathOf(key)));
    return item !== undefined && urgencyOf({ item }, answer) !== undefined;
  });
  // Whether the question was asked in the end only the run knows.
  return raised ? urgenciesIn(openToRead(checklist, screening), answers) : [];
};
