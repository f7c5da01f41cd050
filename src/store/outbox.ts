/**
 * The sealed side of the store: what an exchange takes and settles. It needs no vault, so a locked phone can still send.
 */
import { Dexie } from 'dexie';
import type { Result } from '../domain/result.ts';
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import type { Receipt, SyncAnswer, SyncBatch } from '../protocol/exchange.ts';
import { maxBatchBytes, maxEntriesPerBatch, maxEntriesPerPage, protocolNumber } from '../protocol/numbers.ts';
import { type NumberedEntry, packRuns, type Run, type UnpackedEntry, unpackRuns } from '../protocol/runs.ts';
import { parseEntry } from '../protocol/sealedEntry.ts';
import { primitives } from '../vault/primitives.ts';
import { type EntryRow, type FieldbookDatabase, type OutboxRow, readState } from './database.ts';
import type { SaveFailure } from './notebook.ts';
import { grow, type HeldRoster } from './rosterRows.ts';
import { attempt } from './saving.ts';

/** What was taken for one exchange: the batch, and the outbox rows it stands for, in order. */
export interface Taken {
  readonly batch: SyncBatch;
  readonly ns: readonly number[];
}

export interface OutboxDeps {
  readonly db: FieldbookDatabase;
  readonly roster: HeldRoster;
}

/** Room for proofs, cursor and run heads beside the entries. */
const bytesForEntries = maxBatchBytes - (64 << 10);

interface Ready extends NumberedEntry {
  readonly n: number;
  readonly size: number;
  readonly signature: Bytes | undefined;
}

/** The longest row of entries within the limits that ends at a signed one: the last signature vouches for all before it. */
const provable = (rows: readonly Ready[]): readonly Ready[] => {
  let bytes = 0;
  let end = 0;
  for (const [at, { size, signature }] of rows.entries()) {
    bytes += size;
    if (bytes > bytesForEntries) break;
    if (signature) end = at + 1;
  }
  return rows.slice(0, end);
};

/** The last one's, and one before every gap: an entry that is missing cannot vouch for those before it. */
const proofsOf = (rows: readonly Ready[]): SyncBatch['proofs'] =>
  rows.flatMap(({ id, signature }, at) => {
    const next = rows[at + 1]?.entry.header.previous;
    return signature && !(next && sameBytes(next, id)) ? [[at, signature] as [number, Bytes]] : [];
  });

const waits = ({ setAside }: OutboxRow): boolean => setAside === undefined;

const readyFrom = ({ n, signature }: OutboxRow, row: EntryRow | undefined): Ready | null => {
  const entry = row ? parseEntry(row.bytes) : null;
  return row && entry?.ok ? { n, signature, id: fromHex(row.id), entry: entry.value, size: row.bytes.length } : null;
};

