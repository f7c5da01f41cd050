/** What a supervisor publishes reaches every phone, those let in later too, stays there, and is for nobody else. */
import { expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { everybody, office } from '../../src/domain/entry.ts';
import { findPublished, libraryIn } from '../../src/domain/library.ts';
import { offeredAgain, withdrawal } from '../../src/domain/publishing.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { aContact } from '../support/phone.ts';
import { aChecklist, offeredTo, publishes } from '../support/published.ts';
import { aRoad, aTeam, letInto } from '../support/road.ts';

const libraryOf = (device: Headless) => libraryIn(device.notebook().recordsOf);
const keysOf = (device: Headless) =>
  device
    .vault()
    .contents()
    .ring.map(({ id }) => toHex(id));

test("a checklist that a supervisor publishes is on a worker's phone after its next exchange", async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const record = await publishes(laptop);
  expect(offeredTo(field)).toEqual([]);
  await field.exchange();
  expect(offeredTo(field)).toEqual(['harbour-kitchens 2026-1']);
  const [published] = libraryOf(field);
  expect(published).toMatchObject({ record, by: { name: 'Mina' }, standing: 'offered', sameVersion: [], licence: 'CC BY 4.0' });
  expect(published?.checklist()).toEqual(aChecklist());
  expect(field.notebook().unopened()).toBe(0);
});

test('a phone let in afterwards has it too, and nothing else; a week later it still has it', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  const secret = aContact({ notebook: field.notebook() }, 'of another worker');
  field.must(await field.notebook().write(secret));
  await field.exchange();
  await laptop.exchange();
  const review = {
    kind: 'review',
    record: secret.record,
    says: { conclusion: 'not' },
    audience: { devices: [field.notebook().me.device] },
  };
  laptop.must(await laptop.notebook().write(review));
  await publishes(laptop);
  road.setDay('2026-03-05');
  const late = await letInto(road, laptop, 'worker', 'Thuy');
  expect(offeredTo(late)).toEqual(['harbour-kitchens 2026-1']);
  expect(late.vault().contents().ring).toHaveLength(1);
  expect(late.notebook().recordsOf('contact')).toEqual([]);
  const own = aContact({ notebook: late.notebook() }, 'met today');
  late.must(await late.notebook().write(own));
  await late.exchange();
  await field.exchange();
  for (const day of ['2026-03-13', '2026-06-01']) {
    road.setDay(day);
    for (const phone of [late, field]) {
      phone.lock();
      await phone.unlock('field words for stories');
      expect(offeredTo(phone)).toEqual(['harbour-kitchens 2026-1']);
      expect(libraryOf(phone)[0]?.checklist()).toEqual(aChecklist());
      expect(phone.vault().contents().ring).toHaveLength(1);
    }
    expect(late.notebook().record(own.record)).toBeUndefined();
    expect(field.notebook().record(secret.record)).toBeUndefined();
  }
});

test('a phone let in on the day of publishing gets what is published after it came, under the same key', async () => {
  const road = await aRoad();
  const { office: laptop } = await aTeam(road);
  await publishes(laptop);
  const late = await letInto(road, laptop, 'worker', 'Thuy');
  await publishes(laptop, aChecklist({ version: '2026-2' }));
  await late.exchange();
  expect(offeredTo(late)).toEqual(['harbour-kitchens 2026-2']);
  expect(late.vault().contents().ring).toHaveLength(1);
});

test('withdrawn, it is offered to nobody; the version before it is; and screenings begun with it can still read it', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  await publishes(laptop);
  const second = await publishes(laptop, aChecklist({ version: '2026-2' }));
  laptop.must(await laptop.notebook().write(withdrawal({ record: second })));
  await laptop.exchange();
  await field.exchange();
  expect(offeredTo(field)).toEqual(['harbour-kitchens 2026-1']);
  expect(libraryOf(field).find(({ record }) => record === second)?.standing).toBe('withdrawn');
  const begun = { id: 'harbour-kitchens', version: '2026-2', record: second };
  expect(findPublished(field.notebook().recordsOf, begun)?.checklist()?.version).toBe('2026-2');
  laptop.must(await laptop.notebook().write(offeredAgain({ record: second })));
  await laptop.exchange();
  await field.exchange();
  expect(offeredTo(field)).toEqual(['harbour-kitchens 2026-2']);
});

test('a worker cannot write to everybody, and a phone that is changed so that it does is refused', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  const other = await letInto(road, laptop, 'worker', 'Thuy');
  const wish = { kind: 'checklist-part', record: field.notebook().newId(), says: { text: 'x' }, audience: everybody };
  await expect(field.notebook().write(wish)).rejects.toThrow('only a supervisor');
  await field.vault().change((contents) => ({ ...contents, role: 'supervisor' }));
  field.lock();
  await field.unlock('field words for stories');
  field.must(await field.notebook().write(wish));
  await field.exchange();
  const aside = field.notebook().delivery().setAside;
  expect(aside).toMatchObject([{ record: wish.record, reason: 'unknown-stream' }]);
  await other.exchange();
  expect(other.notebook().recordsOf('checklist-part')).toEqual([]);
});

