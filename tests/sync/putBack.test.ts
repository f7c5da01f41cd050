/** The endpoint's database is put back to an older state. Whatever any device still holds comes to the office again, and nothing twice. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { office } from '../../src/domain/entry.ts';
import { contactIn } from '../../src/domain/records.ts';
import { readState } from '../../src/store/database.ts';
import { receiptsHeld } from '../../src/store/receipts.ts';
import { offerOf } from '../../src/store/reoffering.ts';
import { holdsTogether, keptBy } from '../support/chains.ts';
import { offeredTo, publishes } from '../support/published.ts';
import { aRoadWithCopies, aTeam, letInto, type RoadWithCopies, type Team } from '../support/road.ts';

const writes = async (device: Headless, ...notes: readonly string[]): Promise<readonly string[]> => {
  const records: string[] = [];
  for (const note of notes) {
    const record = device.notebook().newId();
    const says = { person: device.notebook().newId(), day: '2026-03-02', note };
    device.must(await device.notebook().write({ kind: 'contact', record, says, audience: office }));
    records.push(record);
  }
  return records;
};
const notesOf = (device: Headless): readonly string[] =>
  device
    .notebook()
    .recordsOf('contact')
    .map((record) => contactIn(record)?.note ?? '')
    .sort();

/** A new supervisor's device has nothing but what the endpoint has: what it shows is what the office has. */
const whatTheOfficeHas = async (road: RoadWithCopies, laptop: Headless): Promise<readonly string[]> => {
  const fresh = await letInto(road, laptop, 'supervisor', 'Auditor');
  await laptop.exchange();
  await fresh.exchange();
  await fresh.notebook().catchUp();
  expect(fresh.notebook().missing()).toBe(0);
  return notesOf(fresh);
};
const readLater = async (road: RoadWithCopies, field: Headless, day: string): Promise<void> => {
  road.setDay(day);
  field.lock();
  await field.unlock('field words for stories');
};
const restored = async (): Promise<{ road: RoadWithCopies } & Team> => {
  const road = await aRoadWithCopies();
  const team = await aTeam(road);
  await writes(team.field, 'before the copy');
  await team.field.exchange();
  await team.office.exchange();
  await road.layAside();
  return { road, ...team };
};

describe('after the copy was put back', () => {
  test('a worker sends again what the office had confirmed, and says meanwhile that it waits', async () => {
    const { road, office: laptop, field } = await restored();
    const [record = ''] = await writes(field, 'confirmed, then lost');
    await field.exchange();
    await field.notebook().catchUp();
    expect(field.notebook().standingOf(record)).toBe('at-the-office');
    await road.putBack();
    road.cutRequestsAfter(1);
    await field.exchange();
    expect(field.notebook().standingOf(record)).toBe('on-this-phone');
    expect(field.notebook().delivery()).toMatchObject({ setAside: [] });
    await field.exchange();
    expect(field.notebook().standingOf(record)).toBe('at-the-office');
    expect(await field.db.outbox.count()).toBe(0);
    expect(await whatTheOfficeHas(road, laptop)).toEqual(['before the copy', 'confirmed, then lost']);
  });

  test('locked as it is: what lies there sealed is enough', async () => {
    const { road, office: laptop, field } = await restored();
    await writes(field, 'sent, and the phone locked');
    await field.exchange();
    field.lock();
    await road.putBack();
    await field.exchange();
    expect(await whatTheOfficeHas(road, laptop)).toContain('sent, and the phone locked');
  });

  test("a supervisor's device hands in what others wrote, though the phone that wrote it is lost", async () => {
    const { road, office: laptop, field } = await restored();
    await writes(field, 'from a phone that fell into the river', 'and another');
    await field.exchange();
    await laptop.exchange();
    await road.putBack();
    await laptop.exchange();
    expect(await whatTheOfficeHas(road, laptop)).toEqual(['and another', 'before the copy', 'from a phone that fell into the river']);
    await field.exchange();
    expect(await field.db.outbox.count()).toBe(0);
    expect(await readState(field.db, 'twin')).toBeNull();
  });

  test('and what a phone has forgotten, behind what it sends again itself, too', async () => {
    const { road, office: laptop, field } = await restored();
    await writes(field, 'a week ago');
    await readLater(road, field, '2026-03-12');
    await writes(field, 'today');
    await field.exchange();
    await laptop.exchange();
    await readLater(road, field, '2026-03-12');
    expect(notesOf(field)).toEqual(['today']);
    await road.putBack();
    await field.exchange();
    await laptop.exchange();
    expect(await whatTheOfficeHas(road, laptop)).toEqual(['a week ago', 'before the copy', 'today']);
  });

  test('and others have written past the old place since: all of it is there in the end, each once', async () => {
    const { road, office: laptop, field } = await restored();
    const other = await letInto(road, laptop, 'worker', 'Thuy');
    await road.layAside();
    await writes(field, 'a', 'b', 'c');
    await field.exchange();
    await laptop.exchange();
    await road.putBack();
    await writes(other, '1', '2', '3', '4', '5', '6');
    await other.exchange();
    for (const device of [laptop, field, other, laptop, field]) await device.exchange();
    await laptop.notebook().catchUp();
    const all = ['1', '2', '3', '4', '5', '6', 'a', 'b', 'before the copy', 'c'];
    expect(notesOf(laptop)).toEqual(all);
    expect(laptop.notebook().missing()).toBe(0);
    expect(await whatTheOfficeHas(road, laptop)).toEqual(all);
    expect(holdsTogether(await keptBy(field.db))).toBe(true);
  });

  test('a phone that was let in after the copy: the roster comes back with the supervisor, and then the phone', async () => {
    const { road, office: laptop } = await restored();
    const late = await letInto(road, laptop, 'worker', 'Late');
    await writes(late, 'let in after the copy');
    await late.exchange();
    await road.putBack();
    expect((await late.exchange()).failure).toMatchObject({ code: 'login-refused' });
    await laptop.exchange();
    expect((await late.exchange()).failure).toBeNull();
    expect(await whatTheOfficeHas(road, laptop)).toContain('let in after the copy');
  });

  test('what is for a phone whose link is lost too, in the midst of what is for others, goes once the link is back', async () => {
    const { road, office: laptop } = await restored();
    const late = await letInto(road, laptop, 'worker', 'Thuy');
    await road.putBack();
    // One save: a grant of the new key for each phone, then what it opens. The first answer comes before the links go in again.
    await publishes(laptop);
    expect(await laptop.db.outbox.count()).toBe(0);
    await late.exchange();
    expect(offeredTo(late)).toEqual(['harbour-kitchens 2026-1']);
    expect(await whatTheOfficeHas(road, laptop)).toEqual(['before the copy']);
  });

  test('killed in the middle of reading again or of sending, the phone goes on from there', async () => {
    const { road, office: laptop, field } = await restored();
    await writes(field, ...Array.from({ length: 30 }, (_, at) => `note ${at}`));
    await field.exchange();
    await laptop.exchange();
    await road.putBack();
    for (let cut = 1; cut <= 4; cut += 1) {
      road.cutRequestsAfter(cut);
      await laptop.exchange();
      road.loseAnswers(1);
      await laptop.exchange();
    }
    road.loseAnswers(0);
    road.cutRequestsAfter(Number.POSITIVE_INFINITY);
    await laptop.exchange();
    expect(await laptop.db.offers.count()).toBe(0);
    expect(await readState(laptop.db, 'rereading')).toBeNull();
    expect(await whatTheOfficeHas(road, laptop)).toHaveLength(31);
  });

  test('put back twice in a row, also while the first loss is being made good', async () => {
    const { road, office: laptop, field } = await restored();
    await writes(field, 'once');
    await field.exchange();
    await laptop.exchange();
    await road.putBack();
    road.cutRequestsAfter(1);
    await laptop.exchange();
    await road.putBack();
    await laptop.exchange();
    await field.exchange();
    expect(await whatTheOfficeHas(road, laptop)).toEqual(['before the copy', 'once']);
  });
});

