/**
 * AATOP's question 1, "people identified through the project", by the counting rule printed beside it. A person counts
 * once, in the strongest conclusion that stands; "actual" keeps the kind of body that decided. Nobody is counted for
 * being screened, and those who were helped and are not trafficked are counted beside them.
 */
import * as v from 'valibot';
import { apiGroups } from './codes.ts';
import type { RecordState } from './fold.ts';
import type { Id } from './id.ts';
import { dayOf, isWithin, type Period } from './period.ts';
import { Person } from './person.ts';
import { personOf } from './records.ts';
import { type ReviewState, reviewStateOf, standsSince } from './reviewState.ts';

/** `unknown`: not asked, or only guessed by a worker. Nothing is derived from language, passport or place. */
export const groupColumns = ['api', 'unknown', 'other'] as const;
export type GroupColumn = (typeof groupColumns)[number];

export const personConclusions = ['actual', 'possible', 'not-settled', 'not'] as const;
export type PersonConclusion = (typeof personConclusions)[number];

export interface CountedPerson {
  readonly person: Id;
  readonly column: GroupColumn;
  readonly conclusion: PersonConclusion;
  /** For `actual`: the kind of body that decided. */
  readonly decidedBy: string | null;
  readonly day: string;
  /** Referred by another member, who counts this person: shown apart, never added. */
  readonly referredIn: boolean;
  /** The screening that carries the conclusion. */
  readonly record: Id;
}

const isApi = (code: string): boolean => apiGroups.some((group) => group === code);

const columnIn = (groups: unknown): GroupColumn => {
  const parsed = v.safeParse(Person, { groups });
  const said = parsed.success ? parsed.output.groups : undefined;
  if (said?.how !== 'self' || said.codes.length === 0) return 'unknown';
  return said.codes.some(isApi) ? 'api' : 'other';
};

/** While two notes of the person's own words disagree about it, it is not known. */
export const groupColumnOf = (person: RecordState | undefined): GroupColumn => {
  const columns = new Set((person?.fields.get('groups')?.standing ?? []).map(({ value }) => columnIn(value)));
  const [column] = columns;
  return columns.size === 1 && column ? column : 'unknown';
};

interface Standing {
  readonly conclusion: PersonConclusion;
  readonly decidedBy: string | null;
  readonly day: string;
  readonly record: Id;
}

const standingOf = (state: RecordState, review: ReviewState): Standing | null => {
  const record = state.record;
  if (review.type === 'none') return null;
  if (review.type === 'unsettled') {
    const days = review.said.map(({ entry }) => dayOf(entry.body.writtenAt));
    return { conclusion: 'not-settled', decidedBy: null, day: days.sort()[0] ?? '', record };
  }
  if (review.conclusion === 'returned') return null;
  const { review: said, entry } = review.said;
  const day = standsSince(state, review.conclusion) ?? dayOf(entry.body.writtenAt);
  return { conclusion: review.conclusion, decidedBy: said.conclusion === 'actual' ? said.decidedBy : null, day, record };
};

const strength = ({ conclusion }: Standing): number => personConclusions.indexOf(conclusion);
const isIdentified = ({ conclusion }: Standing): boolean => conclusion === 'actual' || conclusion === 'possible';
const earliest = (standings: readonly Standing[]): string => standings.map(({ day }) => day).sort()[0] ?? '';

/** The strongest conclusion stands for the person; being identified counts from the first day of any that says so. */
const summed = (standings: readonly Standing[]): Standing | null => {
  const [strongest] = [...standings].sort((a, b) => strength(a) - strength(b) || (a.day < b.day ? -1 : 1));
  if (!strongest) return null;
  const alike = standings.filter((other) => (isIdentified(strongest) ? isIdentified(other) : other.conclusion === strongest.conclusion));
  return { ...strongest, day: earliest(alike) };
};

export interface Records {
  readonly people: readonly RecordState[];
  readonly contacts: readonly RecordState[];
  readonly screenings: readonly RecordState[];
}

/** Any contact that says so, even while two notes disagree: better one person too few than one counted twice. */
const referredIn = (contacts: readonly RecordState[]): ReadonlySet<Id> =>
  new Set(
    contacts
      .filter((contact) => contact.fields.get('channel')?.standing.some(({ value }) => value === 'referred-member'))
      .flatMap((contact) => personOf(contact) ?? []),
  );

export const countPeople = (records: Records, period: Period): readonly CountedPerson[] => {
  const people = new Map(records.people.map((state) => [state.record, state]));
  const referred = referredIn(records.contacts);
  const standings = new Map<Id, Standing[]>();
  for (const screening of records.screenings) {
    const person = personOf(screening);
    const standing = standingOf(screening, reviewStateOf(screening));
    if (person && standing) standings.set(person, [...(standings.get(person) ?? []), standing]);
  }
  return [...standings].flatMap(([person, said]) => {
    const standing = summed(said);
    if (!standing || !isWithin(standing.day, period)) return [];
    return [{ person, column: groupColumnOf(people.get(person)), referredIn: referred.has(person), ...standing }];
  });
};
