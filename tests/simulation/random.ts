/** Randomness that a seed decides: the same seed gives the same numbers, on every machine. */
import { createHash } from 'node:crypto';
import type { Bytes } from '../../src/protocol/bytes.ts';

export interface Random {
  /** From 0 up to and without `n`. */
  readonly below: (n: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  readonly bytes: (length: number) => Bytes;
  readonly fill: (into: Uint8Array) => void;
  /** Independent of what was drawn here before. */
  readonly fork: (name: string) => Random;
}

/** sfc32, begun from a hash of the seed's text. */
export const randomFrom = (seed: string): Random => {
  const begun = createHash('sha256').update(seed).digest();
  let [a, b, c, d] = [begun.readInt32LE(0), begun.readInt32LE(4), begun.readInt32LE(8), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  const below = (n: number): number => Math.floor((next() / 2 ** 32) * n);
  const fill = (into: Uint8Array): void => {
    for (let at = 0; at < into.length; at += 1) into[at] = next() & 255;
  };
  return {
    below,
    chance: (share) => next() < share * 2 ** 32,
    pick: (from) => from[below(from.length)] ?? from[0],
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      fill(bytes);
      return bytes;
    },
    fill,
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
};
