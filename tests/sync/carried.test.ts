/** What a device carries for others goes to the endpoint after its own, and the endpoint's signed word comes back for them. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { office } from '../../src/domain/entry.ts';
import { type Bytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { encodeCarried, parseSignedReceipts } from '../../src/protocol/carried.ts';
import { receiptsStatement } from '../../src/protocol/receipts.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { loadRoster } from '../../src/store/rosterRows.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { aRoad, aRoadWithCopies, aTeam, letInto, type Road } from '../support/road.ts';

const writes = async (device: Headless, note: string): Promise<void> => {
  const says = { person: device.notebook().newId(), day: '2026-03-02', note };
  device.must(await device.notebook().write({ kind: 'contact', record: device.notebook().newId(), says, audience: office }));
};

const outboxOf = async ({ db }: Headless) => createOutbox({ db, roster: await loadRoster(db) });

/** Hands a device's outbox to another one, as it would lie in a courier file. */
const hands = async (from: Headless, to: Headless): Promise<readonly Bytes[]> => {
  const { batch, ids } = from.must(await (await outboxOf(from)).nextBatch(500));
  await laysIn(to, encodeCarried(batch));
  return ids;
};
const laysIn = async ({ db }: Headless, bytes: Bytes) => db.carried.add({ hash: toHex(await primitives.sha256(bytes)), bytes });

const aTeamOfThree = async (road: Road) => {
  const { office: laptop, field: ana } = await aTeam(road);
  return { laptop, ana, ben: await letInto(road, laptop, 'worker', 'Ben') };
};

test('a colleague carries it in: the office has it, and the answer is the endpoint’s word for whoever wrote it', async () => {
  const { laptop, ana, ben } = await aTeamOfThree(await aRoad());
  await writes(ana, 'from where there is no signal');
  const ids = await hands(ana, ben);
  await writes(ben, 'my own');
  expect((await ben.exchange()).failure).toBeNull();
  const [row] = await ben.db.carried.toArray();
  const answer = ana.must(parseSignedReceipts(row?.answer ?? new Uint8Array()));
  expect(answer.places.map(([id]) => toHex(id))).toEqual(ids.map(toHex));
  // Own entries went first.
  expect(Math.min(...answer.places.map(([, place]) => place))).toBeGreaterThan(2);
  const org = fromHex((await ana.deviceRow())?.org ?? '');
  expect(await primitives.verify(answer.endpoint, answer.signature, receiptsStatement({ ...answer, org }))).toBe(true);
  await laptop.exchange();
  await laptop.notebook().catchUp();
  expect(laptop.notebook().recordsOf('contact')).toHaveLength(2);
  await ana.exchange();
  expect([await ana.db.outbox.count(), laptop.notebook().missing()]).toEqual([0, 0]);
});

test('what cannot be read or is not taken steps aside, and neither the next nor one’s own waits for it', async () => {
  const { ana, ben } = await aTeamOfThree(await aRoad());
  const foreign = (await aTeam(await aRoad())).field;
  await laysIn(ben, new Uint8Array([1, 2, 3]));
  await writes(foreign, 'of another organisation');
  await hands(foreign, ben);
  await writes(ana, 'good');
  await hands(ana, ben);
  await writes(ben, 'my own');
  expect((await ben.exchange()).failure).toBeNull();
  const rows = await ben.db.carried.orderBy('n').toArray();
  expect(rows.map(({ refused, answer }) => refused ?? (answer ? 'answered' : 'open'))).toEqual(['malformed', 'not-yours', 'answered']);
  expect(await ben.db.outbox.count()).toBe(0);
});

test('a connection cut on the way changes nothing, and the next exchange carries it', async () => {
  const road = await aRoad();
  const { ana, ben } = await aTeamOfThree(road);
  await writes(ana, 'a long way');
  await hands(ana, ben);
  await ben.exchange();
  await ben.db.carried.toCollection().modify((row: { answer?: unknown }) => {
    delete row.answer;
  });
  road.cutRequestsAfter(1);
  expect((await ben.exchange()).failure).toEqual({ type: 'no-connection' });
  expect((await ben.db.carried.toArray())[0]).not.toHaveProperty('answer');
  expect((await ben.exchange()).failure).toBeNull();
  expect((await ben.db.carried.toArray())[0]).toHaveProperty('answer');
});

test('what was carried is lost with the endpoint’s newest state: whoever carried it carries it again', async () => {
  const road = await aRoadWithCopies();
  const { laptop, ana, ben } = await aTeamOfThree(road);
  await road.layAside();
  await writes(ana, 'and then the phone was lost');
  await hands(ana, ben);
  await ben.exchange();
  await road.putBack();
  await ben.exchange();
  await laptop.exchange();
  await laptop.notebook().catchUp();
  expect(laptop.notebook().recordsOf('contact')).toHaveLength(1);
  expect((await ben.db.carried.toArray())[0]).toHaveProperty('answer');
});
