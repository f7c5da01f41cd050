/**
 * Signed receipts: the endpoint's word, with a key of its own, that it holds these entries at these places. Whoever shows one
 * later can prove what the office had, also when its database was put back or a third party carried the entries.
 */
import type { Bytes } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import type { Receipt } from './exchange.ts';

/** What was kept or had, in the order of the batch: [id, place in the office's stream]. */
export const placesOf = (ids: readonly Bytes[], receipts: readonly Receipt[]): [Bytes, number][] =>
  receipts.flatMap((receipt, at) => {
    const id = ids[at];
    return id && receipt.is !== 'set-aside' ? [[id, receipt.place] as [Bytes, number]] : [];
  });

export const receiptsStatement = (said: {
  readonly org: Bytes;
  readonly generation: string;
  readonly places: readonly (readonly [Bytes, number])[];
}): Bytes => encodeCbor(['fieldbook receipts', 1, said.org, said.generation, said.places]);
