/** What an answer's page brings: entries of others, with the proofs that let this device hand them in again, and the ids of its own. */
import { Dexie } from 'dexie';
import { type Bytes, toHex } from '../protocol/bytes.ts';
import type { SyncAnswer } from '../protocol/exchange.ts';
import { maxEntriesPerPage } from '../protocol/numbers.ts';
import { type Run, type UnpackedEntry, unpackRuns } from '../protocol/runs.ts';
import { primitives } from '../vault/primitives.ts';
import type { FieldbookDatabase } from './database.ts';

export interface Arrived {
  readonly entries: readonly UnpackedEntry[];
  readonly own: readonly Bytes[];
  /** Both together: so far does the cursor move. */
  readonly count: number;
  readonly proofs: SyncAnswer['page']['proofs'];
}

const isRun = (item: Run | { readonly own: readonly Bytes[] }): item is Run => Array.isArray(item);

export const unpackPage = async ({ page }: SyncAnswer): Promise<Arrived> => {
  const unpacked = await unpackRuns(primitives, page.items.filter(isRun), maxEntriesPerPage);
  if (!unpacked.ok) return { entries: [], own: [], count: 0, proofs: [] };
  const own = page.items.flatMap((item) => (isRun(item) ? [] : item.own));
  return { entries: unpacked.value, own, count: unpacked.value.length + own.length, proofs: page.proofs };
};

/** Adds what is new and says under which number each is kept here. */
const addRows = async (db: FieldbookDatabase, entries: readonly UnpackedEntry[]): Promise<readonly (number | undefined)[]> => {
  const rows = entries.map(({ id, bytes }) => ({ id: toHex(id), bytes }));
  try {
    return await db.entries.bulkAdd(rows, { allKeys: true });
  } catch (problem) {
    // An entry that is here already (offered again after a restore) is refused by its id; the others went in.
    if (!(problem instanceof Dexie.BulkError) || problem.failures.some(({ name }) => name !== 'ConstraintError')) throw problem;
    const there = await db.entries
      .where('id')
      .anyOf(rows.map(({ id }) => id))
      .toArray();
    const ns = new Map(there.map(({ id, n }) => [id, n]));
    return rows.map(({ id }) => ns.get(id));
  }
};

export const keepArrived = async (db: FieldbookDatabase, { entries, proofs }: Arrived): Promise<void> => {
  if (entries.length === 0) return;
  const ns = await addRows(db, entries);
  await db.proofs.bulkPut(
    proofs.flatMap(([at, signature]) => {
      const n = ns[at];
      return n === undefined ? [] : [{ n, signature }];
    }),
  );
};
