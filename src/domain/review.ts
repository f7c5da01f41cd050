/** A supervisor's word on a screening. "Actual" names the kind of body that decided; "returned" goes back with a comment. */
import * as v from 'valibot';
import { decidingBodies } from './codes.ts';

export const conclusions = ['possible', 'actual', 'not', 'returned'] as const;
export type Conclusion = (typeof conclusions)[number];

const Comment = v.pipe(v.string(), v.trim(), v.maxLength(1000));
export const Review = v.variant('conclusion', [
  v.looseObject({ conclusion: v.picklist(['possible', 'not']), comment: v.optional(Comment) }),
  v.looseObject({ conclusion: v.literal('actual'), decidedBy: v.picklist(decidingBodies), comment: v.optional(Comment) }),
  v.looseObject({ conclusion: v.literal('returned'), comment: v.pipe(Comment, v.minLength(1)) }),
]);
export type Review = v.InferOutput<typeof Review>;
