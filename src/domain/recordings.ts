/**
 * Recordings: staff read aloud what a checklist says, in one spoken language each, so that somebody who does not read can listen.
 * A head says what was read and names its parts, which hold the sound. What stands above what is known by what was seen, never by a
 * clock. Only staff's own voices, at the office: nothing in the app records the people met. Writing them is recordingEntries.ts.
 */
import * as v from 'valibot';
import { fromBase64 } from './base64.ts';
import { type RecordState, valuesOf } from './fold.ts';
import { Id } from './id.ts';
import type { RecordsOf } from './library.ts';
import { writtenFirst } from './records.ts';
import { sumOf } from './sum.ts';
import { LanguageTag, longestName, WordingKey } from './wording.ts';

export const longestRecording = { seconds: 60, bytes: 400_000 } as const;

const ownParts = ['label', 'hint', 'choice'] as const;
export type OwnPart = (typeof ownParts)[number];

/** What was read aloud: wording of ours by its key, or a text inside a checklist by where it stands there. */
export const RecordedPlace = v.union([
  v.object({ key: WordingKey }),
  v.object({
    checklist: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
    path: v.pipe(v.string(), v.minLength(1), v.maxLength(4_000)),
    part: v.picklist(ownParts),
    choice: v.optional(v.pipe(v.string(), v.maxLength(300))),
  }),
]);
export type RecordedPlace = v.InferOutput<typeof RecordedPlace>;

export const placeName = (place: RecordedPlace): string =>
  'key' in place ? place.key : JSON.stringify([place.checklist, place.path, place.part, place.choice ?? '']);

const RecordingHead = v.object({
  of: RecordedPlace,
  language: LanguageTag,
  mime: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(longestRecording.seconds)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestRecording.bytes)),
  parts: v.pipe(v.array(Id), v.minLength(1), v.maxLength(64)),
  /** Of the sound as its parts hold it (sum.ts). */
  sum: v.string(),
  /** Of the original text at the time (sum.ts): once that says something else, the recording is not played any more. */
  source: v.string(),
  /** Whose voice: a name or a role, as they wish. */
  reader: v.optional(v.pipe(v.string(), v.maxLength(longestName))),
  replaces: v.array(Id),
  offered: v.optional(v.boolean()),
});
type RecordingHead = v.InferOutput<typeof RecordingHead>;

export const RecordingPart = v.looseObject({ of: Id, sound: v.string() });

export interface Recording extends Omit<RecordingHead, 'offered'> {
  readonly record: Id;
  readonly offered: boolean;
  readonly by: { readonly person: Id; readonly name: string };
  readonly at: string;
}

const readHead = (state: RecordState): Recording | null => {
  const parsed = v.safeParse(RecordingHead, valuesOf(state));
  if (!parsed.success) return null;
  const first = writtenFirst(state)?.body;
  const by = first?.by ?? { person: '', name: '' };
  return { ...parsed.output, offered: parsed.output.offered !== false, record: state.record, by, at: first?.writtenAt ?? '' };
};

// A fold is made anew whenever its record changes, so the state itself is the key, and old ones go with it.
const heads = new WeakMap<RecordState, Recording | null>();
const headOf = (state: RecordState): Recording | null => {
  const kept = heads.get(state);
  if (kept !== undefined) return kept;
  const head = readHead(state);
  heads.set(state, head);
  return head;
};

/** Everything ever recorded, in the order of its records, which is the same on every device. */
export const allRecordings = (records: RecordsOf): readonly Recording[] =>
  records('recording')
    .flatMap((state) => headOf(state) ?? [])
    .sort((a, b) => (a.record < b.record ? -1 : 1));

/** The one that no other replaces; of several made without knowledge of each other, every phone takes the same. */
const newestOf = (same: readonly Recording[]): Recording | undefined => {
  const byRecord = new Map(same.map((one) => [one.record, one]));
  const replaced = new Set<Id>();
  const left = same.filter(({ offered }) => offered).flatMap(({ replaces }) => replaces);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (replaced.has(id)) continue;
    replaced.add(id);
    left.push(...(byRecord.get(id)?.replaces ?? []));
  }
  return same.find(({ record, offered }) => offered && !replaced.has(record));
};

/** By the spoken language, then by the name of the place. */
export type RecordingsByLanguage = ReadonlyMap<string, ReadonlyMap<string, Recording>>;

const grouped = (records: RecordsOf): ReadonlyMap<string, ReadonlyMap<string, readonly Recording[]>> => {
  const groups = new Map<string, Map<string, Recording[]>>();
  for (const one of allRecordings(records)) {
    const places = groups.get(one.language) ?? new Map<string, Recording[]>();
    const name = placeName(one.of);
    groups.set(one.language, places.set(name, [...(places.get(name) ?? []), one]));
  }
  return groups;
};

const fold = (records: RecordsOf): RecordingsByLanguage => {
  const standing = [...grouped(records)].map(([language, places]) => {
    const newest = [...places].flatMap(([name, same]) => {
      const one = newestOf(same);
      return one ? [[name, one] as const] : [];
    });
    return [language, new Map(newest)] as const;
  });
  return new Map(standing.filter(([, places]) => places.size > 0));
};

// The notebook hands out the same list until something was added.
const folded = new WeakMap<readonly RecordState[], RecordingsByLanguage>();

export const recordingsIn = (records: RecordsOf): RecordingsByLanguage => {
  const states = records('recording');
  const kept = folded.get(states) ?? fold(() => states);
  folded.set(states, kept);
  return kept;
};

/** All that was recorded of one place and still is offered, whether something newer stands above it or not. */
export const recordingsOf = (records: RecordsOf, place: RecordedPlace, language: string): readonly Recording[] => {
  const name = placeName(place);
  return allRecordings(records).filter((one) => one.offered && one.language === language && placeName(one.of) === name);
};

/** The sound itself; `null` when a part is missing or is not what the head names. */
export const soundFrom = (recording: Pick<Recording, 'record' | 'bytes' | 'sum'>, parts: readonly unknown[]) => {
  const read = parts.map((part) => v.safeParse(RecordingPart, part));
  const sound = read.map((part) => (part.success && part.output.of === recording.record ? part.output.sound : '')).join('');
  const bytes = sumOf(sound) === recording.sum ? fromBase64(sound) : null;
  return bytes?.length === recording.bytes ? bytes : null;
};
