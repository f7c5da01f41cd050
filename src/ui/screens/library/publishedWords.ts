/** Titles and languages of checklists as the reader of the office would read them. */
import type { Checklist, ChecklistLanguage, Texts } from '../../../domain/checklist.ts';
import { languageName } from '../../words.ts';

/** BCP 47 for a language that is in no list: it keeps its author's name, and somebody says in which direction it is written. */
export const languageInNoList = 'und';

interface Titled {
  readonly id: string;
  readonly titles: Texts;
  readonly languages: readonly ChecklistLanguage[];
}

const isOf = (tag: string) => (language: ChecklistLanguage) => language.code?.split('-')[0] === tag.split('-')[0];

/** In the reader's language where it has a title in it, else in any. */
export const publishedTitle = ({ id, titles, languages }: Titled, tag: string): string => {
  const mine = languages.find(isOf(tag));
  return (mine && titles[mine.name]) || Object.values(titles).find((title) => title !== '') || id;
};

/** Its own name where it is known which language it is, else as the author spelled it. */
export const checklistLanguageName = ({ name, code }: ChecklistLanguage, tag: string): string =>
  code && code !== languageInNoList ? languageName(code, tag) : name;

/** In which of its languages a supervisor reads it: their own if it has that, else its default. */
export const languageToRead = ({ languages, defaultLanguage }: Pick<Checklist, 'languages' | 'defaultLanguage'>, tag: string): string =>
  languages.find(isOf(tag))?.name ?? defaultLanguage;
