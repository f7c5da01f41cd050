/** What a talk remembers of listening, and which languages can only be listened to. Gone with the talk: nothing of it is kept on the phone. */
import { createContext } from 'preact';
import { type Checklist, itemsWithPaths } from '../../../domain/checklist.ts';
import type { RecordingsByLanguage } from '../../../domain/recordings.ts';
import { askKey } from '../../../forms/library/wordingKeys.ts';
import { ownLanguageName } from '../../words.ts';
import type { TwoLanguages } from '../twoLanguages.ts';
import { goesWith, inOrder } from './spokenFor.ts';

export interface TalkListening {
  /** Which of several spoken languages that go with one written one. */
  readonly heardIn: string | undefined;
  readonly hearIn: (language: string) => void;
  /** A recording of this was begun. */
  readonly listenedTo: (says: string, language: string) => void;
}

export const TalkListeningContext = createContext<TalkListening | null>(null);

/** Those in which at least one question of this checklist was recorded. */
export const languagesHeard = (checklist: Checklist, recordings: RecordingsByLanguage): readonly string[] => {
  const ours = new Set(checklist.wording === 'library' ? itemsWithPaths(checklist.items).map(({ item }) => askKey(item.name)) : []);
  return [...recordings].flatMap(([language, places]) => {
    const isOfIt = [...places.values()].some(({ of }) => ('key' in of ? ours.has(of.key) : of.checklist === checklist.id));
    return isOfIt ? [language] : [];
  });
};

/** The list of languages with those added that have recordings and no words. */
export const withHeardOnly = (words: TwoLanguages, heard: readonly string[], personTag: string): TwoLanguages => {
  const only = inOrder(heard.filter((language) => !words.offered.some(({ tag }) => goesWith(language, tag))));
  if (only.length === 0) return words;
  const added = only.map((tag) => ({ tag, name: ownLanguageName(tag), lang: tag, heardOnly: true as const }));
  return { ...words, offered: [...words.offered, ...added], chosen: only.includes(personTag) ? personTag : words.chosen };
};

/** The person listens to a language in which these words are not written: then nothing is there to be read. */
export const isHeardOnly = ({ offered, chosen, personTag }: TwoLanguages): boolean =>
  offered.some(({ tag, heardOnly }) => tag === chosen && heardOnly === true) && !goesWith(chosen, personTag);
