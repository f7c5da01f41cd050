/** Makes a failing plan smaller: takes steps away for as long as the same invariant still fails. */
import type { Plan, Step } from './plan.ts';

export interface Shrunk {
  /** Which steps of the plan are left, by their number. */
  readonly kept: readonly number[];
  readonly tries: number;
}

export const keepOnly = (plan: Plan, kept: readonly number[]): Plan => ({
  ...plan,
  steps: kept.flatMap((at) => plan.steps[at] ?? []) satisfies readonly Step[],
});

/** `stillFails` runs the smaller plan. Halves first, then quarters, down to single steps; at most so many tries. */
export const shrink = (plan: Plan, stillFails: (smaller: Plan) => boolean, mostTries = 200): Shrunk => {
  let kept = plan.steps.map((_, at) => at);
  let tries = 0;
  const works = (fewer: readonly number[]): boolean => {
    tries += 1;
    return stillFails(keepOnly(plan, fewer));
  };
  for (let size = Math.ceil(kept.length / 2); size >= 1 && tries < mostTries; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length && tries < mostTries; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (works(fewer)) kept = fewer;
      else from += size;
    }
  }
  return { kept, tries };
};
