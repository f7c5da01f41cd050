/** Own entries that the office has: they leave the outbox, and their signatures stay, so that they can be offered again. */
import type { FieldbookDatabase } from './database.ts';

/** In the transaction that keeps the receipt. A row of numbers without a gap goes in one call: singly, deleting takes longer than sending. */
export const confirm = async (db: FieldbookDatabase, ns: readonly number[]): Promise<void> => {
  const first = ns[0];
  const last = ns[ns.length - 1];
  if (first === undefined || last === undefined) return;
  const isStretch = last - first + 1 === ns.length;
  const rows = isStretch ? await db.outbox.where('n').between(first, last, true, true).toArray() : await db.outbox.bulkGet([...ns]);
  await db.proofs.bulkPut(rows.flatMap((row) => (row?.signature ? [{ n: row.n, signature: row.signature }] : [])));
  if (isStretch) await db.outbox.where('n').between(first, last, true, true).delete();
  else await db.outbox.bulkDelete([...ns]);
};
