/**
 * Many rows into SQLite by one statement with five parameters. Handing the driver 3,500 of them costs more than the writing, and
 * building 500 rows as a syntax tree still more: so ids and bytes travel as one piece, and SQLite cuts it up.
 */
import type Database from 'libsql';
import { concat, sameBytes } from '../../src/protocol/bytes.ts';
import type { EntryRow } from './entries.ts';
import { once } from './once.ts';

type Connection = InstanceType<typeof Database>;

/** Below this a row at a time is as fast. */
const worthPacking = 8;
const insertOne = 'insert into entries (org, place, id, device, sequence, size, bytes) values (?, ?, ?, ?, ?, ?, ?)';
/** `spans` is a list of [sequence, where the id begins, where the bytes begin, where they end], counted from 1. */
const insertPacked = `insert into entries (org, place, id, device, sequence, size, bytes)
  select ?1, ?2 + key, substr(?4, value ->> 1, (value ->> 2) - (value ->> 1)), ?3, value ->> 0, (value ->> 3) - (value ->> 2),
    substr(?4, value ->> 2, (value ->> 3) - (value ->> 2))
  from json_each(?5)`;

/** Ids and bytes one after the other, and where each lies. */
const pack = (rows: readonly EntryRow[]) => {
  let from = 1;
  const spans = rows.map(({ sequence, id, bytes }) => {
    const span = [sequence, from, from + id.length, from + id.length + bytes.length];
    from += id.length + bytes.length;
    return span;
  });
  return { bytes: concat(...rows.flatMap(({ id, bytes }) => [id, bytes])), spans: JSON.stringify(spans) };
};

/** A batch is nearly always of one device, and its places follow each other. */
const byDevice = (rows: readonly EntryRow[]): EntryRow[][] => {
  const parts: EntryRow[][] = [];
  for (const row of rows) {
    const part = parts[parts.length - 1];
    if (part?.[0] && sameBytes(part[0].device, row.device)) part.push(row);
    else parts.push([row]);
  }
  return parts;
};

/** Prepared once, when it is needed first: the table is there then. Used on the connection that the transaction holds. */
export const packedInsert = (connection: Connection): ((rows: readonly EntryRow[]) => void) => {
  const one = once(() => connection.prepare(insertOne));
  const packed = once(() => connection.prepare(insertPacked));
  const insert = (rows: readonly EntryRow[]): void => {
    const [first] = rows;
    if (first && rows.length >= worthPacking) {
      const { bytes, spans } = pack(rows);
      packed().run([first.org, first.place, first.device, bytes, spans]);
    } else
      for (const { org, place, id, device, sequence, bytes } of rows) one().run([org, place, id, device, sequence, bytes.length, bytes]);
  };
  return (rows) => byDevice(rows).forEach(insert);
};
