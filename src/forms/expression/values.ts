/** The four kinds of value and how one becomes another, as XPath 1.0 says; a date or moment in a text counts as days. */

import type { ModelNode, Value } from './model.ts';
import { daysOfText } from './moments.ts';

export const isNodes = (value: Value): value is readonly ModelNode[] => typeof value === 'object';

/** An argument that is not given is blank. */
export const toText = (value: Value = ''): string => {
  if (typeof value === 'string') return value;
  return isNodes(value) ? (value[0]?.text() ?? '') : String(value === 0 ? 0 : value);
};

/** A blank is not a number, and so is every sum with it. `now` is asked for the device's offset when a text holds a moment. */
export const textToNumber = (text: string, now?: () => string): number => {
  if (text === '') return Number.NaN;
  const number = Number(text);
  if (Number.isNaN(number)) return daysOfText(text, now);
  return number === 0 && text.trim() === '' ? Number.NaN : number;
};

export const toNumber = (value: Value = '', now?: () => string): number => {
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : textToNumber(toText(value), now);
};

/** Nodes are true when there are any, whether answered or not. */
export const toBoolean = (value: Value = ''): boolean => {
  if (typeof value === 'object' || typeof value === 'string') return value.length > 0;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value;
};

export const toNodes = (value: Value = ''): readonly ModelNode[] => (isNodes(value) ? value : []);

/** Nodes as their texts, anything else as one: what `concat`, `join` and `max` go over. */
export const textsOf = (values: readonly Value[]): readonly string[] =>
  values.flatMap((value) => (isNodes(value) ? value.map((node) => node.text()) : [toText(value)]));

export const numbersOf = (values: readonly Value[], now: () => string): readonly number[] =>
  values.flatMap((value) => (isNodes(value) ? value.map((node) => toNumber(node.text(), now)) : [toNumber(value, now)]));

/** What a calculation leaves in its answer: what is no number is no answer. */
export const storedText = (value: Value): string => (typeof value === 'number' && !Number.isFinite(value) ? '' : toText(value));
