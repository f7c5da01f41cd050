/**
 * How a screening stands with the office. Supervisors may have concluded, sent it back, or said different things; and
 * the worker may have written more since. What a reviewer had not seen is found by cause, never by the clock.
 */
import * as v from 'valibot';
import type { OpenedEntry } from './entry.ts';
import { ancestry, type RecordState } from './fold.ts';
import type { Id } from './id.ts';
import { dayOf } from './period.ts';
import { type Conclusion, Review } from './review.ts';

export interface SaidReview {
  readonly entry: OpenedEntry;
  readonly review: Review;
}

export type ReviewState =
  | { readonly type: 'none' }
  /** `changed`: somebody wrote to the record what this reviewer had not seen. For a returned one that is the answer. */
  | { readonly type: 'reviewed'; readonly conclusion: Conclusion; readonly said: SaidReview; readonly changed: boolean }
  | { readonly type: 'unsettled'; readonly said: readonly [SaidReview, ...SaidReview[]] };

const readReview = (entry: OpenedEntry): SaidReview | null => {
  if (entry.body.kind !== 'review' || entry.role !== 'supervisor') return null;
  const parsed = v.safeParse(Review, entry.body.says);
  return parsed.success ? { entry, review: parsed.output } : null;
};

/** Two reviews that differ only in their comment do not disagree. */
const gist = ({ review }: SaidReview): string => (review.conclusion === 'actual' ? `actual by ${review.decidedBy}` : review.conclusion);

export const reviewsIn = (state: RecordState): readonly SaidReview[] =>
  (state.fields.get('review')?.standing ?? []).flatMap(({ entry }) => readReview(entry) ?? []);

const isContent = ({ body }: OpenedEntry): boolean => body.kind !== 'review' && body.kind !== 'seen';

export const reviewStateOf = (state: RecordState): ReviewState => {
  const [first, ...others] = reviewsIn(state);
  if (!first) return { type: 'none' };
  if (others.some((other) => gist(other) !== gist(first))) return { type: 'unsettled', said: [first, ...others] };
  const before = ancestry(state.history);
  const seen = new Set([first, ...others].flatMap(({ entry }) => [...(before.get(entry.id) ?? [])]));
  const changed = state.history.some((entry) => isContent(entry) && !seen.has(entry.id));
  return { type: 'reviewed', conclusion: first.review.conclusion, said: first, changed };
};

/** Possible and actual both say "identified"; going from one to the other does not make it happen again. */
const sameSide = (a: Conclusion, b: Conclusion): boolean => (a === 'not') === (b === 'not');

/**
 * The day from which the standing conclusions have stood without being taken back: the earliest review on the same side
 * that no review on the other side has replaced. So a comment added in June does not move a conclusion of March to June.
 */
export const standsSince = (state: RecordState, conclusion: Conclusion): string | null => {
  const before = ancestry(state.history);
  const standing = reviewsIn(state).filter(({ review }) => review.conclusion !== 'returned' && sameSide(review.conclusion, conclusion));
  const heads = new Set<Id>(standing.map(({ entry }) => entry.id));
  const known = new Set([...heads].flatMap((id) => [id, ...(before.get(id) ?? [])]));
  const said = state.history.flatMap((entry) => (known.has(entry.id) ? (readReview(entry) ?? []) : []));
  const takenBack = new Set(
    said
      .filter(({ review }) => review.conclusion !== 'returned' && !sameSide(review.conclusion, conclusion))
      .flatMap(({ entry }) => [...(before.get(entry.id) ?? [])]),
  );
  const days = said
    .filter(({ entry, review }) => review.conclusion !== 'returned' && sameSide(review.conclusion, conclusion) && !takenBack.has(entry.id))
    .map(({ entry }) => dayOf(entry.body.writtenAt));
  return days.sort()[0] ?? null;
};
