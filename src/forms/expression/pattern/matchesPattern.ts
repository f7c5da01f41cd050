/** `regex(text, pattern)`: true when the pattern is found anywhere in the text, as in the web clients. */
import type { Effort } from '../context.ts';
import { type FindsIn, readPattern } from './readPattern.ts';

/** A form has a handful of patterns and tries each of them on every change. */
const known = new Map<string, FindsIn | null>();
const mostKnown = 100;

const testFor = (pattern: string): FindsIn | null => {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const test = readPattern(pattern);
  if (known.size >= mostKnown) known.clear();
  known.set(pattern, test);
  return test;
};

export const isPatternSupported = (pattern: string): boolean => testFor(pattern) !== null;

/** A pattern that is not supported is found nowhere; the form's author was told when the form was read. */
export const matchesPattern = (text: string, pattern: string, effort: Effort): boolean => testFor(pattern)?.(text, effort) ?? false;
