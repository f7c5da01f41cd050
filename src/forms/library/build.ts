/** Puts questions of the bank together into a checklist: sections with or without a pause, and conditions that look back. */
import type { Checklist, Choice, Item, MeantFor } from '../../domain/checklist.ts';
import type { Question } from './question.ts';

export interface Section {
  readonly group: Item;
  readonly questions: readonly Question[];
}

/** One of these answers was given, to a question with one answer. */
export const answered = ({ item }: Question, ...answers: readonly string[]): string =>
  answers.map((answer) => `\${${item.name}} = '${answer}'`).join(' or ');

/** One of these was ticked, in a question with several answers. */
export const ticked = ({ item }: Question, ...choices: readonly string[]): string =>
  choices.map((choice) => `selected(\${${item.name}}, '${choice}')`).join(' or ');

export const either = (...conditions: readonly string[]): string => conditions.join(' or ');

export const askedIf = (relevant: string, question: Question): Question => ({ ...question, item: { ...question.item, relevant } });

const groupOf = (name: string, questions: readonly Question[], more: Partial<Item>): Section => ({
  group: { name, type: 'group', supported: true, labels: {}, hints: {}, children: questions.map(({ item }) => item), ...more },
  questions,
});

export const section = (name: string, questions: readonly Question[], relevant?: string): Section =>
  groupOf(name, questions, relevant === undefined ? {} : { relevant });

/** Opens with a pause: said before anything harder, with an offer to rest, to leave these out or to stop. */
export const pausing = (name: string, questions: readonly Question[], relevant?: string): Section =>
  groupOf(name, questions, relevant === undefined ? { pause: true } : { pause: true, relevant });

const listsOf = (questions: readonly Question[]): Record<string, Choice[]> =>
  Object.fromEntries(questions.map(({ list, choices }) => [list, choices.map((name) => ({ name, labels: {} }))]));

export interface Described {
  readonly id: string;
  readonly version: string;
  readonly meantFor: MeantFor;
}

export const checklistOf = ({ id, version, meantFor }: Described, sections: readonly Section[]): Checklist => ({
  id,
  version,
  titles: {},
  wording: 'library',
  meantFor,
  languages: [],
  defaultLanguage: 'en',
  items: sections.map(({ group }) => group),
  lists: listsOf(sections.flatMap(({ questions }) => questions)),
  tables: {},
});
