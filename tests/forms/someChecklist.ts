/** Small invented checklists for the tests of this folder. */
import type { Checklist, Question } from '../../src/domain/checklist.ts';

export const yesNo = (id: string, rest: Partial<Question> = {}): Question => ({
  id,
  topic: id,
  element: 'means',
  form: 'any',
  type: 'yes-no',
  notedWhen: ['yes'],
  usuallyKnown: 'said',
  asksTime: false,
  ...rest,
});

export const checklistOf = (...questions: Question[]): Checklist => ({
  id: 'some',
  version: 1,
  sections: [{ id: 'only', opensWithPause: false, questions }],
});
