/** Reads a folded record as what it is. What does not parse (a newer version's, a damaged one) is `null` and shown as such. */
import * as v from 'valibot';
import { Consent } from './consent.ts';
import { Contact } from './contact.ts';
import { type RecordState, valuesOf } from './fold.ts';
import type { Id } from './id.ts';
import { Person } from './person.ts';
import { Review } from './review.ts';
import { Screening } from './screening.ts';

const readAs =
  <S extends v.GenericSchema>(kind: string, schema: S) =>
  (state: RecordState): v.InferOutput<S> | null => {
    if (state.kind !== kind) return null;
    const parsed = v.safeParse(schema, valuesOf(state));
    return parsed.success ? parsed.output : null;
  };

export const contactIn = readAs('contact', Contact);
export const consentIn = readAs('consent', Consent);
export const personIn = readAs('person', Person);
export const screeningIn = readAs('screening', Screening);

/** The standing review; when supervisors disagree it is the first by id, and the screen shows both. */
export const reviewIn = (state: RecordState): Review | null => {
  const parsed = v.safeParse(Review, state.fields.get('review')?.value);
  return parsed.success ? parsed.output : null;
};

/** Whose record it is: a person's own, or the person it speaks of. */
export const personOf = (state: RecordState): Id | null => {
  if (state.kind === 'person') return state.record;
  const person = state.fields.get('person')?.value;
  return typeof person === 'string' ? person : null;
};

/** The first entry: who wrote it down, and when by their own clock. */
export const writtenFirst = (state: RecordState) => state.history.find(({ body }) => body.kind === state.kind) ?? state.history[0];
