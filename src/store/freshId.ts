/**
 * A random name that nothing here bears, and that no other device comes to by the same draw. Where randomness repeats itself (a
 * broken source, a phone put back from an image), two notes under one name would be taken for one, and two keys under one name
 * would leave one of them unopened. The device's own name is laid over what was drawn: that is as random as the draw, tells
 * nobody which device it was, and two devices that draw alike name differently.
 */
import { type Bytes, toHex } from '../protocol/bytes.ts';
import { randomBytes } from '../vault/primitives.ts';

const bits = 128;

const next = (name: string): string =>
  BigInt.asUintN(bits, BigInt(`0x${name}`) + 1n)
    .toString(16)
    .padStart(bits / 4, '0');

/** `device`: its 16 bytes. */
export const freshId = (device: Bytes, isTaken: (name: string) => boolean): string => {
  const drawn = randomBytes(bits / 8);
  let name = toHex(drawn.map((byte, at) => byte ^ (device[at] ?? 0)));
  while (isTaken(name)) name = next(name);
  return name;
};

/** One after the other, none of them twice: what was given out may not be saved yet. */
export const createIds = (device: Bytes, isTaken: (name: string) => boolean) => {
  const given = new Set<string>();
  return (): string => {
    const id = freshId(device, (name) => given.has(name) || isTaken(name));
    given.add(id);
    return id;
  };
};
