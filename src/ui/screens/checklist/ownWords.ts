/** The texts inside a checklist that an organisation brought: which of its languages is meant, and what stands on a screen of them. */
import type { Checklist, ChecklistLanguage, Texts } from '../../../domain/checklist.ts';
import type { ReviewState } from '../../../domain/wordingStates.ts';
import { wordingThatCounts } from '../../../forms/wordingThatCounts.ts';
import { ownLanguageName } from '../../words.ts';
import type { OfferedLanguage, WordingLanguage } from '../twoLanguages.ts';

export const tagOf = ({ code, name }: ChecklistLanguage): string => code ?? name;

const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** The language of a checklist that a tag asks for: that very one, or one of the same tongue. */
export const languageFor = ({ languages }: Checklist, tag: string): ChecklistLanguage | undefined =>
  languages.find((language) => tagOf(language) === tag) ?? languages.find(({ code }) => code !== null && baseOf(code) === baseOf(tag));

/** A checklist that names no language has one all the same. */
const unnamed: ChecklistLanguage = { name: 'default', code: null, direction: 'ltr', wording: 'source' };

export const defaultLanguageOf = ({ languages, defaultLanguage }: Checklist): ChecklistLanguage =>
  languages.find(({ name }) => name === defaultLanguage) ?? languages[0] ?? unnamed;

/** Where nobody has said which language it is, the browser is told so (`und`) and reads it as it can. */
export const writtenIn = ({ code, direction }: ChecklistLanguage): WordingLanguage => ({ tag: code ?? 'und', direction });

/** Without somebody who looked at it, nothing counts as looked at. */
export const isLookedAt = ({ wording, reviewedBy }: ChecklistLanguage): boolean =>
  wording === 'source' || (wording === 'reviewed' && Boolean(reviewedBy));

/** The same in the words that our own wording has for it: as it is kept with an answer, and as it is marked. */
export const stateOfOwn = (language: ChecklistLanguage): ReviewState =>
  language.wording === 'source' ? 'source' : isLookedAt(language) ? 'reviewed' : 'machine-draft';
export const markOfOwn = (language: ChecklistLanguage): ReviewState | null => {
  if (isLookedAt(language)) return null;
  return wordingThatCounts(language) === 'read-once' ? 'translated' : 'machine-draft';
};

/** By its own name where we know it, else as the checklist spells it, without the code behind it. */
const nameOf = ({ code, name }: ChecklistLanguage): string => {
  const own = code === null ? name : ownLanguageName(code);
  return own === code ? name.replace(/\s*\([^()]*\)\s*$/u, '') || name : own;
};

export const offeredIn = (checklist: Checklist): readonly OfferedLanguage[] => {
  const languages = checklist.languages.length > 0 ? checklist.languages : [unnamed];
  return languages.map((language) => ({
    tag: tagOf(language),
    name: nameOf(language),
    lang: language.code ?? undefined,
  }));
};

export const textIn = (texts: Texts, language: string, standIn: string): string => texts[language] || texts[standIn] || '';
