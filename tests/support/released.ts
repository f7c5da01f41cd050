/**
 * What the first released version left on the disks of an office and two devices (tests/fixtures/released/first), all of it
 * invented: written once by that version itself and never again. Login keys lie open in it, as they never do on a phone.
 */
import Dexie from 'dexie';
import { type Held, slotsInMemory } from '../../demo/headless.ts';
import { type Bytes, fromHex } from '../../src/protocol/bytes.ts';
import { openDatabase } from '../../src/store/database.ts';
import { root, textOf } from './source.ts';

const folder = 'tests/fixtures/released/first';
export const releasedDatabase = `${root}/${folder}/fieldbook.db`;

type Dumped = string | number | boolean | null | readonly Dumped[] | { readonly [name: string]: Dumped };
interface DumpedDevice {
  readonly tables: Readonly<Record<string, readonly Dumped[]>>;
  readonly slots: Readonly<Record<string, { readonly hex: string }>>;
}

const alive = async (value: Dumped): Promise<unknown> => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return Promise.all(value.map(alive));
  if ('hex' in value) return fromHex(String(value.hex));
  if ('pkcs8' in value)
    return crypto.subtle.importKey('pkcs8', fromHex(String(value.pkcs8)), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const parts = Object.entries(value).map(async ([name, part]) => [name, await alive(part)] as const);
  return Object.fromEntries(await Promise.all(parts));
};

/** As version 1 declared them (tests/fixtures/stored/client-v1.json). */
const firstStores = { entries: '++n, &id', outbox: 'n, setAside', state: 'name', drafts: 'row', slots: 'name' };

export const releasedDevice = async (device: 'laptop' | 'phone'): Promise<Held> => {
  const { tables, slots }: DumpedDevice = JSON.parse(textOf(`${folder}/${device}.json`));
  const name = `released ${device}`;
  const first = new Dexie(name);
  first.version(1).stores(firstStores);
  for (const [table, rows] of Object.entries(tables)) await first.table(table).bulkAdd(await Promise.all(rows.map(alive)));
  first.close();
  return {
    db: openDatabase(name),
    file: slotsInMemory(new Map(Object.entries(slots).map(([slot, { hex }]): [string, Bytes] => [slot, fromHex(hex)]))),
  };
};
