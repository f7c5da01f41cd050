/**
 * `locales/<lang>/review.json`: how far people have looked at a language. Each namespace has a state, and strings that stand
 * otherwise have one of their own, by `ns:key`. Who it was is a name or a role, as they wish; when is a day.
 */
import * as v from 'valibot';
import { reviewStates } from '../domain/wordingStates.ts';

const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u));
export const Standing = v.strictObject({
  state: v.picklist(reviewStates),
  who: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
  when: v.optional(Day),
});
export type Standing = v.InferOutput<typeof Standing>;

export const ReviewFile = v.strictObject({
  namespaces: v.record(v.string(), Standing),
  strings: v.record(v.string(), Standing),
});
export type ReviewFile = v.InferOutput<typeof ReviewFile>;

/** Nobody who speaks the language has read it: also of a language of which nothing is known. */
export const draft: Standing = { state: 'machine-draft' };

/** A plural is asked for by its stem; the form that every language has speaks for it. */
export const standingIn = ({ strings, namespaces }: ReviewFile, key: string): Standing =>
  strings[key] ?? strings[`${key}_other`] ?? namespaces[key.split(':')[0] ?? ''] ?? draft;
