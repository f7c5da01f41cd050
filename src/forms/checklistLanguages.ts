/** The languages of a checklist: which way each is written, and two spellings of one made one. */
import type { Checklist, ChecklistLanguage, Choice, Item, Texts } from '../domain/checklist.ts';
import { directionOf } from './xlsform/languageNames.ts';

/** The direction follows the code, unless somebody says otherwise. */
export const setLanguage = (checklist: Checklist, name: string, said: Partial<ChecklistLanguage>): Checklist => ({
  ...checklist,
  languages: checklist.languages.map((language) => {
    if (language.name !== name) return language;
    const direction = typeof said.code === 'string' ? directionOf(said.code) : language.direction;
    return { ...language, direction, ...said };
  }),
});

const joined = (texts: Texts, from: string, into: string): Texts => {
  const { [from]: moved, ...rest } = texts;
  return moved === undefined ? texts : { ...rest, [into]: rest[into] || moved };
};
const joinedMaybe = (texts: Texts | undefined, from: string, into: string): Texts | undefined => texts && joined(texts, from, into);

const joinedItem = (item: Item, from: string, into: string): Item => ({
  ...item,
  labels: joined(item.labels, from, into),
  hints: joined(item.hints, from, into),
  guidance: joinedMaybe(item.guidance, from, into),
  requiredMessages: joinedMaybe(item.requiredMessages, from, into),
  constraintMessages: joinedMaybe(item.constraintMessages, from, into),
  children: item.children?.map((child) => joinedItem(child, from, into)),
});

const joinedChoice = (choice: Choice, from: string, into: string): Choice => ({ ...choice, labels: joined(choice.labels, from, into) });

/** `English` in one sheet and `English (en)` in another were meant as one: where both have words, those of `into` stay. */
export const joinLanguages = (checklist: Checklist, from: string, into: string): Checklist => ({
  ...checklist,
  titles: joined(checklist.titles, from, into),
  languages: checklist.languages.filter(({ name }) => name !== from),
  defaultLanguage: checklist.defaultLanguage === from ? into : checklist.defaultLanguage,
  items: checklist.items.map((item) => joinedItem(item, from, into)),
  lists: Object.fromEntries(
    Object.entries(checklist.lists).map(([list, choices]) => [list, choices.map((choice) => joinedChoice(choice, from, into))]),
  ),
});

/** Those of which nobody has said yet which language they are. */
export const unnamedLanguages = ({ languages }: Checklist): readonly ChecklistLanguage[] => languages.filter(({ code }) => code === null);
