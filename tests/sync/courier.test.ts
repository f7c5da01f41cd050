/** The road without a network: a phone, a file, somebody who carries it, the endpoint, and the receipt back. Real devices, the real endpoint. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { office } from '../../src/domain/entry.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { createReceiver, createSeries } from '../../src/protocol/fountain.ts';
import { type Courier, createCourier } from '../../src/store/courier.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { aRoad, aTeam, letInto, type Road } from '../support/road.ts';

const courierOf = ({ db }: Headless): Courier => createCourier(db, () => '2026-03-02T12:00:00-06:00');

const writes = async (device: Headless, ...notes: readonly string[]): Promise<void> => {
  const book = device.notebook();
  for (const note of notes)
    device.must(
      await book.write({
        kind: 'contact',
        record: book.newId(),
        says: { person: book.newId(), day: '2026-03-02', note },
        audience: office,
      }),
    );
};
const notesOn = (device: Headless): unknown[] =>
  device
    .notebook()
    .recordsOf('contact')
    .map((state) => state.fields.get('note')?.value)
    .sort();

/** As a message or a stick brings it. */
const fileFrom = async (device: Headless, holds: 'entries' | 'receipts' = 'entries'): Promise<Bytes> => {
  const courier = courierOf(device);
  const packed = device.must(await (holds === 'entries' ? courier.packWaiting('file') : courier.packReceipts('file')));
  const [file] = packed.files;
  if (!file || packed.files.length > 1) throw new Error(`${packed.files.length} files`);
  return courier.spell(file.bytes);
};
const takesIn = async (device: Headless, file: Uint8Array) => device.must(await courierOf(device).takeIn(file));
const waiting = (device: Headless) => device.notebook().delivery().waiting;

const aTeamThatWrote = async (...notes: readonly string[]) => {
  const road: Road = await aRoad();
  const { office: desk, field } = await aTeam(road);
  await field.exchange();
  await desk.exchange();
  await writes(field, ...notes);
  return { road, desk, field };
};

