/**
 * Token buckets, in memory and per process: they slow a flood down and forget by themselves.
 * A full bucket refuses for a while and never locks anybody out for good.
 */
export interface Buckets {
  /** 0 when there was room, and it is taken; otherwise the whole seconds to wait. */
  take(key: string, amount?: number): number;
  /** The same question without taking. */
  wait(key: string, amount?: number): number;
  /** How many keys are remembered. */
  size(): number;
}

export interface BucketSize {
  readonly capacity: number;
  readonly perMs: number;
  readonly now: () => number;
}

/** Beyond this many keys, those that have filled up again are forgotten, and if need be those that were longest not asked for. */
export const mostKeys = 10_000;

export const createBuckets = ({ capacity, perMs, now }: BucketSize): Buckets => {
  const filled = new Map<string, { readonly level: number; readonly at: number }>();

  const levelOf = (key: string): number => {
    const last = filled.get(key);
    return last ? Math.min(capacity, last.level + Math.max(0, now() - last.at) * perMs) : capacity;
  };
  /** Down to half, so that a flood of keys makes this walk once in many thousand, and not each time. */
  const makeRoom = (): void => {
    if (filled.size < mostKeys) return;
    for (const key of filled.keys()) if (levelOf(key) >= capacity) filled.delete(key);
    for (const key of filled.keys()) {
      if (filled.size <= mostKeys / 2) return;
      filled.delete(key);
    }
  };
  /** To the end of the row: it was just asked for. */
  const remember = (key: string, level: number): void => {
    filled.delete(key);
    filled.set(key, { level, at: now() });
  };
  const wait = (key: string, amount = 1): number => {
    const level = levelOf(key);
    const missing = Math.min(amount, capacity) - level;
    if (missing <= 0) return 0;
    remember(key, level);
    return Math.ceil(missing / perMs / 1000);
  };

  return {
    wait,
    size: () => filled.size,
    take: (key, amount = 1) => {
      const seconds = wait(key, amount);
      if (seconds > 0) return seconds;
      makeRoom();
      remember(key, levelOf(key) - Math.min(amount, capacity));
      return 0;
    },
  };
};

export const perMinute = (capacity: number, now: () => number): Buckets => createBuckets({ capacity, perMs: capacity / 60_000, now });
export const perQuarterHour = (capacity: number, now: () => number): Buckets => createBuckets({ capacity, perMs: capacity / 900_000, now });
export const perHour = (capacity: number, now: () => number): Buckets => createBuckets({ capacity, perMs: capacity / 3_600_000, now });
