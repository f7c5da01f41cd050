/**
 * How a question of our own is written down: its item and the answers it offers. Its id is its name in the checklist, its
 * topic and the key of its words in locales/<lang>/checklists.json, so that screenings of one person compare by question.
 */
import { type Item, type Marks, noneOfThese } from '../../domain/checklist.ts';

export interface Question {
  readonly item: Item;
  readonly list: string;
  readonly choices: readonly string[];
}

type Rest = Pick<Marks, 'element' | 'notedWhen'> & Partial<Marks>;

/** Lists that many questions share; their choices are worded once, under `answers`. */
export const sharedLists = {
  'yes-no': ['yes', 'no', 'unsure'],
  /** For what a worker saw or heard without asking. */
  noticed: ['noticed', 'not-noticed', 'unsure'],
} as const;

const question = (id: string, type: string, list: string, choices: readonly string[], rest: Rest): Question => ({
  item: {
    name: id,
    type,
    supported: true,
    labels: {},
    hints: {},
    list,
    marks: { topic: id, form: 'any', usuallyKnown: 'said', asksTime: false, ...rest },
  },
  list,
  choices,
});

export const yesNo = (id: string, rest: Rest): Question => question(id, 'select_one', 'yes-no', sharedLists['yes-no'], rest);

export const one = (id: string, choices: readonly string[], rest: Rest): Question => question(id, 'select_one', id, choices, rest);

/** Always ends with "none of these", so that nothing to tick is told apart from not asked. */
export const several = (id: string, choices: readonly string[], rest: Rest): Question =>
  question(id, 'select_multiple', id, [...choices, noneOfThese], { alone: [noneOfThese], ...rest });

/** Nothing is asked: the worker notes what was there to see or hear. */
export const noticed = (id: string, rest: Omit<Rest, 'notedWhen'>): Question =>
  question(id, 'select_one', 'noticed', sharedLists.noticed, { notedWhen: ['noticed'], usuallyKnown: 'seen', ...rest });
