/**
 * The organisation's own library: checklists that a supervisor published, as this device's entries tell them. Versions
 * replace each other by what their publisher had seen, never by a clock, and every version stays readable for the
 * screenings begun with it. Writing them is publishing.ts.
 */
import * as v from 'valibot';
import { Checklist, ChecklistLanguage, type MeantFor, meantFor, Texts } from './checklist.ts';
import { type RecordState, valuesOf } from './fold.ts';
import { Id } from './id.ts';
import { writtenFirst } from './records.ts';

/** The notebook's `recordsOf`. */
export type RecordsOf = (kind: string) => readonly RecordState[];

/** What is published: this head and the parts it names, whose texts in order are the checklist as JSON. */
export const ChecklistHead = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  version: v.string(),
  titles: Texts,
  meantFor: v.picklist(meantFor),
  languages: v.array(ChecklistLanguage),
  source: v.optional(v.string()),
  licence: v.optional(v.string()),
  parts: v.pipe(v.array(Id), v.minLength(1)),
  /** Of the JSON text: its length in UTF-16 units, and a sum that tells two contents apart. Neither is a seal. */
  length: v.number(),
  sum: v.string(),
  /** Versions of the same checklist that the publisher saw standing. */
  replaces: v.array(Id),
  offered: v.optional(v.boolean()),
});
export type ChecklistHead = v.InferOutput<typeof ChecklistHead>;

export const ChecklistPart = v.looseObject({ of: Id, text: v.string() });

export interface PublishedChecklist extends Omit<ChecklistHead, 'offered'> {
  readonly record: Id;
  /** The publisher's own claim, and who it was. */
  readonly publishedAt: string;
  readonly by: { readonly person: Id; readonly name: string };
  /** `incomplete`: not all of its parts have come here yet. */
  readonly standing: 'offered' | 'withdrawn' | 'incomplete';
  /** Two supervisors said different things of whether it is offered; until they settle it, it is not. */
  readonly disputed: boolean;
  /** Others published under the same id and version whose content is another: somebody has to choose. */
  readonly sameVersion: readonly Id[];
  /** The checklist itself; `null` while parts are missing, or when a newer version wrote what this one cannot read. */
  readonly checklist: () => Checklist | null;
}

// A fold is made anew whenever its record changes, so the state itself is the key, and old ones go with it.
const heads = new WeakMap<RecordState, ChecklistHead | null>();
const headOf = (state: RecordState): ChecklistHead | null => {
  const kept = heads.get(state);
  if (kept !== undefined) return kept;
  const parsed = v.safeParse(ChecklistHead, valuesOf(state));
  const head = parsed.success ? parsed.output : null;
  heads.set(state, head);
  return head;
};

const partTextOf = (state: RecordState | undefined, of: Id): string | null => {
  const parsed = state ? v.safeParse(ChecklistPart, valuesOf(state)) : null;
  return parsed?.success && parsed.output.of === of ? parsed.output.text : null;
};

