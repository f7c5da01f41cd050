/**
 * Which entries can be sent with what signatures there are: a signature vouches for all that its entry links back to, so a row of
 * entries can go as far as the last signed one, and not a step further.
 */
import { type Bytes, sameBytes } from '../protocol/bytes.ts';
import type { SyncBatch } from '../protocol/exchange.ts';
import { maxBatchBytes, maxEntriesPerBatch } from '../protocol/numbers.ts';
import type { NumberedEntry } from '../protocol/runs.ts';

/** An entry as it is ready to travel; `n` is its row. */
export interface Ready extends NumberedEntry {
  readonly n: number;
  readonly size: number;
  readonly signature: Bytes | undefined;
}

/** A signature at least every so many bytes and entries, so that a batch of any size can end at a signed entry. */
export const bytesPerSignature = 128 << 10;
export const entriesPerSignature = 50;

/** Room for proofs, cursor and run heads beside the entries. */
export const bytesForEntries = maxBatchBytes - (64 << 10);

export const follows = (next: NumberedEntry | undefined, { id, entry }: NumberedEntry): boolean =>
  next !== undefined && sameBytes(next.entry.header.previous, id) && sameBytes(next.entry.header.device, entry.header.device);

/** The longest row of entries within the limits that ends at a signed one: the last signature vouches for all before it. */
export const provable = (rows: readonly Ready[], most = bytesForEntries): readonly Ready[] => {
  let bytes = 0;
  let end = 0;
  for (const [at, { size, signature }] of rows.entries()) {
    bytes += size;
    if (bytes > most) break;
    if (signature) end = at + 1;
  }
  return rows.slice(0, end);
};

/** Fewer than there are between two signatures cannot be proven: then as many as it takes. */
export const provableWithin = (rows: readonly Ready[], limit: number): readonly Ready[] => {
  const few = provable(rows.slice(0, limit));
  if (few.length > 0 || limit >= maxEntriesPerBatch) return few;
  const more = provable(rows);
  return more.slice(0, more.findIndex(({ signature }) => signature) + 1);
};

/** The last one's, and one before every gap: an entry that is missing cannot vouch for those before it. */
export const proofsOf = (rows: readonly Ready[]): SyncBatch['proofs'] =>
  rows.flatMap((row, at) => (row.signature && !follows(rows[at + 1], row) ? [[at, row.signature] as [number, Bytes]] : []));

/** Of entries in the order of their chains, those that a signature close enough behind them vouches for. */
export const withProof = (rows: readonly Ready[]): readonly Ready[] => {
  const proven: Ready[] = [];
  let [count, bytes] = [Number.POSITIVE_INFINITY, 0];
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] as Ready;
    [count, bytes] = row.signature ? [0, 0] : follows(rows[at + 1], row) ? [count + 1, bytes] : [Number.POSITIVE_INFINITY, 0];
    bytes += row.size;
    if (count < maxEntriesPerBatch && bytes <= bytesForEntries) proven.push(row);
  }
  return proven.reverse();
};

/** Those that are still open, and with each all that follow up to the next signature: sent again alone, nothing would vouch for it. */
export const stayingBehind = (open: readonly boolean[], signed: readonly boolean[]): readonly boolean[] => {
  let isBound = false;
  return open.map((isOpen, at) => {
    const stays = isOpen || isBound;
    isBound = stays && signed[at] !== true;
    return stays;
  });
};
