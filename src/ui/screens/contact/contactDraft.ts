/** What a contact looks like while it is being written, and the entries it becomes. Knows no screen. */
import * as v from 'valibot';
import { Contact } from '../../../domain/contact.ts';
import type { CarriedOver } from '../../../domain/contactSummary.ts';
import { office, type Says } from '../../../domain/entry.ts';
import type { Id } from '../../../domain/id.ts';
import type { Person } from '../../../domain/person.ts';
import { followsMinorPath, type MinorReport } from '../../../domain/screening.ts';
import type { NewEntry } from '../../../store/notebook.ts';

type Blank<T> = { readonly [K in keyof T]?: T[K] | undefined };
/** The fields a worker fills in; each may be blank. */
export type ContactFields = Blank<
  Pick<
    Contact,
    | 'day'
    | 'placeType'
    | 'area'
    | 'channel'
    | 'language'
    | 'interpreter'
    | 'interpreterReason'
    | 'privacy'
    | 'ageGroup'
    | 'people'
    | 'items'
    | 'followUp'
    | 'note'
  >
>;
export type Groups = NonNullable<Person['groups']>;

export interface ContactDraft {
  readonly person: Id;
  /** Somebody not met before: their own record is written with the contact. */
  readonly isNew: boolean;
  readonly cue?: Person['cue'] | undefined;
  readonly groups?: Groups | undefined;
  readonly fields: ContactFields;
  /** Place and language were taken over from the contact before: shown as one line until somebody changes them. */
  readonly carried: boolean;
  /** For the under-18 path: made beforehand, so that saving twice writes it once. */
  readonly minorRecord: Id;
  readonly minorReport: MinorReport;
}

export interface DraftBeginning {
  readonly person: Id;
  readonly isNew: boolean;
  readonly minorRecord: Id;
  readonly today: string;
  readonly carriedOver: CarriedOver;
}

export const beginContact = ({ person, isNew, minorRecord, today, carriedOver }: DraftBeginning): ContactDraft => ({
  person,
  isNew,
  fields: { channel: 'met', people: 1, ...carriedOver, day: today },
  carried: carriedOver.placeType !== undefined || carriedOver.area !== undefined || carriedOver.language !== undefined,
  minorRecord,
  minorReport: {},
});

export const contactDraftId = (record: Id): string => `contact:${record}`;
export const answerDraftId = (screening: Id): string => `answer:${screening}`;
export const correctionDraftId = (record: Id): string => `correction:${record}`;

/** Blank fields are left out: a missing answer is never an answer. */
export const withoutBlanks = (fields: Readonly<Record<string, unknown>>): Says =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );

const trimmed = (fields: ContactFields): ContactFields => ({
  ...fields,
  note: fields.note?.trim(),
  interpreterReason: fields.interpreter === 'other' ? fields.interpreterReason?.trim() : undefined,
});

export const contactSays = ({ person, fields }: Pick<ContactDraft, 'person' | 'fields'>): Says =>
  withoutBlanks({ person, ...trimmed(fields) });

export const contactProblems = ['interpreter-reason', 'day'] as const;
export type ContactProblem = (typeof contactProblems)[number];

/** R9: anybody but a trained, unconnected interpreter needs a reason in words. */
export const problemsIn = (fields: ContactFields): readonly ContactProblem[] => [
  ...(fields.interpreter === 'other' && !fields.interpreterReason?.trim() ? (['interpreter-reason'] as const) : []),
  ...(v.safeParse(Contact.entries.day, fields.day).success ? [] : (['day'] as const)),
];

/** The under-18 path was begun: who reports was said, so the office must see it even without a checklist (R12). */
export const reportsMinor = ({ fields, minorReport }: ContactDraft): boolean =>
  fields.ageGroup !== undefined && followsMinorPath(fields.ageGroup) && minorReport.reportedBy !== undefined;

/** The entries of a new contact, the contact itself last: it takes the draft with it, and what came before may be there already. */
export const entriesOf = (draft: ContactDraft, record: Id, isWritten: (record: Id) => boolean): readonly NewEntry[] => {
  const person: NewEntry = {
    kind: 'person',
    record: draft.person,
    says: withoutBlanks({ cue: draft.cue, groups: draft.groups }),
    audience: office,
  };
  const minor: NewEntry = {
    kind: 'screening',
    record: draft.minorRecord,
    says: withoutBlanks({
      person: draft.person,
      day: draft.fields.day,
      outcome: 'minor-path',
      ageGroup: draft.fields.ageGroup,
      minorReport: withoutBlanks(draft.minorReport),
    }),
    audience: office,
  };
  const before = [...(draft.isNew ? [person] : []), ...(reportsMinor(draft) ? [minor] : [])].filter((entry) => !isWritten(entry.record));
  return [...before, { kind: 'contact', record, says: contactSays(draft), audience: office, draft: contactDraftId(record) }];
};

/** What changed between two versions of a contact, as an amendment says it; `null` takes a field back. */
export const changedFields = (before: ContactFields, after: ContactFields): Says => {
  const was = withoutBlanks(trimmed(before));
  const is = withoutBlanks(trimmed(after));
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return Object.fromEntries(
    [...names].filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name])).map((name) => [name, is[name] ?? null]),
  );
};

const fieldNames: readonly (keyof ContactFields)[] = [
  'day',
  'placeType',
  'area',
  'channel',
  'language',
  'interpreter',
  'interpreterReason',
  'privacy',
  'ageGroup',
  'people',
  'items',
  'followUp',
  'note',
];
export const fieldsOf = (contact: Contact): ContactFields => Object.fromEntries(fieldNames.map((name) => [name, contact[name]]));
