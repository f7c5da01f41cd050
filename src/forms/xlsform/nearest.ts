/** The nearest right spelling: what somebody probably meant to type. */

/** Changes needed to make one word of the other; two letters that changed places count as one. Stops counting above `most`. */
const changesBetween = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(cheapest({ a, b, i, j, before, row, next }));
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
};

interface Step {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
  readonly before: readonly number[];
  readonly row: readonly number[];
  readonly next: readonly number[];
}

const cheapest = ({ a, b, i, j, before, row, next }: Step): number => {
  const same = a[i - 1] === b[j - 1];
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  const ways = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1)];
  return Math.min(...ways, swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY);
};

const longestWord = 60;
const mostCandidates = 20_000;
/** Compared without capitals, and without telling spaces, underscores and hyphens apart. */
const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '_');

/** None when nothing is near: a wrong guess is worse than no guess. */
export const nearestTo = (word: string, candidates: Iterable<string>): string | undefined => {
  if (word === '' || word.length > longestWord) return undefined;
  const wanted = plain(word);
  let best: string | undefined;
  let least = wanted.length <= 2 ? 1 : Math.max(1, Math.floor(wanted.length / 3));
  let left = mostCandidates;
  for (const candidate of candidates) {
    left -= 1;
    if (left < 0) break;
    const changes = changesBetween(wanted, plain(candidate), least);
    if (changes > least || (best !== undefined && changes === least)) continue;
    best = candidate;
    least = changes;
  }
  return best === word ? undefined : best;
};
