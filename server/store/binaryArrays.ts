/**
 * Arrays as PostgreSQL's binary protocol has them. The driver would write a list of byte strings as one text in hex: twice
 * the bytes, and 500 rows took three times as long (docs/scaling.md).
 */
import type { Bytes } from '../../src/protocol/bytes.ts';

const int8 = 20;
const bytea = 17;
const headLength = 20;

/** One dimension, no nulls, and each element's length before it. */
const headOf = (elementType: number, count: number, bodyLength: number): Buffer => {
  const whole = Buffer.allocUnsafe(headLength + 4 * count + bodyLength);
  for (const [at, field] of [1, 0, elementType, count, 1].entries()) whole.writeInt32BE(field, at * 4);
  return whole;
};

export const bytesArray = (items: readonly Bytes[]): Buffer => {
  const whole = headOf(
    bytea,
    items.length,
    items.reduce((sum, { length }) => sum + length, 0),
  );
  let at = headLength;
  for (const item of items) {
    whole.writeInt32BE(item.length, at);
    whole.set(item, at + 4);
    at += 4 + item.length;
  }
  return whole;
};

export const numberArray = (items: readonly number[]): Buffer => {
  const whole = headOf(int8, items.length, 8 * items.length);
  let at = headLength;
  for (const item of items) {
    whole.writeInt32BE(8, at);
    whole.writeBigInt64BE(BigInt(item), at + 4);
    at += 12;
  }
  return whole;
};