describe('a file carried by hand', () => {
  test('is read at a desk without any endpoint, reaches the endpoint from there, and its receipt settles the phone', async () => {
    const { road, desk, field } = await aTeamThatWrote('first', 'second');
    const file = await fileFrom(field);
    expect(waiting(field)).toBe(3);
    road.cutRequests(1000);
    expect(await takesIn(desk, file)).toMatchObject({ is: 'entries', entries: 3, fresh: 3, readHere: true });
    await desk.notebook().catchUp();
    expect(notesOn(desk)).toEqual(['first', 'second']);
    road.cutRequests(0);
    await desk.exchange();
    const receipt = await fileFrom(desk, 'receipts');
    expect(await takesIn(field, receipt)).toMatchObject({ is: 'receipts', settled: 3 });
    await field.notebook().catchUp();
    expect(field.notebook().delivery()).toMatchObject({ waiting: 0, setAside: [] });
    await field.exchange();
    expect(await field.db.offers.count()).toBe(0);
    expect(notesOn(desk)).toEqual(['first', 'second']);
  });

  test('twice, and again after the phone was online itself, doubles nothing anywhere', async () => {
    const { desk, field } = await aTeamThatWrote('only');
    const file = await fileFrom(field);
    await takesIn(desk, file);
    expect(await takesIn(desk, file)).toMatchObject({ fresh: 0 });
    await field.exchange();
    await desk.exchange();
    expect(await takesIn(desk, file)).toMatchObject({ fresh: 0 });
    await desk.exchange();
    expect(notesOn(desk)).toEqual(['only']);
    const ids = (await desk.db.entries.toArray()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await desk.db.carried.count()).toBe(1);
    expect(await takesIn(field, await fileFrom(desk, 'receipts'))).toMatchObject({ settled: 0 });
  });

  test('goes from worker to worker to the office, who cannot read it, and the receipt goes back the same way', async () => {
    const { road, desk, field } = await aTeamThatWrote('far away');
    const friend = await letInto(road, desk, 'worker', 'Linh');
    const another = await letInto(road, desk, 'worker', 'Thuy');
    expect(await takesIn(friend, await fileFrom(field))).toMatchObject({ fresh: 2, readHere: false });
    await friend.notebook().catchUp();
    expect([notesOn(friend), await friend.db.entries.where('id').above('').count()]).toEqual([[], await friend.db.entries.count()]);
    await writes(friend, 'her own');
    expect(await takesIn(another, await fileFrom(friend))).toMatchObject({ entries: 4, fresh: 4 });
    await another.exchange();
    await desk.exchange();
    expect(notesOn(desk)).toEqual(['far away', 'her own']);
    expect(await takesIn(friend, await fileFrom(another, 'receipts'))).toMatchObject({ settled: 2, forOthers: 2 });
    expect(await takesIn(field, await fileFrom(friend, 'receipts'))).toMatchObject({ settled: 2 });
    expect(await takesIn(another, await fileFrom(friend, 'receipts'))).toMatchObject({ settled: 0, forOthers: 0 });
  });

  test('of a phone that was let in while the desk was away is kept, and read once the roster has come', async () => {
    const { road, desk, field } = await aTeamThatWrote();
    const second = await letInto(road, desk, 'supervisor', 'Arlo');
    const newcomer = await letInto(road, second, 'worker', 'Thuy');
    await writes(newcomer, 'from the newcomer');
    expect(await takesIn(field, await fileFrom(newcomer))).toMatchObject({ fresh: 2 });
    expect(await takesIn(desk, await fileFrom(newcomer))).toMatchObject({ fresh: 2 });
    await desk.exchange();
    expect(notesOn(desk)).toEqual(['from the newcomer']);
    expect(await takesIn(newcomer, await fileFrom(desk, 'receipts'))).toMatchObject({ settled: 2 });
  });

  test('cut at every sign brings a failure and changes nothing', async () => {
    const { desk, field } = await aTeamThatWrote('short');
    const file = await fileFrom(field);
    const courier = courierOf(desk);
    for (let length = 0; length < file.length - 1; length += 1) {
      const taken = await courier.takeIn(file.subarray(0, length));
      expect(taken, `${length} signs`).toEqual({ ok: false, failure: { type: length === 0 ? 'empty' : 'cut-short' } });
    }
    expect([await desk.db.carried.count(), notesOn(desk)]).toEqual([0, []]);
  });

  test('for another organisation is refused, entries and receipts alike', async () => {
    const { desk, field } = await aTeamThatWrote('ours');
    const theirs = await aTeamThatWrote('theirs');
    const refused = { ok: false, failure: { type: 'other-organisation' } };
    expect(await courierOf(desk).takeIn(await fileFrom(theirs.field))).toEqual(refused);
    await takesIn(theirs.desk, await fileFrom(theirs.field));
    await theirs.desk.exchange();
    expect(await courierOf(field).takeIn(await fileFrom(theirs.desk, 'receipts'))).toEqual(refused);
    expect(waiting(field)).toBe(2);
  });

  test('comes just as well in codes of which three in ten are not seen', async () => {
    const { desk, field } = await aTeamThatWrote('by light');
    const [file] = field.must(await courierOf(field).packWaiting('codes')).files;
    if (!file) throw new Error('nothing to show');
    const series = await createSeries(primitives, file.bytes);
    const receiver = createReceiver(primitives);
    for (let index = 0; index < 200; index += 1) {
      if (index % 10 < 3) continue;
      const received = await receiver.take(series.frame(index));
      if (received.is !== 'whole') continue;
      expect(await takesIn(desk, received.file)).toMatchObject({ fresh: 2 });
      return;
    }
    throw new Error('it never became whole');
  });
});

test('what a receipt by hand has settled is offered once more at the next connection', async () => {
  const { desk, field } = await aTeamThatWrote('once kept');
  await takesIn(desk, await fileFrom(field));
  await desk.exchange();
  await takesIn(field, await fileFrom(desk, 'receipts'));
  const offered = await field.db.offers.count();
  expect(offered).toBe(2);
  await field.exchange();
  expect([await field.db.offers.count(), waiting(field)]).toEqual([0, 0]);
});
