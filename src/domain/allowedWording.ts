/**
 * A supervisor may let a language be used without the English beneath it before its wording was checked, with a reason. It counts
 * for one language and everybody, is written down where it is used, and can be taken back; while two disagree it does not count.
 */
import * as v from 'valibot';
import { everybody, type ToWrite } from './entry.ts';
import { type RecordState, valuesOf } from './fold.ts';
import type { Id, NewId } from './id.ts';
import type { RecordsOf } from './library.ts';
import { writtenFirst } from './records.ts';

export const longestReason = 300;
const Says = v.looseObject({
  /** BCP 47. */
  language: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestReason)),
  allowed: v.optional(v.boolean()),
});

export interface AllowedWording {
  readonly record: Id;
  readonly language: string;
  readonly reason: string;
  readonly by: { readonly person: Id; readonly name: string };
  /** The writer's own claim. */
  readonly at: string;
}

const allowedIn = (state: RecordState): readonly AllowedWording[] => {
  const parsed = v.safeParse(Says, valuesOf(state));
  if (!parsed.success || parsed.output.allowed === false) return [];
  const first = writtenFirst(state);
  const by = first?.body.by ?? { person: '', name: '' };
  return [{ record: state.record, language: parsed.output.language, reason: parsed.output.reason, by, at: first?.body.writtenAt ?? '' }];
};

/** What stands for a language: the same record on every device. */
export const findAllowed = (records: RecordsOf, language: string): AllowedWording | null =>
  allowedFor(records, language).sort((a, b) => (a.record < b.record ? -1 : 1))[0] ?? null;

const allowedFor = (records: RecordsOf, language: string): AllowedWording[] =>
  records('wording-allowed').flatMap((state) => allowedIn(state).filter((one) => one.language === language));

export const allowWording = (language: string, reason: string, newId: NewId): ToWrite => ({
  kind: 'wording-allowed',
  record: newId(),
  says: { language, reason: reason.trim() },
  audience: everybody,
});

/** Two supervisors may have allowed it without knowing of each other: taken back is all of it. */
export const takingBack = (records: RecordsOf, language: string): readonly ToWrite[] =>
  allowedFor(records, language).map(({ record }) => ({
    kind: 'amendment',
    record,
    says: { fields: { allowed: false } },
    audience: everybody,
  }));
