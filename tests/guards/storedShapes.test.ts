/**
 * Stored shapes only grow: old and new versions of the app meet on one server, and a phone may come back after a year.
 * A fresh store is compared with the shape committed for its version; every older shape must still be inside it.
 * A new version writes its own file at the first run; an edited old one fails.
 */
import 'fake-indexeddb/auto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { migrations } from '../../server/store/migrations.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openDatabase } from '../../src/store/database.ts';
import { filesUnder, root, textOf } from '../support/source.ts';

type Shape = Readonly<Record<string, readonly string[]>>;

const fixture = (name: string): string => resolve(root, 'tests/fixtures/stored', name);
const asJson = (shape: Shape): string => `${JSON.stringify(shape, null, 2)}\n`;

const olderShapes = (side: string, version: number): Shape[] =>
  filesUnder('tests/fixtures/stored', ['.json'])
    .filter((path) => Number(new RegExp(`${side}-v(\\d+)\\.json$`).exec(path)?.[1] ?? Number.POSITIVE_INFINITY) < version)
    .map((path) => JSON.parse(textOf(path)));

const lostSince = (older: Shape, now: Shape): string[] =>
  Object.entries(older).flatMap(([table, parts]) => parts.filter((part) => !now[table]?.includes(part)).map((part) => `${table}: ${part}`));

const keep = async (side: string, version: number, shape: Shape): Promise<void> => {
  await expect(asJson(shape)).toMatchFileSnapshot(fixture(`${side}-v${version}.json`));
  expect(olderShapes(side, version).flatMap((older) => lostSince(older, shape))).toEqual([]);
};

test('the shape of what a phone keeps', async () => {
  const db = openDatabase('shape');
  await db.open();
  const stored = db.backendDB();
  const names = [...stored.objectStoreNames].sort();
  const shape = Object.fromEntries(names.map((name) => [name, storeShape(stored.transaction(name).objectStore(name))]));
  const version = Math.round(db.verno);
  db.close();
  await keep('client', version, shape);
});

const storeShape = (store: IDBObjectStore): string[] => [
  `key ${JSON.stringify(store.keyPath)}${store.autoIncrement ? ' auto' : ''}`,
  ...[...store.indexNames].sort().map((name) => indexShape(store.index(name))),
];

const indexShape = ({ name, keyPath, unique, multiEntry }: IDBIndex): string =>
  `index ${name} on ${JSON.stringify(keyPath)}${unique ? ' unique' : ''}${multiEntry ? ' multi' : ''}`;

test('the shape of what the endpoint keeps', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-shape-'));
  mkdirSync(join(folder, 'kept'));
  const opened = await openSqliteStore(join(folder, 'kept', 'shape.sqlite'));
  if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.type}`);
  // We look at a copy, because the store holds its file for itself alone.
  cpSync(join(folder, 'kept'), join(folder, 'copy'), { recursive: true });
  await opened.value.close();
  await keep('server', migrations.length, sqliteShape(join(folder, 'copy', 'shape.sqlite')));
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = <Row>(db: InstanceType<typeof Database>, sql: string): Row[] => db.prepare(sql).all([]) as Row[];

const sqliteShape = (file: string): Shape => {
  const db = new Database(file);
  const tables = rowsOf<{ name: string }>(
    db,
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  );
  const shape = Object.fromEntries(tables.map(({ name }) => [name, [...columnsOf(db, name), ...indexesOf(db, name)]]));
  db.close();
  return shape;
};

const columnsOf = (db: InstanceType<typeof Database>, table: string): string[] =>
  rowsOf<{ name: string; type: string; notnull: number; pk: number }>(db, `pragma table_info("${table}")`).map(
    ({ name, type, notnull, pk }) => `column ${name} ${type.toLowerCase()}${notnull ? ' not null' : ''}${pk ? ` key ${pk}` : ''}`,
  );

const indexesOf = (db: InstanceType<typeof Database>, table: string): string[] =>
  rowsOf<{ name: string; unique: number }>(db, `pragma index_list("${table}")`)
    .map(({ name, unique }) => {
      const columns = rowsOf<{ name: string }>(db, `pragma index_info("${name}")`).map((column) => column.name);
      return `index ${name} on ${columns.join(', ')}${unique ? ' unique' : ''}`;
    })
    .sort();
