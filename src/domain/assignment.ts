/**
 * Handing a paused screening to another worker. Their phone does not hold it, so the assignment carries how it stood and
 * the heads that shows; what they write then names those heads, and joins the record at the office as if they had held it.
 */
import * as v from 'valibot';
import { office, Says, type ToWrite } from './entry.ts';
import { ancestry, fieldsSaid, type RecordState, spelled, valuesFrom, valuesOf } from './fold.ts';
import { Day, Id, type NewId } from './id.ts';
import type { RecordsOf } from './library.ts';
import { writtenFirst } from './records.ts';
import { Screening } from './screening.ts';

/** One for each device of the worker; `handover` is the same in all of them. */
export const Assignment = v.looseObject({
  handover: Id,
  screening: Id,
  /** Whose it becomes: a person, and the device this one is sealed to. */
  to: Id,
  device: Id,
  day: Day,
  /** The screening as the supervisor saw it, and the entries that shows. */
  snapshot: Says,
  heads: v.array(Id),
  /** Who it is about, and what the worker may know to find them again: code and cue. */
  about: v.looseObject({ person: Id, cue: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
  takenBack: v.optional(v.boolean()),
});
export type Assignment = v.InferOutput<typeof Assignment>;

export interface Handed {
  readonly record: Id;
  readonly assignment: Assignment;
  readonly by: { readonly person: Id; readonly name: string };
}

export const handedIn = (state: RecordState): Handed | null => {
  const parsed = state.kind === 'assignment' ? v.safeParse(Assignment, valuesOf(state)) : null;
  const by = writtenFirst(state)?.body.by;
  return parsed?.success && by ? { record: state.record, assignment: parsed.output, by } : null;
};

export const allHanded = (records: RecordsOf): readonly Handed[] => records('assignment').flatMap((state) => handedIn(state) ?? []);

const isTakenBack = ({ assignment }: Handed): boolean => assignment.takenBack === true;

/**
 * Whether the one it was given to has brought it to an end: by an entry of theirs that builds on what was handed over. Whoever
 * else went on with it meanwhile has not done this one; that is a disagreement, and for people to settle.
 */
export const isDone = ({ assignment }: Handed, screening: RecordState | undefined): boolean => {
  if (!screening) return false;
  const before = ancestry(screening.history);
  return screening.history.some(({ id, body }) => {
    if (body.by.person !== assignment.to || body.kind !== 'amendment') return false;
    const outcome = fieldsSaid(body.kind, body.says).find(([field]) => field === 'outcome')?.[1];
    return typeof outcome === 'string' && outcome !== 'paused' && assignment.heads.some((head) => before.get(id)?.has(head));
  });
};

/** A review is a supervisor's word to the writer, and no part of what is gone on with. */
const withoutReview = (values: Record<string, unknown>): Record<string, unknown> => {
  const { review: _, ...rest } = values;
  return rest;
};

const takeBack = ({ record, assignment }: Handed): ToWrite => ({
  kind: 'amendment',
  record,
  says: { fields: { takenBack: true } },
  audience: { devices: [assignment.device] },
});

export interface HandingOver {
  readonly screening: RecordState;
  readonly to: { readonly person: Id; readonly devices: readonly Id[] };
  readonly person: Id;
  readonly cue?: string | undefined;
  readonly day: Day;
}

/**
 * For `notebook.writeTogether`: hands it over, and takes it back from whoever has it. Nothing when the worker has no device.
 * What was once handed over may have been read: taking it back only asks to leave it.
 */
export const handOver = ({ screening, to, person, cue, day }: HandingOver, records: RecordsOf, newId: NewId): readonly ToWrite[] => {
  const says = {
    handover: newId(),
    screening: screening.record,
    to: to.person,
    day,
    snapshot: withoutReview(valuesOf(screening)),
    heads: [...screening.heads].slice(0, 64),
    about: { person, ...(cue ? { cue } : {}) },
  };
  const given = to.devices.map(
    (device): ToWrite => ({ kind: 'assignment', record: newId(), says: { ...says, device }, audience: { devices: [device] } }),
  );
  return given.length === 0 ? [] : [...takenBack(screening.record, records), ...given];
};

/** Takes a screening back from everybody who has it. */
export const takenBack = (screening: Id, records: RecordsOf): readonly ToWrite[] =>
  allHanded(records)
    .filter((handed) => handed.assignment.screening === screening && !isTakenBack(handed))
    .map(takeBack);

export interface MyAssignment extends Handed {
  readonly screening: Id;
  /** `done`: I have brought it to an end, and the office will have it with the next exchange. */
  readonly standing: 'open' | 'done' | 'taken-back';
  /** How it stands now: what was handed over, and what I have written since. `null` when a newer version wrote it. */
  readonly stands: Screening | null;
  /** What an entry that goes on with it names as seen. */
  readonly heads: readonly Id[];
}

/** The snapshot, and on top of it field by field what was written since. */
const overlaid = (snapshot: Says, later: RecordState | undefined): Record<string, unknown> => {
  const since = [...(later?.fields ?? [])].filter(([field]) => field !== 'review').map(([field, { value }]) => [field, value] as const);
  return valuesFrom(new Map([...fieldsSaid('screening', snapshot), ...since]));
};

const mine = (handed: Handed, later: RecordState | undefined): MyAssignment => {
  const { assignment } = handed;
  const stands = v.safeParse(Screening, overlaid(assignment.snapshot, later));
  return {
    ...handed,
    screening: assignment.screening,
    standing: isTakenBack(handed) ? 'taken-back' : isDone(handed, later) ? 'done' : 'open',
    stands: stands.success ? stands.output : null,
    heads: [...new Set([...assignment.heads, ...(later?.heads ?? [])])],
  };
};

/** What was handed to me, each once however many devices I have; what I can go on with first, the newest first. */
export const assignmentsFor = (me: Id, records: RecordsOf, record: (id: Id) => RecordState | undefined): readonly MyAssignment[] => {
  const handed = allHanded(records).filter(({ assignment }) => assignment.to === me);
  const once = new Map(handed.map((one) => [one.assignment.handover, one]));
  return [...once.values()]
    .map((one) => mine(one, record(one.assignment.screening)))
    .sort(
      (a, b) =>
        Number(b.standing === 'open') - Number(a.standing === 'open') ||
        (a.assignment.day === b.assignment.day ? 0 : a.assignment.day < b.assignment.day ? 1 : -1),
    );
};

/** The fields in which two tellings differ, answers one by one; what is no longer said is taken back by `null`. */
export const fieldsChanged = (before: Says, now: Says): Record<string, unknown> => {
  const was = new Map(fieldsSaid('screening', before));
  const is = new Map(fieldsSaid('screening', now));
  const gone = [...was.keys()].filter((field) => !is.has(field)).map((field) => [field, null] as const);
  return Object.fromEntries([...[...is].filter(([field, value]) => spelled(value) !== spelled(was.get(field))), ...gone]);
};

/** Going on with what was handed over: one more entry of the screening, which only the office can open. */
export const goingOn = ({ screening, heads, stands }: Pick<MyAssignment, 'screening' | 'heads' | 'stands'>, now: Says): ToWrite => ({
  kind: 'amendment',
  record: screening,
  says: { fields: fieldsChanged(stands ?? {}, now) },
  audience: office,
  after: heads,
});
