/** Small invented checklists, and a run of them with its answers beside it. */
import type { Checklist, Choice, Item, Marks } from '../../../src/domain/checklist.ts';
import type { Answer, Answers } from '../../../src/domain/screening.ts';
import type { Run } from '../../../src/forms/engine/run.ts';
import { depsForReading, loadedOf, openAnswers, takeAnswers } from '../../../src/forms/walk/openAnswers.ts';
import { formOf, item } from '../engine/building.ts';

const means: Marks = { element: 'means', form: 'any', notedWhen: ['yes'], usuallyKnown: 'said', asksTime: false };
export const marks = (rest: Partial<Marks> = {}): Marks => ({ ...means, ...rest });

export const yesNo = (name: string, rest: Partial<Item> = {}): Item =>
  item(name, 'select_one', { list: 'yes-no', marks: marks(), ...rest });
export const choices = (...names: readonly string[]): Choice[] => names.map((name) => ({ name, labels: { English: name } }));

export const checklistOf = (items: readonly Item[], rest: Partial<Checklist> = {}): Checklist =>
  formOf(items, { id: 'some', ...rest, lists: { 'yes-no': choices('yes', 'no', 'unsure'), ...rest.lists } });

export interface Talking {
  readonly run: Run;
  readonly answers: () => Answers;
  readonly says: (key: string, answer: Answer) => void;
}

/** A talk as the screen leads it: opened once, given as many instances as were spoken of, then told each answer. */
export const talk = (checklist: Checklist, said: Answers = {}): Talking => {
  const run = openAnswers(loadedOf(checklist), depsForReading('2026-02-10'), {});
  for (const key of Object.keys(said)) {
    const [, repeated = '', position] = /^(.*)\[(\d+)\]/u.exec(key) ?? [];
    while (position !== undefined && !run.state(`/${repeated}[${position}]`)) if (run.add(`/${repeated}`) === null) break;
  }
  takeAnswers(run, {}, said);
  let answers = said;
  return {
    run,
    answers: () => answers,
    says: (key, answer) => {
      const after = { ...answers, [key]: answer };
      takeAnswers(run, answers, after);
      answers = after;
    },
  };
};
