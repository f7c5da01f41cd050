/**
 * An entry is one immutable thing somebody wrote down. Entries are added, never changed;
 * what a screen shows is a fold over them (fold.ts). Unknown kinds and fields are kept as they came.
 */
import * as v from 'valibot';
import { Id } from './id.ts';

/** The kinds this version understands. A newer phone may send others: they are kept, and shown as such. */
export const knownKinds = [
  'person',
  'contact',
  'consent',
  'screening',
  'amendment',
  'review',
  'seen',
  'member',
  'invitation',
  'organisation',
  'checklist',
  'checklist-part',
  'built-in-checklist',
  'assignment',
  'wording-allowed',
  'wording',
  'wording-proposal',
  'recording',
  'recording-part',
  'set-aside',
  'set-aside-decision',
] as const;
export type KnownKind = (typeof knownKinds)[number];

export const Says = v.record(v.string(), v.unknown());
export type Says = v.InferOutput<typeof Says>;

export const EntryBody = v.looseObject({
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  record: Id,
  /** The device's own claim, ISO 8601 with offset; nothing is decided by it. */
  writtenAt: v.pipe(v.string(), v.maxLength(40)),
  by: v.looseObject({ person: Id, name: v.pipe(v.string(), v.maxLength(80)) }),
  /** Ids of the record's heads that the writer had seen. */
  after: v.pipe(v.array(Id), v.maxLength(64)),
  says: Says,
});
export type EntryBody = v.InferOutput<typeof EntryBody>;

/** An entry that was opened and whose chain and writer were checked. */
export interface OpenedEntry {
  readonly id: Id;
  readonly device: Id;
  /** The writer's role in the roster when this was opened. */
  readonly role: Role;
  readonly body: EntryBody;
}

export const roles = ['worker', 'supervisor'] as const;
export const Role = v.picklist(roles);
export type Role = v.InferOutput<typeof Role>;

/** Who can open an entry. The office is always among the readers: nothing is lost with a phone. */
export interface Audience {
  /** Devices besides the office's supervisors; the writer's own device always can. */
  readonly devices: readonly Id[];
  /** Every device of the organisation, those let in later too. Only a supervisor writes to everybody. */
  readonly everybody?: true;
}
export const office: Audience = { devices: [] };
export const everybody: Audience = { devices: [], everybody: true };

/** An entry that somebody is about to write. */
export interface ToWrite {
  readonly kind: string;
  readonly record: Id;
  readonly says: Says;
  readonly audience: Audience;
  /** Heads of the record that the writer has seen without holding them here: of a screening that was handed over. */
  readonly after?: readonly Id[];
}

/** Only supervisors write these; from anybody else they count for nothing (fold.ts). */
export const supervisorsKinds: ReadonlySet<string> = new Set([
  'review',
  'checklist',
  'checklist-part',
  'built-in-checklist',
  'assignment',
  'wording-allowed',
  'wording',
  'recording',
  'recording-part',
  'set-aside-decision',
]);
