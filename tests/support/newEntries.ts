/** Entries as they come to a store: it looks at none of their bytes. */
import type { NewEntry } from '../../server/store/store.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
export const anEntry = (device: Bytes, sequence: number, wishes: Partial<NewEntry> = {}): NewEntry => ({
  id: random(32),
  device,
  sequence,
  bytes: random(100),
  stream: null,
  ...wishes,
});
export const some = (device: Bytes, count: number, wishes: Partial<NewEntry> = {}) =>
  Array.from({ length: count }, (_, at) => anEntry(device, at + 1, wishes));
