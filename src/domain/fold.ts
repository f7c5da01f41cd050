/**
 * The fold: what is shown of a record is worked out from its entries, walked in causal order. An entry supersedes what
 * its writer had seen. Two entries neither of which saw the other, and which say different things of one field, are a
 * disagreement: both stay until a person settles it with one more entry. Nobody's clock decides anything.
 */
import { type OpenedEntry, type Says, supervisorsKinds } from './entry.ts';
import type { Id } from './id.ts';

export interface Assertion {
  readonly value: unknown;
  readonly entry: OpenedEntry;
}

export interface FieldState {
  /** What nobody has superseded: one, or several that agree or disagree. Never empty. */
  readonly standing: readonly Assertion[];
  readonly disagrees: boolean;
  /** The only value; or, while people disagree, the more protective one. */
  readonly value: unknown;
}

export interface RecordState {
  readonly record: Id;
  /** The kind of its first entry. */
  readonly kind: string;
  readonly fields: ReadonlyMap<string, FieldState>;
  /** All entries, causal order; ties by id, which is the same on every device. */
  readonly history: readonly OpenedEntry[];
  /** Entries that no other entry has seen. The next writer puts these in `after`. */
  readonly heads: readonly Id[];
}

/** These say their parts one by one, so that two people answering two questions do not disagree. */
const partwise: ReadonlySet<string> = new Set(['answers', 'items']);
const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/** The fields an entry speaks of: `note`, `answers.free-to-leave`, … A review or decision is one field, not many. */
export const fieldsSaid = (kind: string, says: Says): readonly (readonly [string, unknown])[] => {
  // A review is a supervisor's own kind of entry: an amendment cannot say one on the side.
  if (kind === 'amendment') return isParts(says.fields) ? Object.entries(says.fields).filter(([name]) => name !== 'review') : [];
  if (kind === 'review') return [['review', says]];
  if (kind === 'seen') return [];
  return Object.entries(says).flatMap(([name, value]) =>
    partwise.has(name) && isParts(value)
      ? Object.entries(value).map(([part, said]) => [`${name}.${part}`, said] as const)
      : [[name, value] as const],
  );
};

const byId = (a: OpenedEntry, b: OpenedEntry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Parents first; entries whose parents have not arrived yet are treated as if those were not named. */
export const causalOrder = (entries: readonly OpenedEntry[]): readonly OpenedEntry[] => {
  if (entries.length < 2) return entries;
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const done = new Set<Id>();
  const ordered: OpenedEntry[] = [];
  let waiting = [...known.values()].sort(byId);
  while (waiting.length > 0) {
    const ready = waiting.filter(({ body }) => body.after.every((id) => done.has(id) || !known.has(id)));
    // Hashes cannot form a circle; if damaged data claims one, the rest is walked by id rather than lost.
    const next = ready.length > 0 ? ready : waiting;
    for (const entry of next) {
      done.add(entry.id);
      ordered.push(entry);
    }
    waiting = waiting.filter(({ id }) => !done.has(id));
  }
  return ordered;
};

/** Every entry's ancestors within the record. */
export const ancestry = (ordered: readonly OpenedEntry[]): ReadonlyMap<Id, ReadonlySet<Id>> => {
  const seen = new Map<Id, Set<Id>>();
  for (const { id, body } of ordered) {
    const mine = new Set<Id>();
    for (const parent of body.after) {
      mine.add(parent);
      for (const older of seen.get(parent) ?? []) mine.add(older);
    }
    seen.set(id, mine);
  }
  return seen;
};

export const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isParts(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/** Which value stands while people disagree: the one that protects the person more. */
const protectiveOrder: Readonly<Record<string, readonly unknown[]>> = {
  'items.take-part': ['no', 'later', 'yes'],
  'items.keep-record': ['no', 'later', 'yes'],
  'items.contact-me': ['no', 'later', 'yes'],
  'items.research': ['no', 'later', 'yes'],
  ageGroup: ['under-18', 'unsure', 'under-18-when-it-began', 'adult'],
  privacy: ['watched', 'unsure', 'others-near', 'alone'],
  followUp: ['no', 'later', 'yes'],
  // A checklist that somebody has withdrawn may do harm; one that is missing is noticed.
  offered: [false, true],
  // Wording that nobody checked: with the original beneath it while they disagree.
  allowed: [false, true],
};

const moreProtective = (field: string, standing: readonly Assertion[]): unknown => {
  const order = protectiveOrder[field] ?? (field.startsWith('answers.') ? [] : undefined);
  const rank = ({ value }: Assertion) => {
    const at = order ? order.indexOf(value) : -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return [...standing].sort((a, b) => rank(a) - rank(b) || byId(a.entry, b.entry))[0]?.value;
};

const fieldState = (field: string, standing: readonly Assertion[]): FieldState => {
  const disagrees = standing.length > 1 && new Set(standing.map(({ value }) => spelled(value))).size > 1;
  return { standing, disagrees, value: disagrees ? moreProtective(field, standing) : standing[0]?.value };
};

const isSupervisors = ({ role, body }: OpenedEntry): boolean =>
  role === 'supervisor' && body.kind !== 'review' && supervisorsKinds.has(body.kind);

/** A review counts only from a supervisor; what only supervisors begin (a published checklist), only they go on with. */
const whoCounts = (entries: readonly OpenedEntry[]): readonly OpenedEntry[] => {
  const theirs = entries.some(isSupervisors);
  return entries.filter(({ role, body }) => role === 'supervisor' || !(theirs || supervisorsKinds.has(body.kind)));
};

/** `entries`: all opened entries of one record, in any order, doubled or not: the same set gives the same state. */
export const foldRecord = (record: Id, entries: readonly OpenedEntry[]): RecordState => {
  const history = causalOrder(whoCounts(entries));
  const before = ancestry(history);
  const standing = new Map<string, Assertion[]>();
  for (const entry of history) {
    const seen = before.get(entry.id);
    for (const [field, value] of fieldsSaid(entry.body.kind, entry.body.says)) {
      const others = (standing.get(field) ?? []).filter((old) => !seen?.has(old.entry.id));
      standing.set(field, [...others, { value, entry }]);
    }
  }
  const superseded = new Set(history.flatMap(({ body }) => body.after));
  return {
    record,
    kind:
      history.find(({ body }) => body.kind !== 'amendment' && body.kind !== 'review' && body.kind !== 'seen')?.body.kind ??
      history[0]?.body.kind ??
      'unknown',
    fields: new Map([...standing].map(([field, assertions]) => [field, fieldState(field, assertions)])),
    history,
    heads: history.filter(({ id }) => !superseded.has(id)).map(({ id }) => id),
  };
};

export const disagreementsIn = (state: RecordState): readonly string[] =>
  [...state.fields].filter(([, { disagrees }]) => disagrees).map(([field]) => field);

/** Fields put together again, as their kind says them; `null` values were taken back. */
export const valuesFrom = (fields: Iterable<readonly [string, unknown]>): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [field, value] of fields) {
    if (value === null || value === undefined) continue;
    const dot = field.indexOf('.');
    const [whole, part] = dot > 0 && partwise.has(field.slice(0, dot)) ? [field.slice(0, dot), field.slice(dot + 1)] : [field, ''];
    if (part === '') values[whole] = value;
    else values[whole] = { ...(isParts(values[whole]) ? values[whole] : {}), [part]: value };
  }
  return values;
};

export const valuesOf = (state: RecordState): Record<string, unknown> =>
  valuesFrom([...state.fields].map(([field, { value }]) => [field, value] as const));
