/** Which screenings go into a file of answers: those of one checklist that came to an end. What was only begun is nobody's answer yet. */
import type { RecordState } from './fold.ts';
import { screeningIn } from './records.ts';
import { reviewStateOf } from './reviewState.ts';
import type { Screening } from './screening.ts';

export interface AnswersAsked {
  /** `reviewed`: a supervisor has concluded something. `finished`: whether or not anybody has. */
  readonly which: 'reviewed' | 'finished';
  /** Those that were stopped early as well. */
  readonly stopped: boolean;
}

export interface KeptScreening {
  readonly state: RecordState;
  readonly screening: Screening;
}

const isReviewed = (state: RecordState): boolean => {
  const review = reviewStateOf(state);
  return review.type === 'reviewed' && review.conclusion !== 'returned';
};

const hasEnded = ({ outcome }: Screening, stopped: boolean): boolean =>
  outcome === 'completed' || outcome === 'minor-path' || (stopped && outcome === 'stopped');

/** Every screening that gave answers to any version of a checklist, however it stands. Before there were others, all were the adult one. */
export const answeredWith = (screenings: readonly RecordState[], checklist: string): readonly KeptScreening[] =>
  screenings.flatMap((state) => {
    const screening = screeningIn(state);
    const isOf = screening?.answers !== undefined && (screening.checklist?.id ?? 'adult') === checklist;
    return isOf ? [{ state, screening }] : [];
  });

/** Oldest first; of one day, always in the same order. */
export const answersToSave = (answered: readonly KeptScreening[], { which, stopped }: AnswersAsked): readonly KeptScreening[] =>
  answered
    .filter(({ state, screening }) => hasEnded(screening, stopped) && (which === 'finished' || isReviewed(state)))
    .sort((a, b) =>
      a.screening.day === b.screening.day ? (a.state.record < b.state.record ? -1 : 1) : a.screening.day < b.screening.day ? -1 : 1,
    );