const read = (text: string): Checklist | null => {
  try {
    const parsed = v.safeParse(Checklist, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    // Not JSON: damaged, or written by a version that does it otherwise.
    return null;
  }
};

/** Parts never change once they are here, so what was read from a whole set of them holds for as long as the head lives. */
const readOnce = new WeakMap<RecordState, { readonly checklist: Checklist | null }>();

type Parts = ReadonlyMap<Id, RecordState>;
const isComplete = ({ parts: named }: ChecklistHead, parts: Parts): boolean => named.every((id) => parts.has(id));

const reader = (state: RecordState, head: ChecklistHead, parts: Parts) => (): Checklist | null => {
  if (!isComplete(head, parts)) return null;
  const kept = readOnce.get(state);
  if (kept) return kept.checklist;
  const texts = head.parts.map((id) => partTextOf(parts.get(id), state.record));
  const text = texts.join('');
  const checklist = !texts.includes(null) && text.length === head.length ? read(text) : null;
  readOnce.set(state, { checklist });
  return checklist;
};

const standingOf = ({ offered }: ChecklistHead, complete: boolean): PublishedChecklist['standing'] =>
  offered === false ? 'withdrawn' : complete ? 'offered' : 'incomplete';

const published = (state: RecordState, head: ChecklistHead, parts: Parts): PublishedChecklist => {
  const first = writtenFirst(state);
  const { offered: _, ...shown } = head;
  return {
    ...shown,
    record: state.record,
    publishedAt: first?.body.writtenAt ?? '',
    by: first?.body.by ?? { person: '', name: '' },
    standing: standingOf(head, isComplete(head, parts)),
    disputed: state.fields.get('offered')?.disagrees ?? false,
    sameVersion: [],
    checklist: reader(state, head, parts),
  };
};

const byRecord = (a: { readonly record: Id }, b: { readonly record: Id }): number => (a.record < b.record ? -1 : 1);

const isOtherContent = (a: PublishedChecklist, b: PublishedChecklist): boolean =>
  a.id === b.id && a.version === b.version && (a.sum !== b.sum || a.length !== b.length);

/** Everything that was ever published, whether it is offered now or not; the same order on every device. */
export const libraryIn = (records: RecordsOf): readonly PublishedChecklist[] => {
  const parts = new Map(records('checklist-part').map((state) => [state.record, state]));
  const all = records('checklist').flatMap((state) => {
    const head = headOf(state);
    return head ? [published(state, head, parts)] : [];
  });
  return all
    .map((one) => ({ ...one, sameVersion: all.filter((other) => isOtherContent(one, other)).map(({ record }) => record) }))
    .sort(byRecord);
};

/** A screening names the record it was begun with where it can; id and version are for those that do not. */
export interface WhichChecklist {
  readonly id: string;
  readonly version: string;
  readonly record?: Id | undefined;
}

/** Withdrawn or replaced, a version stays readable. Of two with one version it is the one that stands first by record. */
export const findPublished = (records: RecordsOf, { id, version, record }: WhichChecklist): PublishedChecklist | null => {
  const fitting = libraryIn(records).filter((one) => one.id === id && one.version === version);
  return fitting.find((one) => one.record === record) ?? fitting[0] ?? null;
};

/** What a version stands in for, and what those stood in for. */
const olderThan = (one: PublishedChecklist, byId: ReadonlyMap<Id, PublishedChecklist>): ReadonlySet<Id> => {
  const older = new Set<Id>();
  const look = (ids: readonly Id[]): void => {
    for (const id of ids) {
      if (older.has(id)) continue;
      older.add(id);
      look(byId.get(id)?.replaces ?? []);
    }
  };
  look(one.replaces);
  return older;
};

/** Those that none of the others replaces. Several only when two supervisors published without having seen each other's. */
export const newestOf = (versions: readonly PublishedChecklist[], all: readonly PublishedChecklist[]): readonly PublishedChecklist[] => {
  const byId = new Map(all.map((one) => [one.record, one]));
  const replaced = new Set(versions.flatMap((one) => [...olderThan(one, byId)]));
  return versions.filter(({ record }) => !replaced.has(record));
};

export interface OfferedChecklist {
  readonly id: string;
  readonly version: string;
  readonly titles: Texts;
  readonly meantFor: MeantFor;
  /** Of a published one; `null` for one that came with the app. */
  readonly record: Id | null;
  readonly checklist: () => Checklist | null;
}

/** Whether a supervisor has set one of the app's own aside. While two say different things it is not offered. */
export interface BuiltInStanding {
  readonly id: string;
  readonly offered: boolean;
  readonly disputed: boolean;
  readonly records: readonly Id[];
}

const BuiltIn = v.looseObject({ id: v.string(), offered: v.boolean() });

export const builtInStanding = (records: RecordsOf, id: string): BuiltInStanding => {
  const said = records('built-in-checklist').flatMap((state) => {
    const parsed = v.safeParse(BuiltIn, valuesOf(state));
    return parsed.success && parsed.output.id === id ? [{ state, offered: parsed.output.offered }] : [];
  });
  const disputed = new Set(said.map(({ offered }) => offered)).size > 1 || said.some(({ state }) => state.fields.get('offered')?.disagrees);
  return { id, offered: said.every(({ offered }) => offered), disputed, records: said.map(({ state }) => state.record).sort() };
};

const asOffered = ({ id, version, titles, meantFor: whom, record, checklist }: PublishedChecklist): OfferedChecklist => ({
  id,
  version,
  titles,
  meantFor: whom,
  record,
  checklist,
});

const builtInAsOffered = (own: Checklist): OfferedChecklist => ({ ...asOfferedHead(own), record: null, checklist: () => own });
const asOfferedHead = ({ id, version, titles, meantFor: whom }: Checklist) => ({ id, version, titles, meantFor: whom });

/**
 * What a worker can choose from: the app's own in their order, then the organisation's. One published under the id of one
 * of ours stands in its place. Where two stand as the newest, every phone takes the same: the first by record.
 */
export const offered = (records: RecordsOf, builtIn: readonly Checklist[]): readonly OfferedChecklist[] => {
  const library = libraryIn(records);
  const standing = library.filter((one) => one.standing === 'offered');
  const chosen = new Map(
    [...new Set(standing.map(({ id }) => id))].flatMap((id) => {
      const [newest] = newestOf(
        standing.filter((one) => one.id === id),
        library,
      );
      return newest ? [[id, newest] as const] : [];
    }),
  );
  const ours = builtIn.flatMap((own) => {
    const theirs = chosen.get(own.id);
    if (theirs) return [asOffered(theirs)];
    return builtInStanding(records, own.id).offered ? [builtInAsOffered(own)] : [];
  });
  const others = [...chosen.values()].filter(({ id }) => !builtIn.some((own) => own.id === id));
  return [...ours, ...others.sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1)).map(asOffered)];
};