export const createOutbox = ({ db, roster }: OutboxDeps) => {
  /** A filter makes the database step from row to row; a plain stretch comes in one go. Rows set aside are few, so that is tried first. */
  const firstWaiting = async (limit: number): Promise<readonly OutboxRow[]> => {
    const rows = await db.outbox.orderBy('n').limit(limit).toArray();
    return rows.every(waits) ? rows : db.outbox.orderBy('n').filter(waits).limit(limit).toArray();
  };

  /** Own entries mostly stand side by side, and then one reading brings them all. */
  const entriesOf = async (rows: readonly OutboxRow[]): Promise<readonly (EntryRow | undefined)[]> => {
    const [first, last] = [rows[0]?.n ?? 0, rows[rows.length - 1]?.n ?? 0];
    if (last - first > rows.length * 2) return db.entries.bulkGet(rows.map(({ n }) => n));
    const stretch = new Map((await db.entries.where('n').between(first, last, true, true).toArray()).map((row) => [row.n, row]));
    return rows.map(({ n }) => stretch.get(n));
  };

  /** The first `limit` that wait. One that does not read could never be sent and would hold up all others: it is set aside, and stays. */
  const take = async (limit: number): Promise<readonly Ready[]> => {
    const rows = await firstWaiting(limit);
    const entries = await entriesOf(rows);
    const ready = rows.map((row, at) => readyFrom(row, entries[at]));
    const unreadable = rows.filter((_, at) => !ready[at]);
    if (unreadable.length > 0) await db.outbox.bulkPut(unreadable.map((row) => ({ ...row, setAside: 'malformed' })));
    return ready.flatMap((row) => row ?? []);
  };

  /** Fewer than there are between two signatures cannot be proven: then as many as it takes. */
  const takeProvable = async (limit: number): Promise<readonly Ready[]> => {
    const few = provable(await take(limit));
    return few.length > 0 || limit >= maxEntriesPerBatch ? few : upToFirstSignature(provable(await take(maxEntriesPerBatch)));
  };
  const upToFirstSignature = (rows: readonly Ready[]) => rows.slice(0, rows.findIndex(({ signature }) => signature) + 1);

  const nextBatch = (limit: number): Promise<Result<Taken, SaveFailure>> =>
    attempt(async () => {
      const [cursor, roster] = await Promise.all([readState(db, 'cursor'), readState(db, 'roster')]);
      const rows = await takeProvable(limit);
      const batch: SyncBatch = {
        protocol: protocolNumber,
        generation: cursor?.generation ?? '',
        seenUpTo: cursor?.seenUpTo ?? 0,
        rosterLinks: roster?.links.length ?? 0,
        runs: packRuns(rows),
        proofs: proofsOf(rows),
      };
      return { batch, ns: rows.map(({ n }) => n) };
    });

  /** Keeps the answer in one transaction: receipts, what arrived, the cursor and the roster move together or not at all. */
  const settle = (taken: Taken, answer: SyncAnswer): Promise<Result<void, SaveFailure>> =>
    attempt(async () => {
      const arrived = await unpackPage(answer);
      await roster.refresh();
      const before = roster.current();
      const links = (await grow(before, answer.roster)).taken;
      await db.transaction('rw', [db.entries, db.outbox, db.state], async () => {
        await settleReceipts(taken.ns, answer.receipts);
        await addNew(arrived.entries);
        const seenUpTo = arrived.count > 0 ? answer.page.from + arrived.count - 1 : Math.max(0, answer.page.from - 1);
        await db.state.put({ name: 'cursor', value: { generation: answer.generation, seenUpTo } });
        const held = (await readState(db, 'roster'))?.links ?? [];
        if (links > 0 && held.length === before.links)
          await db.state.put({ name: 'roster', value: { links: [...held, ...answer.roster.slice(0, links)] } });
      });
    });

  const settleReceipts = async (ns: readonly number[], receipts: readonly Receipt[]): Promise<void> => {
    const kept = ns.filter((_, at) => receipts[at]?.is === 'kept' || receipts[at]?.is === 'had');
    if (kept.length > 0) await deleteRows(kept);
    for (const [at, receipt] of receipts.entries()) {
      const n = ns[at];
      if (receipt.is === 'set-aside' && n !== undefined) await db.outbox.update(n, { setAside: receipt.reason });
    }
  };

  /** A row of numbers without a gap goes in one call: deleting five hundred keys singly takes longer than sending them. */
  const deleteRows = async (ns: readonly number[]): Promise<void> => {
    const first = ns[0] as number;
    const last = ns[ns.length - 1] as number;
    if (last - first + 1 === ns.length) await db.outbox.where('n').between(first, last, true, true).delete();
    else await db.outbox.bulkDelete([...ns]);
  };

  const addNew = async (entries: readonly UnpackedEntry[]): Promise<void> => {
    if (entries.length === 0) return;
    try {
      await db.entries.bulkAdd(entries.map(({ id, bytes }) => ({ id: toHex(id), bytes })));
    } catch (problem) {
      // An entry that is here already (offered again after a restore) is refused by its id; the others went in.
      if (!(problem instanceof Dexie.BulkError) || problem.failures.some(({ name }) => name !== 'ConstraintError')) throw problem;
    }
  };

  return {
    nextBatch,
    settle,
    waiting: async (): Promise<number> => (await db.outbox.toArray()).filter(waits).length,
  };
};
export type Outbox = ReturnType<typeof createOutbox>;

interface Arrived {
  readonly entries: readonly UnpackedEntry[];
  readonly count: number;
}

const isRun = (item: Run | { readonly own: readonly Bytes[] }): item is Run => Array.isArray(item);

const unpackPage = async ({ page }: SyncAnswer): Promise<Arrived> => {
  const unpacked = await unpackRuns(primitives, page.items.filter(isRun), maxEntriesPerPage);
  const entries = unpacked.ok ? unpacked.value : [];
  const own = page.items.reduce((count, item) => count + (isRun(item) ? 0 : item.own.length), 0);
  return { entries, count: unpacked.ok ? entries.length + own : 0 };
};
