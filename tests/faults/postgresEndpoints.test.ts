/** Several endpoints, each a process of its own, over one PostgreSQL that is harmed meanwhile. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { anOffice, type Door, idsIn, idsOf, type Office, type RawDevice } from '../support/device.ts';
import { doorAt } from '../support/door.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { outcomeOf } from '../support/server.ts';

let postgres: Postgres;
let database: string;
let endpoints: ServerProcess[];
let doors: [Door, Door];
let office: Office;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.dispose());
beforeEach(async () => {
  const url = await postgres.url();
  database = new URL(url).pathname.slice(1);
  // Both at once, on an empty database.
  endpoints = await Promise.all([1, 2].map(() => startServer({ env: { DATABASE_URL: url } })));
  const [first, second] = endpoints.map(({ origin }) => doorAt(origin));
  if (!first || !second) throw new Error('there must be two');
  doors = [first, second];
  office = await anOffice(first);
});
afterEach(() => Promise.all(endpoints.map((endpoint) => endpoint.dispose())));

/** Follows the office's stream by its own cursor, as the supervisor's laptop does. */
const follower = (reader: RawDevice) => {
  const seen: string[] = [];
  let generation = '';
  return {
    seen,
    reads: async (door: Door) => {
      const answer = await reader.syncs(door, [], { seenUpTo: seen.length, generation });
      generation = answer.generation;
      expect(answer.page.from).toBe(seen.length + 1);
      seen.push(...(await idsIn(answer)));
    },
  };
};

/** Entries of this device do not get further than their insertion until the gate is let go. */
const gateFor = async ({ device }: RawDevice): Promise<() => Promise<void>> => {
  await postgres.ask('create table gate (n int)', database);
  await postgres.ask(
    `create function wait() returns trigger language plpgsql as $$ begin
      if new.device = '\\x${toHex(device)}' then perform count(*) from gate; end if; return new; end $$`,
    database,
  );
  await postgres.ask('create trigger wait before insert on entries for each row execute function wait()', database);
  return postgres.hold('lock table gate in access exclusive mode', database);
};
const waiting = async () =>
  Number(
    (
      await postgres.ask<{ n: string }>(
        "select count(*) as n from pg_stat_activity where application_name = 'fieldbook' and wait_event_type = 'Lock'",
      )
    )[0]?.n,
  );

test('batches at once through two endpoints: every place once, and a cursor that reads meanwhile meets each in its turn', async () => {
  const workers = [await office.admits(), await office.admits(), await office.admits(), await office.admits()];
  const laptop = follower(office.supervisor);
  const written: string[] = [];
  let sending = workers.length;
  const works = workers.map(async (worker, at) => {
    for (let batch = 0; batch < 12; batch += 1) {
      const entries = worker.writes(15);
      written.push(...idsOf(entries));
      await worker.syncs(doors[(at + batch) % 2 === 0 ? 0 : 1], entries);
    }
    sending -= 1;
  });
  while (sending > 0) await laptop.reads(doors[laptop.seen.length % 2 === 0 ? 0 : 1]);
  await Promise.all(works);
  await laptop.reads(doors[0]);
  expect(laptop.seen).toHaveLength(4 * 12 * 15);
  expect([...laptop.seen].sort()).toEqual([...written].sort());
});

test('a commit that comes late with lower numbers: nobody’s cursor passes it', async () => {
  const [slow, quick] = [await office.admits(), await office.admits()];
  const laptop = follower(office.supervisor);
  const letGo = await gateFor(slow);
  const [first, second] = [slow.writes(5), quick.writes(5)];
  const late = slow.syncs(doors[0], first);
  await expect.poll(waiting).toBe(1);
  const early = quick.syncs(doors[1], second);
  // The second waits for the first, although another process numbers it.
  await expect.poll(waiting).toBe(2);
  await laptop.reads(doors[1]);
  expect(laptop.seen).toEqual([]);
  await letGo();
  await Promise.all([late, early]);
  await laptop.reads(doors[1]);
  expect(laptop.seen).toEqual(idsOf([...first, ...second]));
});

test('the database is restarted in mid-batch: nothing half-kept, and the same endpoints go on', async () => {
  const worker = await office.admits();
  const letGo = await gateFor(worker);
  const entries = worker.writes(30);
  const batch = await worker.batch(entries);
  const sends = async (door: Door) => outcomeOf(await door.post('/api/sync', batch, { token: worker.token }));
  const caught = sends(doors[0]);
  await expect.poll(waiting).toBe(1);
  await postgres.stop();
  expect(await caught).toBe('500 internal');
  expect(await sends(doors[1])).toBe('500 internal');
  await letGo();
  await postgres.start();
  expect(await postgres.ask('select 1 from entries', database)).toEqual([]);
  expect((await worker.syncs(doors[1], entries)).receipts.map(({ is }) => is)).toEqual(Array(30).fill('kept'));
  expect((await worker.syncs(doors[0], entries)).receipts.map(({ is }) => is)).toEqual(Array(30).fill('had'));
  expect(endpoints.map((endpoint) => endpoint.running())).toEqual([true, true]);
});

test('the database dies as in a power cut, again and again, while a device sends: all of it is kept once', async () => {
  const worker = await office.admits();
  const sent: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const entries = worker.writes(40);
    sent.push(...idsOf(entries));
    const sending = worker.syncs(doors[round % 2 === 0 ? 0 : 1], entries).catch(() => null);
    await new Promise((wait) => setTimeout(wait, round * 8));
    await postgres.kill();
    await sending;
    await postgres.start();
    await worker.syncs(doors[0], entries);
  }
  const laptop = follower(office.supervisor);
  await laptop.reads(doors[1]);
  expect(laptop.seen).toEqual(sent);
});
