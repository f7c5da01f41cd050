/**
 * Wording that a supervisor of the organisation accepted, laid over what the app came with. One entry says many texts of one
 * language. What stands above what is known by what its writer had seen, never by a clock; two who had not seen each other are
 * both shown to supervisors, and until one of them settles it every phone takes the same. Writing it is wordingEntries.ts.
 */
import * as v from 'valibot';
import { type RecordState, valuesOf } from './fold.ts';
import { Day, Id } from './id.ts';
import type { RecordsOf } from './library.ts';
import { writtenFirst } from './records.ts';
import type { ReviewState } from './wordingStates.ts';

/** What somebody may say of a wording by accepting it. */
export const acceptedStates = ['translated', 'reviewed', 'field-checked', 'approved'] as const satisfies readonly ReviewState[];
export type AcceptedState = (typeof acceptedStates)[number];

export const longestWording = 4_000;
export const longestNote = 1_000;
export const longestName = 200;

export const LanguageTag = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/));
/** `ns:key`, one form of a plural with its ending. What every object of the language has by itself is no key. */
export const WordingKey = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[a-z]+:[\w-]+(?:\.[\w-]+)*$/),
  v.check((key) => !/[.:](?:__\w+__|prototype|constructor)(?:\.|$)/.test(key)),
);
export const WordingWords = v.pipe(v.string(), v.minLength(1), v.maxLength(longestWording));
/** Of the English text it was written from (sum.ts). */
const Source = v.pipe(v.string(), v.maxLength(16));

export const AcceptedText = v.object({
  text: WordingWords,
  state: v.picklist(acceptedStates),
  source: Source,
  /** Who stands for it: a name or a role, as they wish; and the day it was accepted. */
  who: v.optional(v.pipe(v.string(), v.maxLength(longestName))),
  when: v.optional(Day),
  /** The proposal it came from. */
  proposal: v.optional(Id),
});
export type AcceptedText = v.InferOutput<typeof AcceptedText>;

const WordingSet = v.object({
  language: LanguageTag,
  /** Each is read by itself: what a newer version wrote otherwise does not take the others with it. */
  texts: v.record(v.string(), v.unknown()),
  replaces: v.array(Id),
  /** `false`: taken back, and what it stood above stands again. */
  offered: v.optional(v.boolean()),
});

export interface AcceptedSet {
  readonly record: Id;
  readonly language: string;
  readonly texts: ReadonlyMap<string, AcceptedText>;
  readonly replaces: readonly Id[];
  readonly offered: boolean;
  readonly by: { readonly person: Id; readonly name: string } | null;
  /** The writer's own claim: an order to read in, which decides nothing. */
  readonly writtenAt: string;
}

const textsIn = (said: Readonly<Record<string, unknown>>): ReadonlyMap<string, AcceptedText> =>
  new Map(
    Object.entries(said).flatMap(([key, text]) => {
      const parsed = v.safeParse(AcceptedText, text);
      return v.is(WordingKey, key) && parsed.success ? [[key, parsed.output] as const] : [];
    }),
  );

const readSet = (state: RecordState): AcceptedSet | null => {
  const parsed = v.safeParse(WordingSet, valuesOf(state));
  if (!parsed.success) return null;
  const { language, texts, replaces, offered } = parsed.output;
  const { by = null, writtenAt = '' } = writtenFirst(state)?.body ?? {};
  return { record: state.record, language, texts: textsIn(texts), replaces, offered: offered !== false, by, writtenAt };
};

// A fold is made anew whenever its record changes, so the state itself is the key, and old ones go with it.
const sets = new WeakMap<RecordState, AcceptedSet | null>();
const setOf = (state: RecordState): AcceptedSet | null => {
  const kept = sets.get(state);
  if (kept !== undefined) return kept;
  const read = readSet(state);
  sets.set(state, read);
  return read;
};

/** Everything ever accepted, in the order of its records, which is the same on every device. */
export const acceptedSets = (records: RecordsOf): readonly AcceptedSet[] =>
  records('wording')
    .flatMap((state) => setOf(state) ?? [])
    .sort((a, b) => (a.record < b.record ? -1 : 1));

/** What each set stands above, and what those stood above. */
const replacedBy = (all: readonly AcceptedSet[]): ((set: AcceptedSet) => ReadonlySet<Id>) => {
  const byId = new Map(all.map((set) => [set.record, set]));
  const known = new Map<Id, ReadonlySet<Id>>();
  return (set) => {
    const kept = known.get(set.record);
    if (kept) return kept;
    const older = new Set<Id>();
    const left = [...set.replaces];
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      if (older.has(id)) continue;
      older.add(id);
      left.push(...(byId.get(id)?.replaces ?? []));
    }
    known.set(set.record, older);
    return older;
  };
};

export interface Accepted extends AcceptedText {
  readonly record: Id;
  readonly by: AcceptedSet['by'];
}

export interface StandingWording {
  /** What every phone takes: of several the one that was looked at least, and of those the first by record. */
  readonly taken: Accepted;
  /** What other supervisors said who had not seen it. */
  readonly others: readonly Accepted[];
}

const lessLookedAt = (a: Accepted, b: Accepted): number =>
  acceptedStates.indexOf(a.state) - acceptedStates.indexOf(b.state) || (a.record < b.record ? -1 : 1);

const standingOf = (saying: readonly AcceptedSet[], key: string, older: (set: AcceptedSet) => ReadonlySet<Id>): StandingWording | null => {
  const replaced = new Set(saying.flatMap((set) => [...older(set)]));
  const standing = saying.flatMap(({ record, texts, by }): readonly Accepted[] => {
    const text = texts.get(key);
    return text && !replaced.has(record) ? [{ ...text, record, by }] : [];
  });
  const [taken, ...others] = standing.sort(lessLookedAt);
  return taken ? { taken, others } : null;
};

export type StandingTexts = ReadonlyMap<string, StandingWording>;

const textsOf = (sets: readonly AcceptedSet[], older: (set: AcceptedSet) => ReadonlySet<Id>): StandingTexts => {
  const saying = new Map<string, AcceptedSet[]>();
  for (const set of sets) for (const key of set.texts.keys()) saying.set(key, [...(saying.get(key) ?? []), set]);
  return new Map(
    [...saying].flatMap(([key, those]) => {
      const standing = standingOf(those, key, older);
      return standing ? [[key, standing] as const] : [];
    }),
  );
};

/** By language, then by key: what stands of all that supervisors accepted. */
export const standingWording = (records: RecordsOf): ReadonlyMap<string, StandingTexts> => {
  const all = acceptedSets(records);
  const older = replacedBy(all);
  const offered = all.filter((set) => set.offered);
  const languages = [...new Set(offered.map(({ language }) => language))];
  return new Map(
    languages.map((language) => [
      language,
      textsOf(
        offered.filter((set) => set.language === language),
        older,
      ),
    ]),
  );
};

/** Where two supervisors say different things of one text and neither had seen the other. */
export const isDisputed = ({ taken, others }: StandingWording): boolean => others.some(({ text }) => text !== taken.text);
