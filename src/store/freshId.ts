/**
 * A random name that nothing here bears. Where randomness repeats itself (a broken source, a phone put back from an image), two
 * notes under one name would be taken for one, and two keys under one name would leave one of them unopened.
 */
import { toHex } from '../protocol/bytes.ts';
import { randomBytes } from '../vault/primitives.ts';

const bits = 128;

const next = (name: string): string =>
  BigInt.asUintN(bits, BigInt(`0x${name}`) + 1n)
    .toString(16)
    .padStart(bits / 4, '0');

export const freshId = (isTaken: (name: string) => boolean): string => {
  let name = toHex(randomBytes(bits / 8));
  while (isTaken(name)) name = next(name);
  return name;
};

/** One after the other, none of them twice: what was given out may not be saved yet. */
export const createIds = (isTaken: (name: string) => boolean) => {
  const given = new Set<string>();
  return (): string => {
    const id = freshId((name) => given.has(name) || isTaken(name));
    given.add(id);
    return id;
  };
};
