/**
 * How far people have looked at a piece of wording. What is said to a person, asked of them or keeps them safe counts as checked
 * only once an advocate and a reader of the community have read it aloud; the words of the screens do once somebody stands for them.
 */

import type { WordingState } from './checklist.ts';

/** From nothing there to most looked at. `outdated`: English has changed since this was written. `source`: written in English by us. */
export const reviewStates = [
  'missing',
  'machine-draft',
  'outdated',
  'translated',
  'reviewed',
  'field-checked',
  'approved',
  'source',
] as const;
export type ReviewState = (typeof reviewStates)[number];

const atLeast =
  (least: ReviewState) =>
  (state: ReviewState): boolean =>
    reviewStates.indexOf(state) >= reviewStates.indexOf(least);

/** May be said to a person without the original beneath it. */
export const isCheckedState = atLeast('field-checked');
/** Somebody who speaks the language wrote or read it, and says so with a name or a role. */
export const isVouchedFor = atLeast('translated');

/** In the four words that checklists brought in have for it, and that screenings were kept with from the start. */
export const inFourWords = (state: ReviewState): WordingState => {
  if (state === 'source') return 'source';
  if (isCheckedState(state)) return 'reviewed';
  return isVouchedFor(state) ? 'read-once' : 'machine-draft';
};

/** Of several that are said together, the one that was looked at least. */
export const leastOf = (states: readonly ReviewState[]): ReviewState =>
  reviewStates[Math.min(...states.map((state) => reviewStates.indexOf(state)))] ?? 'missing';
