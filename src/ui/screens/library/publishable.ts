/** What is still needed before a checklist can go to phones, what phones will then get, and how it is written down. */
import { type Checklist, itemsWithPaths, ownLicence, type UnsupportedReason, unsupportedReasons } from '../../../domain/checklist.ts';
import { isAsked } from '../../../domain/itemTypes.ts';
import type { RecordsOf } from '../../../domain/library.ts';
import { unnamedLanguages } from '../../../forms/checklistLanguages.ts';
import { wordingThatCounts } from '../../../forms/wordingThatCounts.ts';
import type { Permission } from './libraryDraft.ts';
import { notMarkedYet } from './markRows.ts';
import { isTaken } from './startingPoint.ts';

export const missingThings = ['title', 'id', 'version', 'version-taken', 'questions', 'languages', 'permission', 'licence'] as const;
export type MissingThing = (typeof missingThings)[number];

export interface AskedToPublish {
  readonly checklist: Checklist;
  readonly permission: Permission | null;
}

export const missingFor = ({ checklist, permission }: AskedToPublish, records: RecordsOf): readonly MissingThing[] => {
  const missing: Readonly<Record<MissingThing, boolean>> = {
    title: !Object.values(checklist.titles).some((title) => title.trim() !== ''),
    id: checklist.id.trim() === '',
    version: checklist.version.trim() === '',
    'version-taken': isTaken(records, checklist),
    questions: checklist.items.length === 0,
    languages: unnamedLanguages(checklist).length > 0,
    permission: permission === null || permission === 'unclear',
    licence: (permission === 'given' || permission === 'open') && !checklist.licence?.trim(),
  };
  return missingThings.filter((thing) => missing[thing]);
};

export interface PhonesWillGet {
  readonly asked: number;
  readonly conditional: number;
  readonly leftOut: number;
  readonly unmarked: number;
  /** How many items come along and are never collected, by reason. */
  readonly notCollected: readonly { readonly why: UnsupportedReason; readonly count: number; readonly names: readonly string[] }[];
  readonly drafts: readonly string[];
}

export const phonesWillGet = (checklist: Checklist): PhonesWillGet => {
  const items = itemsWithPaths(checklist.items).map(({ item }) => item);
  return {
    asked: items.filter(isAsked).length,
    conditional: items.filter((item) => isAsked(item) && item.relevant !== undefined).length,
    leftOut: items.filter(({ hidden }) => hidden).length,
    unmarked: notMarkedYet(checklist).length,
    notCollected: unsupportedReasons.flatMap((why) => {
      const names = items.filter((item) => item.why === why).map(({ name }) => name);
      return names.length > 0 ? [{ why, count: names.length, names }] : [];
    }),
    drafts: checklist.languages.filter((language) => wordingThatCounts(language) === 'machine-draft').map(({ name }) => name),
  };
};

const withoutBlank = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

/** As it goes out: wording nobody stands for is a draft, and blank remarks are none. `ours`: the words that say it is our own. */
export const asPublished = ({ checklist, permission }: AskedToPublish): Checklist => ({
  ...checklist,
  id: checklist.id.trim(),
  version: checklist.version.trim(),
  languages: checklist.languages.map((language) => ({ ...language, wording: wordingThatCounts(language) })),
  source: withoutBlank(checklist.source),
  licence: permission === 'ours' ? ownLicence : withoutBlank(checklist.licence),
});
