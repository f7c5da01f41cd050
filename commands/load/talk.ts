/** What the main thread and the threads that carry the devices say to each other. */
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { Introduced } from './member.ts';
import type { Wanted } from './writing.ts';

export interface Errand {
  readonly origin: string;
  readonly devices: number;
}
export type Order = { readonly do: 'write'; readonly wanted: Omit<Wanted, 'seed'>; readonly firstSeed: number } | { readonly do: 'send' };
export type Word =
  | { readonly said: 'made'; readonly devices: readonly Introduced[] }
  /** So many more devices have written everything. */
  | { readonly said: 'writing'; readonly devices: number }
  /** All ids that will be sent, one after the other. */
  | { readonly said: 'written'; readonly ids: Bytes }
  | { readonly said: 'sending'; readonly entries: number }
  | { readonly said: 'sent'; readonly bytes: number }
  | { readonly said: 'failed'; readonly why: string };
