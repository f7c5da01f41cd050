/**
 * One of our own checklists with its words in it, as if it had been brought in: to be copied and changed, or saved as a
 * spreadsheet. The words come from locales/<lang>/checklists.json, handed in language by language.
 */
import { type Checklist, type ChecklistLanguage, type Item, itemsWithPaths, type Texts } from '../../domain/checklist.ts';
import { isContainer } from '../../domain/itemTypes.ts';
import { askKey, choiceKey, pauseKey, promptKey, sectionTitleKey, titleKey } from './wordingKeys.ts';

export interface WordsOfLanguage {
  readonly language: ChecklistLanguage;
  /** The words of a key such as `checklists:questions.pay-kept.ask`; `undefined` where this language has none. */
  readonly say: (key: string) => string | undefined;
}

type Words = readonly WordsOfLanguage[];

const textsOf = (words: Words, key: string): Texts =>
  Object.fromEntries(
    words.flatMap(({ language, say }) => {
      const text = say(key);
      return text === undefined ? [] : [[language.name, text]];
    }),
  );

const wordedItem = (words: Words, item: Item): Item => {
  if (!isContainer(item)) return { ...item, labels: textsOf(words, askKey(item.name)), hints: textsOf(words, promptKey(item.name)) };
  return {
    ...item,
    labels: textsOf(words, sectionTitleKey(item.name)),
    hints: item.pause ? textsOf(words, pauseKey(item.name)) : {},
    children: item.children?.map((child) => wordedItem(words, child)),
  };
};

/** A list of our own is worded with the question that uses it. */
const wordedLists = ({ items, lists }: Checklist, words: Words): Checklist['lists'] => {
  const users = new Map(itemsWithPaths(items).flatMap(({ item }) => (item.list === undefined ? [] : [[item.list, item] as const])));
  return Object.fromEntries(
    Object.entries(lists).map(([list, choices]) => {
      const user = users.get(list) ?? { name: list, list };
      return [list, choices.map((choice) => ({ ...choice, labels: textsOf(words, choiceKey(user, choice.name)) }))];
    }),
  );
};

/** The first of the languages stands in where another has no text. One that carries its words already is given back as it is. */
export const worded = (checklist: Checklist, words: Words): Checklist => {
  if (checklist.wording === 'own') return checklist;
  return {
    ...checklist,
    wording: 'own',
    titles: textsOf(words, titleKey(checklist.id)),
    languages: words.map(({ language }) => language),
    defaultLanguage: words[0]?.language.name ?? checklist.defaultLanguage,
    items: checklist.items.map((item) => wordedItem(words, item)),
    lists: wordedLists(checklist, words),
  };
};
