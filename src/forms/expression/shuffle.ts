/** The order that `randomize()` gives. With a number as seed it is the order that every ODK client gives for it (Park and Miller). */
import type { ModelNode, Value } from './model.ts';
import { toNumber, toText } from './values.ts';

const modulus = 2_147_483_647;

/** A text as seed is made a number in a simple way of our own; the standard's way would bring a digest along. */
const numberFrom = (text: string): number => {
  let seed = 0;
  for (const character of text) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % modulus;
  return seed;
};

const seededBy = (value: Value): (() => number) => {
  const number = toNumber(value);
  const start = Number.isFinite(number) ? Math.trunc(number) % modulus : numberFrom(toText(value));
  let seed = start <= 0 ? start + modulus - 1 : start;
  return () => {
    seed = (seed * 16_807) % modulus;
    return (seed - 1) / (modulus - 1);
  };
};

export const shuffled = (nodes: readonly ModelNode[], seed: Value | undefined, random: () => number): readonly ModelNode[] => {
  const next = seed === undefined ? random : seededBy(seed);
  const order: ModelNode[] = [];
  nodes.forEach((node, place) => {
    const other = Math.floor(next() * (place + 1));
    const moved = order[other];
    if (moved && other !== place) order[place] = moved;
    order[other] = node;
  });
  return order;
};
