/** How much of the faults a run goes through: a share in `npm test`, all of them in `npm run faults` (FAULTS=all). The one place that reads it. */
export const isLong = process.env.FAULTS === 'all';

/** All of them in a long run; else about `few`, spread evenly, the first and the last among them. */
export const someOf = <T>(all: readonly T[], few: number): readonly T[] => {
  if (isLong || all.length <= few) return all;
  const step = (all.length - 1) / Math.max(1, few - 1);
  return Array.from({ length: few }, (_, at) => all[Math.round(at * step)] as T);
};

export const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
