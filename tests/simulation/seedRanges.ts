/** Many seeds in few words: `1-811,814` is what a process is told to run. */
export const spellSeeds = (seeds: readonly number[]): string => {
  const stretches: [number, number][] = [];
  for (const seed of seeds) {
    const last = stretches[stretches.length - 1];
    if (last && last[1] + 1 === seed) last[1] = seed;
    else stretches.push([seed, seed]);
  }
  return stretches.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
};

export const readSeeds = (said: string): readonly number[] =>
  said
    .split(',')
    .filter(Boolean)
    .flatMap((stretch) => {
      const [from = 0, to = from] = stretch.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    });
