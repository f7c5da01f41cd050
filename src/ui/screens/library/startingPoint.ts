/** What a new draft begins with: nothing, one of ours in its words, one that is published, or what a spreadsheet said. */

import type { Checklist, ChecklistLanguage } from '../../../domain/checklist.ts';
import { findPublished, libraryIn, newestOf, type RecordsOf } from '../../../domain/library.ts';
import { inFourWords } from '../../../domain/wordingStates.ts';
import { type WordsOfLanguage, worded } from '../../../forms/library/worded.ts';
import { withMarksOf } from '../../../forms/marking.ts';
import { languages } from '../../../i18n/languages.ts';
import { loadWords } from '../../../i18n/load.ts';
import { stateOfNamespace } from '../../../i18n/states.ts';
import { wordIn } from '../../../i18n/wordIn.ts';

const nameOf = (name: string, tag: string): string => `${name} (${tag})`;

const languageOf = ({ tag, name, direction }: (typeof languages)[number]): ChecklistLanguage => ({
  name: nameOf(name, tag),
  code: tag,
  direction,
  wording: inFourWords(stateOfNamespace(tag, 'checklists')),
});

const wordsOf = (language: (typeof languages)[number]): WordsOfLanguage => ({
  language: languageOf(language),
  say: (key) => wordIn(language.tag, key),
});

/** With its words in every language that could be loaded; offline the others may be missing, and are then left out. */
export const withItsWords = async (checklist: Checklist): Promise<Checklist> => {
  if (checklist.wording === 'own') return checklist;
  const loaded = await Promise.all(
    languages.map(async (language) => ((await loadWords(language.tag, ['checklists'])).ok ? [language] : [])),
  );
  return worded(checklist, loaded.flat().map(wordsOf));
};

export const emptyChecklist = (id: string, language: ChecklistLanguage): Checklist => ({
  id,
  version: '1',
  titles: {},
  wording: 'own',
  meantFor: 'adult',
  languages: [language],
  defaultLanguage: language.name,
  items: [],
  lists: {},
  tables: {},
});

/** In the reader's own language: the one they will write in first. */
export const languageToWriteIn = (tag: string): ChecklistLanguage => {
  const found = languages.find((language) => language.tag === tag) ?? languages[0];
  if (!found) throw new Error('the app speaks no language');
  return { ...languageOf(found), wording: 'source' };
};

/** The next version: its number counted up, or the first number after a text that has none. */
export const nextVersion = (version: string, taken: readonly string[]): string => {
  const counted = /^(.*?)(\d+)(\D*)$/.exec(version);
  const [before, number, after] = counted
    ? [counted[1] ?? '', counted[2] ?? '0', counted[3] ?? '']
    : [version === '' ? '' : `${version}-`, '0', ''];
  for (let next = BigInt(number) + 1n; ; next += 1n) {
    const candidate = `${before}${String(next).padStart(number.length, '0')}${after}`;
    if (!taken.includes(candidate)) return candidate;
  }
};

export const versionsOf = (records: RecordsOf, id: string): readonly string[] =>
  libraryIn(records)
    .filter((one) => one.id === id)
    .map(({ version }) => version);

/** What was said of the questions of an earlier version holds for the same questions of this one. */
export const withEarlierMarks = (records: RecordsOf, checklist: Checklist): Checklist => {
  const all = libraryIn(records);
  const [newest] = newestOf(
    all.filter(({ id }) => id === checklist.id),
    all,
  );
  const earlier = newest?.checklist();
  return earlier ? withMarksOf(checklist, earlier) : checklist;
};

export const isTaken = (records: RecordsOf, { id, version }: Pick<Checklist, 'id' | 'version'>): boolean =>
  findPublished(records, { id, version }) !== null;
