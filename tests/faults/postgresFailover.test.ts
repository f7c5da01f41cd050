/** Real streaming replication on this machine: what was acknowledged outlives the machine that acknowledged it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UnpackedEntry } from '../../src/protocol/runs.ts';
import { anOffice } from '../support/device.ts';
import { aPair, failOver, type Pair, promote } from '../support/failover.ts';
import { openAt } from '../support/postgres.ts';
import { aServer, outcomeOf } from '../support/server.ts';

let pair: Pair;
beforeEach(async () => {
  pair = await aPair();
});
afterEach(() => pair.dispose());

test('the primary dies under load and the replica takes over: nothing acknowledged is lost, moved or doubled', async () => {
  const { told, kept, before, after } = await failOver(pair, 4, 25);
  expect([...told].filter(([id, place]) => kept.get(id) !== place)).toEqual([]);
  expect([...kept.values()]).toEqual(Array.from({ length: kept.size }, (_, at) => at + 1));
  expect(told.size).toBe(before + after);
  expect(kept.size).toBe(told.size);
});

/** Somebody at the database loses patience with a commit that waits for the replica. It then counts there, and is no promise. */
const impatience = ['pg_cancel_backend', 'pg_terminate_backend'] as const;
const endWaiting = async (by: (typeof impatience)[number]) => {
  const ended = () => pair.primary.ask(`select ${by}(pid) from pg_stat_activity where wait_event = 'SyncRep'`);
  await expect.poll(async () => (await ended()).length).toBe(1);
};

test('what the replica has not got is not acknowledged, however often it is sent', async () => {
  const store = await openAt(pair.url);
  const server = await aServer({ store });
  const office = await anOffice(server);
  const worker = await office.admits();
  const entries: UnpackedEntry[] = [];
  const sends = async (some: readonly UnpackedEntry[]) =>
    outcomeOf(await server.post('/api/sync', await worker.batch(some), { token: worker.token }));
  await pair.replica.stop();
  for (const by of impatience) {
    const five = worker.writes(5);
    entries.push(...five);
    // The first time it is kept and the wait is ended; after that it stands there, and to call it had takes the same wait.
    for (let times = 0; times < 2; times += 1) {
      const sent = sends(five);
      await endWaiting(by);
      expect(await sent).toBe('500 internal');
      expect((await store.counts()).entries).toBe(entries.length);
    }
  }
  await pair.replica.start();
  expect((await worker.syncs(server, entries)).receipts.map(({ is }) => is)).toEqual(entries.map(() => 'had'));
  await pair.primary.kill();
  // Nobody has been promoted yet: the replica is asked, and takes no writes.
  expect(await sends(entries)).toBe('500 internal');
  await promote(pair.replica);
  const all = [...entries, ...worker.writes(1)];
  expect((await worker.syncs(server, all)).receipts.map(({ is }) => is)).toEqual([...entries.map(() => 'had'), 'kept']);
  await store.close();
});
