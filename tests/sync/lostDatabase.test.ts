/** The endpoint's database is lost whole, roster and all: a supervisor's device puts the organisation up again, and everybody's entries come back. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { office } from '../../src/domain/entry.ts';
import { contactIn } from '../../src/domain/records.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { keepState, readState } from '../../src/store/database.ts';
import { findDevice } from '../../src/store/deviceRow.ts';
import { tellWholeRoster } from '../../src/sync/enrolling.ts';
import { createPost } from '../../src/sync/post.ts';
import { aRoad, aRoadWithCopies, aTeam, letInto, type Road } from '../support/road.ts';

const writes = async (device: Headless, note: string): Promise<void> => {
  const says = { person: device.notebook().newId(), day: '2026-03-02', note };
  device.must(await device.notebook().write({ kind: 'contact', record: device.notebook().newId(), says, audience: office }));
};
const notesOf = (device: Headless): readonly string[] =>
  device
    .notebook()
    .recordsOf('contact')
    .map((record) => contactIn(record)?.note ?? '')
    .sort();
const unknown = { type: 'refused', code: 'login-refused', unknown: 'organisation' };

describe('a database lost whole', () => {
  test('phones say so and wait; any supervisor puts the organisation up again; then all of it comes back, each once', async () => {
    const road = await aRoadWithCopies();
    const { office: laptop, field } = await aTeam(road);
    const second = await letInto(road, laptop, 'supervisor', 'Arif');
    await writes(field, 'from a phone that is here');
    for (const device of [field, laptop, second]) await device.exchange();
    await writes(field, 'not sent yet');
    await road.lose();
    for (const device of [field, second]) expect((await device.exchange()).failure).toMatchObject(unknown);
    expect(await second.foundAgain()).toEqual({ ok: true, value: undefined });
    // The other one, a moment later: it stands there, and that is what was wanted.
    expect(await laptop.foundAgain()).toEqual({ ok: true, value: undefined });
    for (const device of [second, field, laptop, field]) expect((await device.exchange()).failure).toBeNull();
    expect(await field.db.outbox.count()).toBe(0);
    const fresh = await letInto(road, laptop, 'supervisor', 'Auditor');
    await laptop.exchange();
    await fresh.exchange();
    expect(notesOf(fresh)).toEqual(['from a phone that is here', 'not sent yet']);
    expect([fresh.notebook().missing(), fresh.notebook().members().length]).toEqual([0, 4]);
  });
});

/** As `device` would, with links and login key as given. */
const handsIn = async (road: Road, device: Headless, links: readonly Bytes[]) => {
  const who = await findDevice(device.db);
  if (!who) throw new Error('no device');
  const post = createPost({
    fetch: (url, init) => road.app(new Request(String(url), init), { address: '192.0.2.7' }),
    origin: 'http://office.test',
  });
  return tellWholeRoster(post, who, links);
};
const linksOf = async ({ db }: Headless): Promise<readonly Bytes[]> => (await readState(db, 'roster'))?.links ?? [];

describe('is refused', () => {
  test('from whoever is no supervisor in it, for another chain than its own, and without its login key; nothing is kept of it', async () => {
    const road = await aRoadWithCopies();
    const { office: laptop, field } = await aTeam(road);
    await letInto(road, laptop, 'worker', 'Thuy');
    const links = await linksOf(laptop);
    const strangers = await linksOf((await aTeam(await aRoad())).office);
    const row = await readState(laptop.db, 'device');
    const other = await readState(field.db, 'device');
    if (!row || !other) throw new Error('no device');
    await road.lose();
    const refused = async (device: Headless, handed: readonly Bytes[], code: string) =>
      expect(await handsIn(road, device, handed)).toMatchObject({ ok: false, failure: { type: 'refused', code } });
    await refused(field, links, 'not-a-supervisor');
    await refused(
      laptop,
      links.filter((_, at) => at !== 1),
      'broken-chain',
    );
    await refused(laptop, [...links.slice(0, 2), ...strangers.slice(1)], 'broken-chain');
    await refused(laptop, strangers, 'login-refused');
    await keepState(laptop.db, 'device', { ...row, loginKey: other.loginKey });
    await refused(laptop, links, 'login-refused');
    await keepState(laptop.db, 'device', row);
    // None of it stands: the organisation is as unknown as before.
    expect((await laptop.exchange()).failure).toMatchObject(unknown);
    expect(await handsIn(road, laptop, links)).toEqual({ ok: true, value: undefined });
    await refused(laptop, links, 'already-there');
  });

  test('where another organisation has come first', async () => {
    const road = await aRoadWithCopies();
    const { office: laptop } = await aTeam(road);
    await road.lose();
    await road.device().found('Somebody else (invented)', 'Noor', 'other words for stories');
    expect(await laptop.foundAgain()).toMatchObject({ ok: false, failure: { code: 'founding-closed' } });
  });
});
