/**
 * Token buckets, in memory and per process: they slow a flood down and forget by themselves.
 * A full bucket refuses for a while and never locks anybody out for good.
 */
export interface Buckets {
  /** 0 when there was room, and it is taken; otherwise the whole seconds to wait. */
  take(key: string, amount?: number): number;
  /** The same question without taking. */
  wait(key: string, amount?: number): number;
}

export interface BucketSize {
  readonly capacity: number;
  readonly perMs: number;
  readonly now: () => number;
}

/** Beyond this many keys, those that have filled up again are forgotten. */
const mostKeys = 10_000;

export const createBuckets = ({ capacity, perMs, now }: BucketSize): Buckets => {
  const filled = new Map<string, { readonly level: number; readonly at: number }>();

  const levelOf = (key: string): number => {
    const last = filled.get(key);
    return last ? Math.min(capacity, last.level + Math.max(0, now() - last.at) * perMs) : capacity;
  };
  const forgetFull = (): void => {
    if (filled.size > mostKeys) for (const key of filled.keys()) if (levelOf(key) >= capacity) filled.delete(key);
  };
  const wait = (key: string, amount = 1): number => {
    const missing = Math.min(amount, capacity) - levelOf(key);
    return missing <= 0 ? 0 : Math.ceil(missing / perMs / 1000);
  };

  return {
    wait,
    take: (key, amount = 1) => {
      const seconds = wait(key, amount);
      if (seconds > 0) return seconds;
      forgetFull();
      filled.set(key, { level: levelOf(key) - Math.min(amount, capacity), at: now() });
      return 0;
    },
  };
};

export const perMinute = (capacity: number, now: () => number): Buckets => createBuckets({ capacity, perMs: capacity / 60_000, now });
export const perQuarterHour = (capacity: number, now: () => number): Buckets => createBuckets({ capacity, perMs: capacity / 900_000, now });
export const perHour = (capacity: number, now: () => number): Buckets => createBuckets({ capacity, perMs: capacity / 3_600_000, now });
