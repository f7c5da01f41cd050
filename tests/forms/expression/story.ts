import type { SomeForm } from './someForm.ts';

/** One situation, and what expressions give in it: the text that a calculation would leave, blank for what is no number. */
export interface Story extends SomeForm {
  readonly story: string;
  readonly cases: readonly (readonly [expression: string, expected: string])[];
}
