/**
 * Publishing a checklist: the entries that bring it to everybody. A definition may be longer than an entry, so it travels
 * in parts with a head that names them; written together, all of them are saved or none is.
 */
import type { Checklist } from './checklist.ts';
import { everybody, type ToWrite } from './entry.ts';
import type { Id, NewId } from './id.ts';
import { builtInStanding, newestOf, type PublishedChecklist, type RecordsOf } from './library.ts';
import { failed, ok, type Result } from './result.ts';
import { sumOf } from './sum.ts';

/** UTF-16 units of JSON. Every phone carries and keeps it, so there is an end. */
export const longestChecklist = 2_000_000;
/** At three bytes each at worst, with room to spare in an entry (src/protocol/numbers.ts). */
const unitsPerPart = 48_000;

export type PublishFailure = { readonly type: 'too-large'; readonly length: number; readonly most: number };

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** Never between the halves of a character: a lone half would not survive as UTF-8. */
const inParts = (text: string): readonly string[] => {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const most = Math.min(text.length, from + unitsPerPart);
    const end = most < text.length && isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most;
    parts.push(text.slice(from, end));
    from = end;
  }
  return parts;
};

const summary = ({ id, version, titles, meantFor, languages, source, licence }: Checklist) => ({
  id,
  version,
  titles,
  meantFor,
  languages,
  ...(source === undefined ? {} : { source }),
  ...(licence === undefined ? {} : { licence }),
});

export interface Publishing {
  readonly newId: NewId;
  /** `libraryIn(…)`: what the publisher saw standing is what the new version replaces. */
  readonly library: readonly PublishedChecklist[];
}

/** For `notebook.writeTogether`: the parts first, so that no phone knows of a checklist before it has it. */
export const checklistEntries = (checklist: Checklist, { newId, library }: Publishing): Result<readonly ToWrite[], PublishFailure> => {
  const text = JSON.stringify(checklist);
  if (text.length > longestChecklist) return failed({ type: 'too-large', length: text.length, most: longestChecklist });
  const record = newId();
  const parts = inParts(text).map(
    (part): ToWrite => ({
      kind: 'checklist-part',
      record: newId(),
      says: { of: record, text: part },
      audience: everybody,
    }),
  );
  const before = library.filter(({ id }) => id === checklist.id);
  const says = {
    ...summary(checklist),
    parts: parts.map((part) => part.record),
    length: text.length,
    sum: sumOf(text),
    replaces: newestOf(before, library).map((one) => one.record),
  };
  return ok([...parts, { kind: 'checklist', record, says, audience: everybody }]);
};

const saying = (record: Id, isOffered: boolean): ToWrite => ({
  kind: 'amendment',
  record,
  says: { fields: { offered: isOffered } },
  audience: everybody,
});

/** No new screening begins with it. Those begun go on, and the version before it is offered again unless it is withdrawn too. */
export const withdrawal = ({ record }: Pick<PublishedChecklist, 'record'>): ToWrite => saying(record, false);
export const offeredAgain = ({ record }: Pick<PublishedChecklist, 'record'>): ToWrite => saying(record, true);

/** Sets one of the app's own aside, or offers it again; settles it where two supervisors said different things. */
export const offerBuiltIn = (
  { id, isOffered }: { readonly id: string; readonly isOffered: boolean },
  records: RecordsOf,
  newId: NewId,
): readonly ToWrite[] => {
  const said = builtInStanding(records, id).records;
  if (said.length > 0) return said.map((record) => saying(record, isOffered));
  return [{ kind: 'built-in-checklist', record: newId(), says: { id, offered: isOffered }, audience: everybody }];
};
