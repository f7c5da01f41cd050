/**
 * A phone's disk as it stands, to be laid under another phone: what fake-indexeddb keeps, copied object by object. Bytes are
 * shared, because a database copies every row that it takes or gives.
 */
import type { Bytes } from '../../src/protocol/bytes.ts';

export interface DiskImage {
  readonly databases: ReadonlyMap<string, object>;
  readonly files: ReadonlyMap<string, Bytes>;
}

/** With the class that each object has; what stands in several places stays one. */
const copyOf = (value: unknown, known: Map<object, object>): unknown => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const there = known.get(value);
  if (there) return there;
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    known.set(value, map);
    for (const [name, one] of value) map.set(name, copyOf(one, known));
    return map;
  }
  const copy: object = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  known.set(value, copy);
  for (const name of Reflect.ownKeys(value)) Reflect.set(copy, name, copyOf(Reflect.get(value, name), known));
  return copy;
};

/** One of a database's own functions is bound to it. */
export const copyDatabase = (database: object, name: string): object => {
  const copy = copyOf(database, new Map()) as { name: string; processTransactions: () => void };
  const own: unknown = Reflect.get(Object.getPrototypeOf(copy), 'processTransactions');
  if (typeof own !== 'function') throw new Error('fake-indexeddb keeps its databases in another way');
  return Object.assign(copy, { name, processTransactions: own.bind(copy) });
};
