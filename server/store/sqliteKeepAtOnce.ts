/**
 * Keeping a batch in which all is new, by a handful of statements that stay prepared: to find the words for each anew, and to ask
 * beforehand what stands there, takes a third as long again as the writing. What stands there already the unique index tells.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type Database from 'libsql';
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { EntryRow } from './entries.ts';
import { once } from './once.ts';
import { isTaken } from './sqliteErrors.ts';
import type { Kept, NewEntry } from './store.ts';
import type { Tables } from './tables.ts';

type Connection = InstanceType<typeof Database>;

const prepareIn = (connection: Connection) => ({
  begin: connection.prepare('begin'),
  count: connection.prepare(`insert into counters (org, stream, last) values (?, 'office', ?)
    on conflict (org, stream) do update set last = counters.last + excluded.last returning last`),
  prove: connection.prepare('insert into proofs (org, place, signature) values (?, ?, ?)'),
  mark: connection.prepare('insert into marks (org, place, mark) values (?, ?, ?)'),
  commit: connection.prepare('commit'),
});

/** `null` when it takes more than that, and nothing was kept: what is also for a device's own stream, or was there already. */
export const keepAtOnceIn = (connection: Connection, insert: (rows: readonly EntryRow[]) => void) => {
  const statements = once(() => prepareIn(connection));

  const keepAll = (org: Bytes, entries: readonly NewEntry[]): Kept[] => {
    const { begin, count, prove, mark, commit } = statements();
    begin.run([]);
    const [counted] = count.all([org, entries.length]) as { readonly last: number }[];
    const last = Number(counted?.last);
    const before = last - entries.length;
    insert(entries.map(({ id, device, sequence, bytes }, at) => ({ org, place: before + at + 1, id, device, sequence, bytes })));
    entries.forEach(({ proof }, at) => {
      if (proof) prove.run([org, before + at + 1, proof]);
    });
    mark.run([org, last, randomBytes(16)]);
    commit.run([]);
    return entries.map((_, at): Kept => ({ is: 'kept', place: before + at + 1 }));
  };

  return async (db: Kysely<Tables>, org: Bytes, entries: readonly NewEntry[]): Promise<Kept[] | null> => {
    if (entries.length === 0 || entries.some(({ stream }) => stream !== null)) return null;
    // Through the library, which has the one connection: whoever holds it for a transaction is waited for.
    return db.connection().execute(async () => {
      try {
        return keepAll(org, entries);
      } catch (error) {
        // Of a full disk SQLite has rolled back by itself.
        if (connection.inTransaction) connection.exec('rollback');
        if (isTaken(error)) return null;
        throw error;
      }
    });
  };
};
