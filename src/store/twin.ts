/**
 * Another device that goes by this one's name: this one was put back from an old copy, or copied. Both would go on from the same
 * number, and only one entry can have it. Once that is noticed nothing more of this chain is sent; everything stays and is shown.
 */
import { sameBytes } from '../protocol/bytes.ts';
import type { SyncAnswer } from '../protocol/exchange.ts';
import { type FieldbookDatabase, keepState, readState } from './database.ts';

/** The endpoint has an entry of this device that this device has not written, as far as it knows. */
export const isTwinIn = async (db: FieldbookDatabase, { head }: SyncAnswer): Promise<boolean> => {
  if (!head) return false;
  const [sequence, id] = head;
  const own = await readState(db, 'head');
  return sequence > (own?.sequence ?? 0) || (sequence === own?.sequence && !sameBytes(id, own.id));
};

export const noticeTwin = async (db: FieldbookDatabase, since: string): Promise<void> => {
  if (!(await readState(db, 'twin'))) await keepState(db, 'twin', { since });
};
