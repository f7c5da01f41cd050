/**
 * Puts a copy into an empty database, all of it in one transaction or nothing. What the copy does not hold is made anew: a secret,
 * and above all a generation, so that devices learn that places mean something else now and offer again what this copy lacks.
 * A copy by an earlier version is put in as it was; the endpoint brings it on when it starts, as it does with every older database.
 */
import type { Transaction } from 'kysely';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { migrateAnew } from '../store/migrations.ts';
import type { Tables } from '../store/tables.ts';
import type { CopyFailure } from './format.ts';
import { type Chunk, type CopyItem, columnsOf } from './shape.ts';

/** SQLite takes at most 32,766 values in one statement. */
const rowsPerStatement = 200;

/** Thrown through the transaction, so that it is rolled back. */
class NotWhole extends Error {
  readonly failure: CopyFailure;
  constructor(failure: CopyFailure) {
    super(`the copy is ${failure.type}`);
    this.failure = failure;
  }
}

export interface Putting {
  readonly items: AsyncIterable<Result<CopyItem, CopyFailure>>;
  readonly tell: (item: CopyItem) => void;
}

/** `inTransaction` opens the transaction, and may make room in it first. */
export const putCopy = async (
  inTransaction: (work: (trx: Transaction<Tables>) => Promise<void>) => Promise<void>,
  { items, tell }: Putting,
): Promise<Result<void, CopyFailure>> => {
  try {
    await inTransaction(async (trx) => {
      for await (const item of items) {
        if (!item.ok) throw new NotWhole(item.failure);
        await putItem(trx, item.value);
        tell(item.value);
      }
    });
    return ok(undefined);
  } catch (error) {
    if (error instanceof NotWhole) return failed(error.failure);
    throw error;
  }
};

const putItem = async (trx: Transaction<Tables>, item: CopyItem): Promise<void> => {
  if (item.is === 'head') await migrateAnew(trx, item.migrations);
  if (item.is === 'rows') await putRows(trx, item);
};

const putRows = async (trx: Transaction<Tables>, { table, rows }: Chunk): Promise<void> => {
  const columns = columnsOf(table);
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
  for (let at = 0; at < objects.length; at += rowsPerStatement)
    await trx
      .insertInto(table)
      .values(objects.slice(at, at + rowsPerStatement))
      .execute();
};
