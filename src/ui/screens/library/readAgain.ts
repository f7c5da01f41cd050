/** Reading a draft's spreadsheet once more: what a person decided about it since is not asked again. */
import type { Checklist, ChecklistLanguage } from '../../../domain/checklist.ts';
import { withMarksOf } from '../../../forms/marking.ts';

const sameLanguages = (before: readonly ChecklistLanguage[], after: readonly ChecklistLanguage[]): ChecklistLanguage[] =>
  after.map((language) => before.find(({ name }) => name === language.name) ?? language);

export const carriedOver = (before: Checklist, read: Checklist): Checklist => ({
  ...withMarksOf(read, before),
  id: before.id,
  version: before.version,
  titles: { ...read.titles, ...before.titles },
  meantFor: before.meantFor,
  languages: sameLanguages(before.languages, read.languages),
  source: before.source,
  licence: before.licence,
});
