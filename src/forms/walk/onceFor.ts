/** A screen asks for the same walk several times at every tap: it is walked once for each state of the run. */
import type { Run } from '../engine/run.ts';

export const onceFor = <T>(work: (run: Run) => T): ((run: Run) => T) => {
  const known = new WeakMap<Run, { readonly revision: number; readonly found: T }>();
  return (run) => {
    const revision = run.revision();
    const before = known.get(run);
    if (before?.revision === revision) return before.found;
    const found = work(run);
    known.set(run, { revision, found });
    return found;
  };
};
