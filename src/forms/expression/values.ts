/** The four kinds of value and how one becomes another, as XPath 1.0 says; a date or moment in a text counts as days. */

import type { ModelNode, Value } from './model.ts';
import { day, timeOf } from './moments.ts';

export const isNodes = (value: Value): value is readonly ModelNode[] => typeof value === 'object';

/** An argument that is not given is blank. */
export const toText = (value: Value = ''): string => {
  if (typeof value === 'string') return value;
  return isNodes(value) ? (value[0]?.text() ?? '') : String(value);
};

/** A blank is not a number, and so is every sum with it. `now` is asked for the device's offset when a text holds a moment. */
export const textToNumber = (text: string, now?: () => string): number => {
  if (text.trim() === '') return Number.NaN;
  const number = Number(text);
  return Number.isNaN(number) ? timeOf(text, now) / day : number;
};

export const toNumber = (value: Value = '', now?: () => string): number => {
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : textToNumber(toText(value), now);
};

/** Nodes are true when there are any, whether answered or not. */
export const toBoolean = (value: Value = ''): boolean => (isNodes(value) ? value.length > 0 : Boolean(value));

export const toNodes = (value: Value = ''): readonly ModelNode[] => (isNodes(value) ? value : []);

const eachOf = (values: readonly Value[]): readonly Value[] =>
  values.flatMap((value) => (isNodes(value) ? value.map((node) => node.text()) : value));

/** Nodes as their texts, anything else as one: what `concat`, `join` and `max` go over. */
export const textsOf = (values: readonly Value[]): readonly string[] => eachOf(values).map((value) => toText(value));

export const numbersOf = (values: readonly Value[], now: () => string): readonly number[] =>
  eachOf(values).map((value) => toNumber(value, now));

/** What a calculation leaves in its answer: what is no number is no answer. */
export const storedText = (value: Value): string => (typeof value === 'number' && !Number.isFinite(value) ? '' : toText(value));
