/** Every function an expression may call. What is not here is another dialect's or misspelt. */
import { ownEntry } from '../ownEntry.ts';
import { type Callable, type Callables, callable, many } from './callable.ts';
import { dates } from './calls/dates.ts';
import { nodes } from './calls/nodes.ts';
import { numbers } from './calls/numbers.ts';
import { selects } from './calls/selects.ts';
import { texts } from './calls/texts.ts';

/** Evaluated where they stand, in evaluate.ts; here for the number of their arguments. */
const elsewhere = (least: number, most: number): Callable => callable(least, most, () => '');
const unsupported: Callable = { least: 1, most: many };

/** No place is ever collected, so there is nothing to measure; digests are not worth their size. */
const leftOut: Callables = {
  area: unsupported,
  distance: unsupported,
  geofence: unsupported,
  digest: unsupported,
  'base64-decode': unsupported,
};

export const functions: Callables = {
  ...texts,
  ...numbers,
  ...dates,
  ...nodes,
  ...selects,
  if: elsewhere(3, 3),
  once: elsewhere(1, 1),
  'jr:choice-name': elsewhere(2, 2),
  // Blank: nobody is timed.
  duration: elsewhere(0, 0),
  ...leftOut,
};

export const functionCalled = (name: string): Callable | undefined => ownEntry(functions, name);
