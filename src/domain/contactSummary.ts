/** What a day of contacts tells the next one: sensible defaults, what is still wanted, what came back from the office. */
import type { Contact } from './contact.ts';
import type { RecordState } from './fold.ts';
import type { Id } from './id.ts';
import { contactIn, reviewIn, screeningIn, writtenFirst } from './records.ts';
import type { Review } from './review.ts';
import type { Screening } from './screening.ts';

export interface ContactRow {
  readonly record: Id;
  readonly contact: Contact;
  readonly state: RecordState;
  readonly writtenAt: string;
}
export interface ReviewedScreening {
  readonly record: Id;
  readonly screening: Screening;
  readonly review: Review;
}

const writtenAt = (state: RecordState): string => writtenFirst(state)?.body.writtenAt ?? '';

// A fold is made anew whenever its record changes, so the state itself is the key, and old ones go with it.
const rows = new WeakMap<RecordState, ContactRow | null>();
const rowOf = (state: RecordState): ContactRow | null => {
  const kept = rows.get(state);
  if (kept !== undefined) return kept;
  const contact = contactIn(state);
  const row = contact ? { record: state.record, contact, state, writtenAt: writtenAt(state) } : null;
  rows.set(state, row);
  return row;
};

/** Newest first: by the day it happened, then by when it was written. Tallies of information given are left out. */
export const contactRows = (states: readonly RecordState[]): readonly ContactRow[] =>
  states
    .flatMap((state) => rowOf(state) ?? [])
    .filter(({ contact }) => contact.informationOnly !== true)
    .sort((a, b) => compare(b.contact.day, a.contact.day) || compare(b.writtenAt, a.writtenAt));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How often information was given and nothing recorded, on one day (R1). */
export const informationTally = (states: readonly RecordState[], day: string): number =>
  states.filter((state) => {
    const contact = rowOf(state)?.contact;
    return contact?.informationOnly === true && contact.day === day;
  }).length;

const carried = ['placeType', 'area', 'channel', 'language', 'interpreter'] as const;
export type CarriedOver = Pick<Contact, (typeof carried)[number]>;

/** On one visit the place and the language rarely change: the next contact of the day starts with them. */
export const carriedOver = (contacts: readonly ContactRow[], me: Id, today: string): CarriedOver => {
  const last = contacts.find(({ contact, state }) => contact.day === today && writtenFirst(state)?.body.by.person === me)?.contact;
  if (!last) return {};
  return Object.fromEntries(carried.flatMap((field) => (last[field] === undefined ? [] : [[field, last[field]]])));
};

/** People whose newest contact says they want to hear from us, one row each. */
export const followUpsWanted = (contacts: readonly ContactRow[]): readonly ContactRow[] => {
  const newest = new Map<Id, ContactRow>();
  for (const row of contacts) if (!newest.has(row.contact.person)) newest.set(row.contact.person, row);
  return [...newest.values()].filter(({ contact }) => contact.followUp === 'yes' || contact.followUp === 'later');
};

/** The worker has said something since the supervisor did: an amendment whose writer had seen the review. */
export const isAnswered = (state: RecordState): boolean => {
  const seen = new Set((state.fields.get('review')?.standing ?? []).map(({ entry }) => entry.id));
  // The history is in causal order: whoever builds on a review, or on something that did, has seen it.
  return state.history.some(({ id, body }) => {
    if (!body.after.some((before) => seen.has(before))) return false;
    seen.add(id);
    return body.kind === 'amendment';
  });
};

/** How long an answer from the office counts as news; one that asks for something stays until it was answered. */
const newsForDays = 14;
const daysBetween = (from: string, to: string): number => (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;

const isNews = (state: RecordState, review: Review, today: string): boolean => {
  if (review.conclusion === 'returned') return !isAnswered(state);
  const said = state.fields.get('review')?.standing[0]?.entry.body.writtenAt ?? '';
  return !(daysBetween(said, today) > newsForDays);
};

/** Screenings of mine on which a supervisor has said something; returned ones first, because they ask for an answer. */
export const reviewsForMe = (screenings: readonly RecordState[], me: Id, today: string): readonly ReviewedScreening[] =>
  screenings
    .filter((state) => writtenFirst(state)?.body.by.person === me)
    .flatMap((state) => {
      const review = reviewIn(state);
      const screening = review && screeningIn(state);
      return screening && isNews(state, review, today) ? [{ record: state.record, screening, review }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.review.conclusion === 'returned') - Number(a.review.conclusion === 'returned') ||
        compare(b.screening.day, a.screening.day),
    );