test('what a worker says of the library counts for nothing, also at the office', async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const record = await publishes(laptop);
  await field.exchange();
  field.must(await field.notebook().write({ ...withdrawal({ record }), audience: office }));
  field.must(await field.notebook().write({ kind: 'checklist', record: field.notebook().newId(), says: { id: 'mine' }, audience: office }));
  await field.exchange();
  await laptop.exchange();
  for (const device of [laptop, field]) expect(offeredTo(device)).toEqual(['harbour-kitchens 2026-1']);
  expect(libraryOf(laptop)).toHaveLength(1);
});

test('one supervisor publishes while another lets a phone in: whoever comes next hands over the key', async () => {
  for (const next of ['the publisher', 'the one who let it in'] as const) {
    const road = await aRoad();
    const { office: mina } = await aTeam(road);
    const arif = await letInto(road, mina, 'supervisor', 'Arif');
    // Arif has not heard of what Mina publishes now, and Mina not of the phone that Arif lets in.
    const book = mina.notebook();
    const late = await (async () => {
      const phone = road.device();
      const { link } = await arif.invite('worker');
      const words = await phone.ask(link, 'Thuy', 'field words for stories');
      const asking = (await arif.asking()).find((one) => one.words.join() === words.join());
      await arif.letIn(asking?.invitation ?? '');
      await phone.enter();
      return phone;
    })();
    expect(book.members()).toHaveLength(3);
    // Her batch arrives, and its answer, which names the new phone, is lost on the way.
    road.loseAnswers(1);
    await publishes(mina);
    await late.exchange();
    expect([offeredTo(late), late.notebook().unopened() > 0]).toEqual([[], true]);
    const first = next === 'the publisher' ? mina : arif;
    await first.exchange();
    await first.exchange();
    await late.exchange();
    expect([offeredTo(late), late.notebook().unopened()]).toEqual([['harbour-kitchens 2026-1'], 0]);
    // Nobody goes on handing over what is there.
    for (const device of [mina, arif, mina, arif]) await device.exchange();
    const written = (await Promise.all([mina, arif].map((device) => device.db.entries.count()))).join();
    for (const device of [mina, arif, mina, arif]) {
      device.lock();
      await device.unlock(device === mina ? 'office words for stories' : 'field words for stories');
      await device.exchange();
    }
    expect((await Promise.all([mina, arif].map((device) => device.db.entries.count()))).join()).toBe(written);
    expect(keysOf(late)).toHaveLength(1);
  }
});

test('a supervisor who came later and was handed all keys at once hands the right ones to a phone', async () => {
  const road = await aRoad();
  const { office: mina, field } = await aTeam(road);
  field.must(await field.notebook().write(aContact({ notebook: field.notebook() }, 'of a person')));
  await field.exchange();
  await publishes(mina);
  const arif = await letInto(road, mina, 'supervisor', 'Arif');
  await arif.exchange();
  road.setDay('2026-03-04');
  const late = await letInto(road, arif, 'worker', 'Thuy');
  expect(offeredTo(late)).toEqual(['harbour-kitchens 2026-1']);
  expect(keysOf(late)).toHaveLength(1);
});

test('the endpoint keeps all of it and its answer is lost: sent again, it is there once', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  road.loseAnswers(1);
  await publishes(laptop);
  expect(laptop.notebook().delivery().waiting).toBeGreaterThan(0);
  road.loseAnswers(1);
  await field.exchange();
  await laptop.exchange();
  await field.exchange();
  expect(offeredTo(field)).toEqual(['harbour-kitchens 2026-1']);
  expect(laptop.notebook().delivery().waiting).toBe(0);
  const ids = (await field.db.entries.toArray()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a checklist of many pages comes in parts, and is not offered before all of them are here', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  const rows = Array.from({ length: 2500 }, (_, at) => [`w${at}`, `第${at}区 ${'渔港街坊'.repeat((at * 7) % 40)} 😀`]);
  const large = aChecklist({ tables: { wards: { columns: ['name', 'label'], rows } } });
  await publishes(laptop, large);
  await field.exchange();
  const [published] = libraryOf(field);
  expect(published?.parts.length).toBeGreaterThan(3);
  expect(published?.checklist()).toEqual(large);
  const withoutPart = (kind: string) =>
    field
      .notebook()
      .recordsOf(kind)
      .slice(kind === 'checklist-part' ? 1 : 0);
  const [half] = libraryIn(withoutPart);
  expect([half?.standing, half?.checklist()]).toEqual(['incomplete', null]);
});
