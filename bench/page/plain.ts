/**
 * The floors: what the same thing costs with nothing protected. Records as plain objects in Dexie, sent as JSON by fetch
 * in portions of 500 to a bare server, thrown out of the outbox when acknowledged. As strict about the disk as ours.
 */
import Dexie, { type Table } from 'dexie';
import { bodyFor, chanceFrom, inventContacts } from '../invented.ts';

interface PlainRecord {
  readonly id: string;
  readonly kind: string;
  readonly day: string;
  readonly [field: string]: unknown;
}
interface Waiting {
  readonly n?: number;
  readonly record: PlainRecord;
}

class PlainDatabase extends Dexie {
  declare readonly records: Table<PlainRecord, string>;
  declare readonly outbox: Table<Waiting, number>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    // A plain app reads its lists from the database, so it keeps an index for each: kind and day at the least.
    this.version(1).stores({ records: 'id, kind, day', outbox: '++n' });
  }
}

const portion = 500;
const writer = { person: '7c9e6679742540de944be07fc1f90ae7', name: 'Joon Park' };

const invent = (seed: number, count: number): PlainRecord[] => {
  const chance = chanceFrom(seed + 1);
  return inventContacts(seed, count).map((entry) => ({ id: chance.id(), day: '2026-03-02', ...bodyFor(chance, entry, writer) }));
};

const inDatabase = async <T>(work: (db: PlainDatabase) => Promise<T>): Promise<T> => {
  const db = new PlainDatabase(`plain-${performance.now()}`);
  await db.open();
  try {
    return await work(db);
  } finally {
    await db.delete();
  }
};

const portions = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / portion) }, (_, at) => rows.slice(at * portion, (at + 1) * portion));

export const save = (seed: number, count: number): Promise<number> =>
  inDatabase(async (db) => {
    const parts = portions(invent(seed, count));
    const began = performance.now();
    for (const part of parts) await db.records.bulkAdd(part);
    return performance.now() - began;
  });

const packed = async (
  json: string,
  gzip: boolean,
): Promise<{ readonly body: string | ArrayBuffer; readonly headers: Record<string, string> }> => {
  if (!gzip) return { body: json, headers: { 'Content-Type': 'application/json' } };
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).arrayBuffer(), headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' } };
};

/** Gives milliseconds and the bytes of the bodies that went up. */
export const send = (seed: number, count: number, gzip: boolean): Promise<{ readonly ms: number; readonly bytes: number }> =>
  inDatabase(async (db) => {
    for (const part of portions(invent(seed, count))) await db.outbox.bulkAdd(part.map((record) => ({ record })));
    let bytes = 0;
    const began = performance.now();
    for (;;) {
      const rows = await db.outbox.orderBy('n').limit(portion).toArray();
      const [first, last] = [rows[0]?.n, rows[rows.length - 1]?.n];
      if (first === undefined || last === undefined) return { ms: performance.now() - began, bytes };
      const { body, headers } = await packed(JSON.stringify(rows.map(({ record }) => record)), gzip);
      bytes += typeof body === 'string' ? new Blob([body]).size : body.byteLength;
      const answer = await fetch('/plain', { method: 'POST', body, headers });
      if (!answer.ok) throw new Error(`the bare server said ${answer.status}`);
      await db.outbox.where('n').between(first, last, true, true).delete();
    }
  });

interface PlainPage {
  readonly rows: readonly PlainRecord[];
  readonly next: number;
}
const fetchPage = async (after: number): Promise<PlainPage> => (await fetch(`/plain?after=${after}&limit=${portion}`)).json();

/** Everything the bare server has, page by page; the next page is on its way while one is stored. */
export const download = (): Promise<{ readonly ms: number; readonly rows: number }> =>
  inDatabase(async (db) => {
    const began = performance.now();
    let rows = 0;
    let coming = fetchPage(0);
    for (;;) {
      const page = await coming;
      if (page.rows.length === 0) return { ms: performance.now() - began, rows };
      coming = fetchPage(page.next);
      await db.records.bulkAdd(page.rows);
      rows += page.rows.length;
    }
  });
