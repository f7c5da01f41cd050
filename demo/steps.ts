/** What a plan is made of. */
import type { Says } from '../src/domain/entry.ts';
import type { Day, Id } from '../src/domain/id.ts';
import type { Who } from './invented.ts';
import type { Chance } from './seeded.ts';

export interface Write {
  readonly who: Who;
  /** Days before today, and minutes after midnight. */
  readonly ago: number;
  readonly minute: number;
  readonly kind: string;
  readonly record: Id;
  readonly says: Says;
}
/** A device reaches the office; or, for a write, somebody says something. */
export type Step = Write | { readonly who: Who; readonly ago: number; readonly minute: number; readonly kind: 'exchange' };

export interface Planning {
  readonly chance: Chance;
  readonly dayOf: (ago: number) => Day;
  readonly minuteOf: (who: Who, ago: number) => number;
}
