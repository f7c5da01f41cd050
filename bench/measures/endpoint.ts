import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHeadless, quickKdf } from '../../demo/headless.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { NewEntry } from '../../server/store/store.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeSyncBatch } from '../../src/protocol/exchange.ts';
import { findDevice } from '../../src/store/deviceRow.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { loadRoster } from '../../src/store/rosterRows.ts';
import { createPost } from '../../src/sync/post.ts';
import { createSession } from '../../src/sync/session.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { openBareBytes } from '../bareDatabase.ts';
import { bodyFor, chanceFrom, inventContacts } from '../invented.ts';
import { atLeast, type Bench, type Measure, type Row } from '../measure.ts';
import { median, takeTurns, told } from '../stats.ts';

const batch = 500;
/** What a contact of 1 KiB as JSON weighs once sealed. */
const entryBytes = 640;

const inBatches = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / batch) }, (_, at) => list.slice(at * batch, (at + 1) * batch));
const perSecond = (rows: number, began: number): number => (rows * 1000) / (performance.now() - began);

const millisecondsOf = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The store behind the endpoint and the bare database, both on disk, no HTTP: what places, links and lookups cost. */
const storeLevel = async ({ rounds, size }: Bench): Promise<Row> => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-rows-'));
  const opened = await openSqliteStore(join(folder, 'ours.db'));
  if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.type}`);
  const store = opened.value;
  const bare = openBareBytes(join(folder, 'bare.db'));
  const org = randomBytes(16);
  const count = size(20_000);
  const make = (device: Bytes): NewEntry[] =>
    Array.from({ length: count }, (_, at) => ({
      id: randomBytes(32),
      bytes: randomBytes(entryBytes),
      device,
      sequence: at + 1,
      stream: null,
    }));
  let place = 0;
  const keepOurs = async (entries: readonly NewEntry[]) => {
    if (!(await store.keepNew(org, entries))) throw new Error('what is new was not kept');
  };
  const keepBare = (entries: readonly NewEntry[]) =>
    bare.keep(entries.map(({ id, bytes, device, sequence }) => ({ org, place: ++place, id, device, sequence, bytes })));
  const taken = { ours: [] as number[], bare: [] as number[] };
  // Batch by batch in turn: a disk is quick and slow by the second, and whoever had it at a bad one would seem the slower.
  for (let round = 0; round < rounds; round += 1) {
    const spent = { ours: 0, bare: 0 };
    const [forOurs, forBare] = [inBatches(make(randomBytes(16))), inBatches(make(randomBytes(16)))];
    for (const [at, entries] of forOurs.entries()) {
      spent.ours += await millisecondsOf(() => keepOurs(entries));
      spent.bare += await millisecondsOf(() => keepBare(forBare[at] ?? []));
    }
    taken.ours.push((count * 1000) / spent.ours);
    taken.bare.push((count * 1000) / spent.bare);
  }
  await store.close();
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  const ratio = median(taken.ours) / median(taken.bare);
  return {
    measure: 'Rows/s of the endpoint’s store',
    ours: told(taken.ours, 'rows/s'),
    floor: told(taken.bare, 'rows/s'),
    ratio,
    figure: '≥ 80 % of the bare database',
    verdict: atLeast(ratio, 0.8),
    note: `No HTTP. Batches of ${batch} rows of ${entryBytes} bytes, one durable transaction each; ours also looks up what stands and hands out places. Floor: the same columns by the same insert.`,
  };
};

/** Batches as a device sends them, made beforehand by the real store, so that only the endpoint is timed. */
const preparedBatches = async (origin: string, count: number) => {
  const device = createHeadless({ fetch, origin, kdf: quickKdf, now: () => '2026-03-02T20:15:00-06:00' });
  const book = await device.found('Lantern House (invented)', 'Mina Cho', 'words for measuring with');
  for (const entries of inBatches(inventContacts(1000, count))) await book.writeTogether(entries);
  const outbox = createOutbox({ db: device.db, roster: await loadRoster(device.db) });
  const bodies: { readonly bytes: Bytes; readonly entries: number }[] = [];
  for (;;) {
    const taken = await outbox.nextBatch(batch);
    if (!taken.ok || taken.value.ns.length === 0) break;
    bodies.push({ bytes: encodeSyncBatch(taken.value.batch), entries: taken.value.ns.length });
    await device.db.outbox.bulkDelete([...taken.value.ns]);
  }
  const post = createSession({
    post: createPost({ fetch, origin }),
    device: () => findDevice(device.db),
    milliseconds: () => performance.now(),
  });
  await post('/api/sync', encodeSyncBatch({ protocol: 1, generation: '', seenUpTo: 0, rosterLinks: 0, runs: [], proofs: [] }));
  device.lock();
  return { bodies, post };
};

const overHttp = async ({ rounds, size, stand }: Bench): Promise<Row> => {
  const { endpoint, bare } = await stand();
  const count = size(5_000);
  let seed = 1001;
  const postOurs = async () => {
    const { bodies, post } = await preparedBatches(endpoint.origin, count);
    const began = performance.now();
    for (const { bytes } of bodies) if (!(await post('/api/sync', bytes)).ok) throw new Error('the endpoint refused a batch');
    return perSecond(
      bodies.reduce((sum, { entries }) => sum + entries, 0),
      began,
    );
  };
  const postBare = async () => {
    const chance = chanceFrom(seed);
    const records = inventContacts(seed++, count).map((entry) => ({
      id: chance.id(),
      ...bodyFor(chance, entry, { person: chance.id(), name: 'Joon Park' }),
    }));
    const bodies = inBatches(records).map((part) => JSON.stringify(part));
    const began = performance.now();
    for (const body of bodies)
      await (await fetch(`${bare.origin}/plain`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).text();
    return perSecond(count, began);
  };
  const taken = await takeTurns(rounds, { ours: postOurs, bare: postBare });
  return {
    measure: 'Rows/s of the endpoint over HTTP, one device',
    ours: told(taken.ours, 'rows/s'),
    floor: told(taken.bare, 'rows/s'),
    ratio: median(taken.ours) / median(taken.bare),
    figure: '',
    verdict: 'told',
    note: 'Ours opens the batch, hashes every entry, checks chain and signature, and answers with receipts. Floor: JSON into the bare database, nothing checked.',
  };
};

export const endpoint: Measure = { name: 'endpoint', run: async (bench) => [await storeLevel(bench), await overHttp(bench)] };
