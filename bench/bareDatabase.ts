/** The bare database: the endpoint's driver and pragmas (server/store/sqlite.ts), one table, one prepared statement. */
import Database from 'libsql';
import type { EntryRow } from '../server/store/entries.ts';
import { packedInsert } from '../server/store/packedInsert.ts';

interface Row {
  readonly place: number;
  readonly text: string;
}

const open = (path: string) => {
  const db = new Database(path);
  db.exec('pragma locking_mode = exclusive');
  db.pragma('journal_mode = wal');
  db.exec('pragma synchronous = full');
  return db;
};

export const openBareDatabase = (path: string) => {
  const db = open(path);
  db.exec('create table if not exists rows (place integer primary key, id text not null unique, text text not null)');
  const add = db.prepare('insert into rows (id, text) values (?, ?) on conflict (id) do nothing');
  const page = db.prepare('select place, text from rows where place > ? order by place limit ?');
  return {
    keep: db.transaction((records: readonly { readonly id: string; readonly text: string }[]) => {
      for (const { id, text } of records) add.run([id, text]);
    }),
    after: (place: number, limit: number) => page.all([place, limit]) as Row[],
    clear: () => db.prepare('delete from rows').run([]).changes,
    close: () => db.close(),
  };
};

/** Rows of bytes with the columns the endpoint keeps, by the fastest insert we know, which is the endpoint's: nothing looked up, nothing numbered. */
export const openBareBytes = (path: string) => {
  const db = open(path);
  db.exec(
    'create table entries (org blob not null, place integer not null, id blob not null, device blob not null, sequence integer not null, size integer not null, bytes blob not null, primary key (org, place), unique (org, device, sequence))',
  );
  const insert = packedInsert(db);
  return {
    keep: db.transaction((rows: readonly EntryRow[]) => insert(rows)),
    close: () => db.close(),
  };
};
