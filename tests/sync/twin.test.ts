/** A phone that was put back from an old copy, or copied: the endpoint already has entries under the numbers it would use next. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { office } from '../../src/domain/entry.ts';
import { readState } from '../../src/store/database.ts';
import { aRoad, aRoadWithCopies, aTeam, type Team } from '../support/road.ts';

const writes = async (device: Headless, note: string): Promise<string> => {
  const record = device.notebook().newId();
  const says = { person: device.notebook().newId(), day: '2026-03-02', note };
  device.must(await device.notebook().write({ kind: 'contact', record, says, audience: office }));
  return record;
};

/** Everything a phone keeps, as a copy of its storage would hold it; gives back how to put it back. */
const copyOf = async ({ db }: Headless) => {
  const rows = await Promise.all(db.tables.map(async (table) => [table, await table.toArray()] as const));
  return () =>
    db.transaction('rw', db.tables, async () => {
      for (const [table, held] of rows) {
        await table.clear();
        await table.bulkAdd(held);
      }
    });
};
const isTwin = async ({ db }: Headless): Promise<boolean> => (await readState(db, 'twin')) !== null;
const reopened = async (device: Headless, change: () => Promise<void>, passphrase: string): Promise<void> => {
  device.lock();
  await change();
  await device.unlock(passphrase);
};

const withOldCopy = async (of: (team: Team) => Headless, passphrase: string) => {
  const team = await aTeam(await aRoad());
  const device = of(team);
  await writes(device, 'before');
  await device.exchange();
  const putBack = await copyOf(device);
  await writes(device, 'after the copy');
  await device.exchange();
  expect(await isTwin(device)).toBe(false);
  await reopened(device, putBack, passphrase);
  return { ...team, device };
};

test.each<[string, (team: Team) => Headless, string]>([
  ["a worker's phone", ({ field }) => field, 'field words for stories'],
  ["a supervisor's laptop", ({ office: laptop }) => laptop, 'office words for stories'],
])('%s put back from an old copy is noticed at the first exchange, before it has written anything', async (_, of, passphrase) => {
  const { device } = await withOldCopy(of, passphrase);
  await device.exchange();
  expect(await isTwin(device)).toBe(true);
});

test('what it writes afterwards is kept and waits; nothing more of that chain is sent', async () => {
  const { device, office: laptop } = await withOldCopy(({ field }) => field, 'field words for stories');
  await device.exchange();
  const record = await writes(device, 'written on the copy');
  expect((await device.exchange()).failure).toBeNull();
  expect(device.notebook().standingOf(record)).toBe('on-this-phone');
  // It was not even offered: the endpoint would have called it a fork.
  expect((await device.db.outbox.toArray()).filter(({ setAside }) => setAside !== undefined)).toEqual([]);
  await laptop.exchange();
  await laptop.notebook().catchUp();
  expect([laptop.notebook().recordsOf('contact').length, laptop.notebook().missing()]).toEqual([2, 0]);
});

test('written before it was noticed, an entry is set aside as a fork and stays, and that is notice enough', async () => {
  const { device, office: laptop } = await withOldCopy(({ field }) => field, 'field words for stories');
  await writes(device, 'another under the same number');
  await writes(device, 'and one after it');
  await device.exchange();
  expect(await isTwin(device)).toBe(true);
  expect(
    device
      .notebook()
      .delivery()
      .setAside.map(({ reason }) => reason),
  ).toEqual(['fork', 'fork']);
  await laptop.exchange();
  await laptop.notebook().catchUp();
  expect([laptop.notebook().recordsOf('contact').length, laptop.notebook().missing()]).toEqual([2, 0]);
});

test('it goes on receiving what is written to it', async () => {
  const { device, office: laptop } = await withOldCopy(({ field }) => field, 'field words for stories');
  await device.exchange();
  await laptop.exchange();
  const [record] = laptop.notebook().recordsOf('contact');
  const audience = { devices: [device.notebook().me.device] };
  laptop.must(await laptop.notebook().write({ kind: 'review', record: record?.record ?? '', says: { conclusion: 'noted' }, audience }));
  await laptop.exchange();
  const before = await device.db.entries.count();
  await device.exchange();
  expect(await device.db.entries.count()).toBeGreaterThan(before);
});

test('an endpoint that was put back makes no twin of anybody', async () => {
  const road = await aRoadWithCopies();
  const { office: laptop, field } = await aTeam(road);
  await road.layAside();
  for (const device of [field, laptop]) {
    await writes(device, 'lost');
    await device.exchange();
  }
  await road.putBack();
  for (const device of [field, laptop, field, laptop]) await device.exchange();
  expect([await isTwin(field), await isTwin(laptop)]).toEqual([false, false]);
});
