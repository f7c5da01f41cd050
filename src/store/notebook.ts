/**
 * The notebook: what an unlocked device shows and writes. Screens know this and nothing of Dexie, seals or the wire.
 * Everything it answers is already in memory; only `write`, drafts and `openPart` touch the disk.
 */
import type { OpenedEntry, Role, Says, ToWrite } from '../domain/entry.ts';
import type { RecordState } from '../domain/fold.ts';
import type { Id } from '../domain/id.ts';
import type { Result } from '../domain/result.ts';

/** Its audience: who besides the office and this device can open it; `office` for most, the writer's device for a review. */
export interface NewEntry extends ToWrite {
  /** The draft this came from: it goes in the same transaction that keeps the entry. */
  readonly draft?: string;
}

export type SaveFailure =
  /** The browser refused for lack of space; the draft is still there. */
  | { readonly type: 'storage-full' }
  /** The database did not answer or was closed under us; the draft is still there. */
  | { readonly type: 'storage-failed' }
  /** More words than fit in one entry. */
  | { readonly type: 'too-large' }
  | { readonly type: 'locked' };

/** Of writing anew what the office could not take: what cannot be opened here any more cannot be said again either. */
export type AnewFailure = SaveFailure | { readonly type: 'not-opened' };

/** An own entry that the office could not take. `kind` and `record` where it can be opened here; `grant` where it hands out a key. */
export interface SetAsideEntry {
  readonly n: number;
  readonly reason: string;
  readonly record: Id | null;
  readonly kind: string | null;
}

export type PartFailure = { readonly type: 'not-here' | 'damaged' | 'storage-failed' | 'locked' };

/** Three honest states. */
export type Standing = 'on-this-phone' | 'at-the-office' | 'seen';

export interface Drafts {
  /** Seals and keeps what is being typed; resolves when it is on disk. Same id again replaces. */
  readonly keep: (id: string, value: unknown) => Promise<Result<void, SaveFailure>>;
  /** All drafts, newest first; opened at unlock, so this is in memory. */
  readonly all: () => readonly Draft[];
  readonly find: (id: string) => Draft | undefined;
  readonly drop: (id: string) => Promise<void>;
}
export interface Draft {
  readonly id: string;
  readonly value: unknown;
  readonly keptAt: string;
}

export interface Member {
  readonly person: Id;
  readonly name: string;
  readonly role: Role;
  readonly devices: readonly Id[];
}

export interface Notebook {
  readonly me: { readonly person: Id; readonly name: string; readonly device: Id; readonly role: Role };
  readonly organisation: { readonly id: Id; readonly name: string };
  /** Called after anything changed: own writes, another tab's, entries that arrived. Returns how to stop. */
  readonly watch: (changed: () => void) => () => void;
  readonly record: (id: Id) => RecordState | undefined;
  readonly recordsOf: (kind: string) => readonly RecordState[];
  /** Everything about one person: their own record, contacts, consents, screenings. */
  readonly aboutPerson: (person: Id) => readonly RecordState[];
  /** Seals, chains and keeps; resolves only when the data is on this phone's disk. Then, and not before, say "saved". */
  readonly write: (entry: NewEntry) => Promise<Result<RecordState, SaveFailure>>;
  /** Several at once: all of them are on the disk, or none is. Their draft, if one is named, goes with them. */
  readonly writeTogether: (entries: readonly NewEntry[]) => Promise<Result<void, SaveFailure>>;
  /** Sound is long, so it stays on the disk until it is asked for. Whether all of a part has come, and what it says. */
  readonly hasPart: (record: Id) => boolean;
  readonly openPart: (record: Id) => Promise<Result<Says, PartFailure>>;
  readonly standingOf: (record: Id) => Standing;
  /** Own entries by standing, and those the endpoint set aside with its reason. */
  readonly delivery: () => {
    readonly waiting: number;
    readonly delivered: number;
    readonly setAside: readonly SetAsideEntry[];
    /** Written anew since; kept all the same. */
    readonly resolved: number;
    /** Records of supervisors' decisions about them that this device has carried out. */
    readonly carriedOut: readonly Id[];
  };
  /** Offers what was set aside to the office once more. */
  readonly tryAgain: (n: number) => Promise<Result<void, SaveFailure>>;
  /** Writes what was set aside as a new entry; the old one is kept, as resolved. */
  readonly writeAnew: (n: number) => Promise<Result<void, AnewFailure>>;
  /** Whether another phone goes by this one's name: this one was put back from an older copy, or copied. */
  readonly twin: () => boolean;
  /** Entries that arrived but cannot be opened here (yet): key not come, damaged, or written by a newer version. */
  readonly unopened: () => number;
  /** At the office: entries that a device has written, by its own count, and that have not come. */
  readonly missing: () => number;
  readonly members: () => readonly Member[];
  /** The device that wrote a record's first entry, for a reply that only it and the office can open. */
  readonly writerDeviceOf: (record: Id) => Id | undefined;
  readonly drafts: Drafts;
  readonly newId: () => Id;
  /** The day on this device's calendar, and the instant with offset. */
  readonly today: () => string;
  readonly now: () => string;
}

export type { OpenedEntry };
