/** Few runs, honestly told: the middle one, and how far the others were from it. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);

const short = (value: number): string => {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/** `1,204 ms (1,180–1,310)` */
export const told = (values: readonly number[], unit: string): string => {
  const range = values.length > 1 ? ` (${short(Math.min(...values))}–${short(Math.max(...values))})` : '';
  return `${short(median(values))} ${unit}${range}`;
};
export const amount = (value: number, unit: string): string => `${short(value)} ${unit}`;

type Turns<K extends string> = Readonly<Record<K, () => Promise<number>>>;

/** Each in turn, round after round, so that a machine that slows down slows all of them. */
export const takeTurns = async <K extends string>(rounds: number, turns: Turns<K>): Promise<Record<K, number[]>> => {
  const names = Object.keys(turns) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, []])) as Record<string, number[]> as Record<K, number[]>;
  for (let round = 0; round < rounds; round += 1) for (const name of names) taken[name].push(await turns[name]());
  return taken;
};
