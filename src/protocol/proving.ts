/** Whether the entries of a batch are their devices' own words, in the order in which they were written. */
import { type Bytes, sameBytes } from './bytes.ts';
import type { Primitives } from './primitives.ts';
import type { UnpackedEntry } from './runs.ts';
import { headStatement } from './sealedEntry.ts';

/** `unknown`: its device is in no roster held here, so nobody here can tell. */
export type Proof = 'proven' | 'unproven' | 'unknown';

export interface ToProve {
  readonly entries: readonly UnpackedEntry[];
  readonly proofs: readonly (readonly [number, Bytes])[];
  readonly verify: Primitives['verify'];
  /** The key that a device signs its chain with. */
  readonly keyOf: (device: Bytes) => Bytes | undefined;
}

/** One's own entry links to it. Anybody could link to an entry that names somebody else, so the device must be the same. */
const follows = (next: UnpackedEntry, { id, entry }: UnpackedEntry): boolean =>
  sameBytes(next.entry.header.device, entry.header.device) && sameBytes(next.entry.header.previous, id);

/** From the end to the beginning: a signature vouches for all that is linked to before it, so one check mostly serves the batch. */
export const proofsFor = async ({ entries, proofs, verify, keyOf }: ToProve): Promise<readonly Proof[]> => {
  const signatures = new Map(proofs);
  const found: Proof[] = new Array(entries.length).fill('unproven');
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const unpacked = entries[at] as UnpackedEntry;
    const { header } = unpacked.entry;
    const next = entries[at + 1];
    const key = keyOf(header.device);
    const signature = signatures.get(at);
    if (!key) found[at] = 'unknown';
    else if (next && found[at + 1] === 'proven' && follows(next, unpacked)) found[at] = 'proven';
    else if (signature && (await verify(key, signature, headStatement({ ...header, id: unpacked.id })))) found[at] = 'proven';
  }
  return found;
};
