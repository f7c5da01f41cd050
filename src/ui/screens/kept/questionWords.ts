/** Questions and answers by the key they are kept under, as their own checklist says them, whether they are open now or not. */
import { type Checklist, type Item, itemsWithPaths } from '../../../domain/checklist.ts';
import type { Answer } from '../../../domain/screening.ts';
import { keysOf, templateOf } from '../../../forms/walk/keys.ts';
import { type Placed, useAnswerWords } from './answerWords.ts';
import type { Kept } from './useKept.ts';

export interface QuestionWords {
  readonly title: string | undefined;
  readonly question: (key: string) => string | undefined;
  readonly answer: (key: string, answer: Answer) => string | undefined;
}

const items = new WeakMap<Checklist, ReadonlyMap<string, Item>>();

/** A history asks for every field of every entry: the paths are worked out once. */
const itemsByPath = (checklist: Checklist): ReadonlyMap<string, Item> => {
  const found = items.get(checklist) ?? new Map(itemsWithPaths(checklist.items).map(({ path, item }) => [path, item]));
  items.set(checklist, found);
  return found;
};

/** Where an answer's question stands in the checklist; nothing where the checklist does not know it. */
export const placedBy = ({ checklist }: Kept, key: string): Placed | undefined => {
  const path = keysOf(checklist).pathOf(key);
  const item = itemsByPath(checklist).get(templateOf(path));
  return item && { path, item };
};

/** Of what is asked once for each: which one. */
export const whichOf = (path: string): string => [...path.matchAll(/\[(\d+)\]/gu)].map(([, at]) => ` (${at})`).join('');

export const useQuestionWords = (kept: Kept | null): QuestionWords | null => {
  const { said } = useAnswerWords();
  if (!kept) return null;
  const { words, title, ask } = kept.wording;
  return {
    title: words.worker(title) || undefined,
    question: (key) => {
      const placed = placedBy(kept, key);
      return placed && (words.worker(ask(placed)) || placed.item.name) + whichOf(placed.path);
    },
    answer: (key, answer) => {
      const placed = placedBy(kept, key);
      return placed && said(kept, placed, answer);
    },
  };
};
