/** Puts a phone's database back into the shape an older version of the app made, with what it holds: for upgrades under trouble. */
import type { Page } from 'playwright-core';
import { filesUnder, textOf } from './source.ts';

export interface OlderShape {
  readonly version: number;
  readonly stores: Readonly<Record<string, readonly string[]>>;
}

/** Every shape that ever shipped but the newest, as the guard of stored shapes keeps them. */
export const olderShapes = (): readonly OlderShape[] => {
  const shapes = filesUnder('tests/fixtures/stored', ['.json']).flatMap((path) => {
    const version = /client-v(\d+)\.json$/.exec(path)?.[1];
    return version === undefined ? [] : [{ version: Number(version), stores: JSON.parse(textOf(path)) as OlderShape['stores'] }];
  });
  return shapes.sort((one, other) => one.version - other.version).slice(0, -1);
};

/** Runs in the page. What an older version had no place for is dropped: nobody could have written it. */
const remake = async ({ version, stores }: OlderShape): Promise<void> => {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const ended = (transaction: IDBTransaction): Promise<void> =>
    new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  const now = await done(indexedDB.open('fieldbook'));
  const names = [...now.objectStoreNames].filter((name) => name in stores);
  const reading = now.transaction(names);
  const rows = await Promise.all(names.map((name) => done(reading.objectStore(name).getAll())));
  now.close();
  await done(indexedDB.deleteDatabase('fieldbook'));
  // Dexie counts in tens.
  const opening = indexedDB.open('fieldbook', version * 10);
  opening.onupgradeneeded = () => {
    for (const [name, parts] of Object.entries(stores)) {
      const [, key = '', auto] = /^key "(\w+)"( auto)?$/.exec(parts[0] ?? '') ?? [];
      const store = opening.result.createObjectStore(name, { keyPath: key, autoIncrement: auto !== undefined });
      for (const part of parts.slice(1)) {
        const [, index = '', path = '', unique] = /^index (\S+) on "(\w+)"( unique)?/.exec(part) ?? [];
        store.createIndex(index, path, { unique: unique !== undefined });
      }
    }
  };
  const older = await done(opening);
  const writing = older.transaction(names, 'readwrite');
  names.forEach((name, at) => {
    for (const row of rows[at] ?? []) writing.objectStore(name).put(row);
  });
  await ended(writing);
  older.close();
};

/** `page` stands at an address of this origin that is not the app: nobody else has the database open. */
export const makeOlder = (page: Page, shape: OlderShape): Promise<void> => page.evaluate(remake, shape);
