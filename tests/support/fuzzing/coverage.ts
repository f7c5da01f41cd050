/** Which code has been run so far, by V8's own counters, so that inputs which reach new code are kept. */
import { Session } from 'node:inspector';

type Span = readonly [start: number, end: number];

interface FunctionCoverage {
  readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
}
interface Taken {
  readonly result: readonly { readonly url: string; readonly functions: readonly FunctionCoverage[] }[];
}

interface Known {
  readonly length: number;
  missed: readonly Span[];
}

const overlap = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a.flatMap(([start, end]) =>
    b.flatMap(([otherStart, otherEnd]) => {
      const span: Span = [Math.max(start, otherStart), Math.min(end, otherEnd)];
      return span[0] < span[1] ? [span] : [];
    }),
  );

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** `isOurs` says by its address whether a script is looked at. */
export const watchCoverage = (isOurs: (url: string) => boolean) => {
  const session = new Session();
  session.connect();
  const known = new Map<string, Known>();

  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

  const take = (): Taken['result'] => {
    let taken: Taken = { result: [] };
    session.post('Profiler.takePreciseCoverage', (failure, answer) => {
      if (failure) throw failure;
      taken = answer;
    });
    return taken.result;
  };

  const look = (key: string, { ranges }: FunctionCoverage, remember: boolean): boolean => {
    const [whole] = ranges;
    if (!whole || whole.count === 0) return false;
    const missedNow = ranges.filter(({ count }) => count === 0).map(({ startOffset, endOffset }): Span => [startOffset, endOffset]);
    const before = known.get(key);
    const missed = before ? overlap(before.missed, missedNow) : missedNow;
    const isNew = before === undefined || sizeOf(missed) < sizeOf(before.missed);
    if (isNew && remember) known.set(key, { length: whole.endOffset - whole.startOffset, missed });
    return isNew;
  };

  /** Has anything run since the last look that had never run before? */
  const reachedNew = (remember: boolean): boolean => {
    let found = false;
    for (const { url, functions } of take()) {
      if (!isOurs(url)) continue;
      for (const one of functions) found = look(`${url}:${one.ranges[0]?.startOffset}:${one.ranges[0]?.endOffset}`, one, remember) || found;
    }
    return found;
  };

  const summary = (): string => {
    const all = [...known.values()];
    const length = all.reduce((sum, one) => sum + one.length, 0);
    const missed = all.reduce((sum, one) => sum + sizeOf(one.missed), 0);
    return `${known.size} functions, ${(100 - (100 * missed) / Math.max(length, 1)).toFixed(1)} % of the code in them`;
  };

  return { reachedNew, summary };
};
