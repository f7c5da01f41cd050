/** Wording a checklist by hand: texts of items and choices by language, languages added and taken away. */
import type { Checklist, ChecklistLanguage, Choice, Item, Texts } from '../../domain/checklist.ts';
import { changeItem } from './items.ts';

/** A text that was emptied is taken out: the default language stands in, and the gap is counted as one. */
export const withText = (texts: Texts, language: string, text: string): Texts => {
  const { [language]: _old, ...others } = texts;
  return text.trim() === '' ? others : { ...others, [language]: text };
};

export type Worded = 'labels' | 'hints' | 'constraintMessages' | 'requiredMessages';

export const reword = (checklist: Checklist, path: string, what: Worded, language: string, text: string): Checklist =>
  changeItem(checklist, path, (item) => ({ ...item, [what]: withText(item[what] ?? {}, language, text) }));

const changeChoices = (checklist: Checklist, list: string, change: (choices: readonly Choice[]) => readonly Choice[]): Checklist => ({
  ...checklist,
  lists: { ...checklist.lists, [list]: [...change(checklist.lists[list] ?? [])] },
});

export const rewordChoice = (checklist: Checklist, list: string, name: string, language: string, text: string): Checklist =>
  changeChoices(checklist, list, (choices) =>
    choices.map((choice) => (choice.name === name ? { ...choice, labels: withText(choice.labels, language, text) } : choice)),
  );

export const addChoice = (checklist: Checklist, list: string, choice: Choice): Checklist =>
  changeChoices(checklist, list, (choices) => [...choices, choice]);

export const removeChoice = (checklist: Checklist, list: string, name: string): Checklist =>
  changeChoices(checklist, list, (choices) => choices.filter((choice) => choice.name !== name));

export const moveChoice = (checklist: Checklist, list: string, name: string, by: -1 | 1): Checklist =>
  changeChoices(checklist, list, (choices) => {
    const at = choices.findIndex((choice) => choice.name === name);
    const [choice, other] = [choices[at], choices[at + by]];
    if (!choice || !other) return choices;
    return choices.map((each, place) => (place === at ? other : place === at + by ? choice : each));
  });

export const addLanguage = (checklist: Checklist, language: ChecklistLanguage): Checklist =>
  checklist.languages.some(({ name }) => name === language.name)
    ? checklist
    : { ...checklist, languages: [...checklist.languages, language] };

/** How many texts the default language has and this one lacks: of items that are asked or shown, and of the choices. */
export const gapsIn = (checklist: Checklist, language: string): number => {
  const lacks = (texts: Texts): boolean => Boolean(texts[checklist.defaultLanguage]) && !texts[language];
  const ofItems = (items: readonly Item[]): number =>
    items.reduce((count, { labels, hints, children }) => count + Number(lacks(labels)) + Number(lacks(hints)) + ofItems(children ?? []), 0);
  const choices = Object.values(checklist.lists).flat();
  return ofItems(checklist.items) + choices.filter(({ labels }) => lacks(labels)).length;
};