describe('signatures', () => {
  test('that an earlier version did not keep are made anew once the vault is open', async () => {
    const { road, office: laptop, field } = await restored();
    await writes(field, 'sent by the version before', 'and another');
    await field.exchange();
    await field.db.proofs.clear();
    await road.putBack();
    field.lock();
    await field.exchange();
    expect(await field.db.outbox.count()).toBe(0);
    await field.unlock('field words for stories');
    expect(await field.db.outbox.count()).toBeGreaterThan(0);
    await field.exchange();
    expect(await whatTheOfficeHas(road, laptop)).toEqual(['and another', 'before the copy', 'sent by the version before']);
  });

  test('stay when an entry is confirmed, so that a locked phone can offer it again', async () => {
    const { field } = await restored();
    await writes(field, 'one', 'two');
    const waiting = (await field.db.outbox.toArray()).filter(({ signature }) => signature).map(({ n }) => n);
    await field.exchange();
    expect(await field.db.proofs.toCollection().primaryKeys()).toEqual(expect.arrayContaining(waiting));
  });
});

test('what may be missing at the office is not forgotten while it waits to be offered again, however old', async () => {
  const { road, field } = await restored();
  await field.exchange();
  await field.db.offers.bulkPut((await field.db.entries.toArray()).map(offerOf));
  await readLater(road, field, '2026-03-20');
  expect(await field.db.entries.count()).toBeGreaterThan(0);
  await field.db.offers.clear();
  await readLater(road, field, '2026-03-21');
  expect(await field.db.entries.count()).toBe(0);
});

describe('receipts', () => {
  test('say which entry stands at which place since when, and outlive the loss', async () => {
    const { road, field } = await restored();
    await writes(field, 'one');
    await field.exchange();
    const before = await receiptsHeld(field.db);
    const own = (await keptBy(field.db)).map(({ id }) => id);
    expect(before.map(({ id }) => id)).toEqual(own);
    expect(new Set(before.map(({ place }) => place)).size).toBe(own.length);
    await road.putBack();
    await field.exchange();
    const after = await receiptsHeld(field.db);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after.map(({ id }) => id)).size).toBe(own.length);
  });

  test("go with what is forgotten on a worker's phone", async () => {
    const { road, field } = await restored();
    await field.exchange();
    expect(await field.db.receipts.count()).toBeGreaterThan(0);
    await readLater(road, field, '2026-03-20');
    expect([await field.db.receipts.count(), await field.db.proofs.count()]).toEqual([0, 0]);
  });
});
