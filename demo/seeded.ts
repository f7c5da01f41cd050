/** Chance that falls the same way every time, so that the demo is the same for everybody who looks at it. */
export interface Chance {
  /** From 0 up to, but not including, `below`. */
  readonly number: (below: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** An id of 16 bytes, as devices make them. */
  readonly id: () => string;
}

/** Mulberry32: small and even enough to deal out place types. Never for a key. */
export const createChance = (seed: number): Chance => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const number = (below: number): number => next() % below;
  return {
    number,
    oneOf: (list) => list[number(list.length)] as (typeof list)[number],
    id: () => Array.from({ length: 16 }, () => number(256).toString(16).padStart(2, '0')).join(''),
  };
};
