/** Who opens what, over the whole road: keys that come late, keys that are wrong, keys that were given up. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { everybody, office } from '../../src/domain/entry.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { createChain } from '../../src/store/chain.ts';
import { makeSealingKey, signingKeyFrom } from '../../src/vault/keys.ts';
import { aContact, must } from '../support/phone.ts';
import { offeredTo, publishes } from '../support/published.ts';
import { aRoad, aTeam, letInto } from '../support/road.ts';

const noteOf = (
  device: { notebook: () => { record: (id: string) => { fields: ReadonlyMap<string, { value: unknown }> } | undefined } },
  record: string,
) => device.notebook().record(record)?.fields.get('note')?.value;

test('the office opens what was written after a save that died between vault and database', async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const day = Math.floor(Date.parse('2026-03-02T00:00:00Z') / 86_400_000);
  const { device } = field.vault().contents();
  // The key reached the vault, its grant and entry did not reach the database.
  await field.vault().change((contents) => ({
    ...contents,
    ring: [{ id: new Uint8Array(16).fill(7), key: new Uint8Array(32).fill(8), device, day, audience: '' }],
  }));
  field.lock();
  await field.unlock('field words for stories');
  const contact = aContact({ notebook: field.notebook() }, 'after the crash');
  must(await field.notebook().write(contact));
  expect(
    field
      .vault()
      .contents()
      .ring.map(({ id }) => toHex(id)),
  ).toEqual(['07'.repeat(16)]);
  await field.exchange();
  await laptop.exchange();
  expect(noteOf(laptop, contact.record)).toBe('after the crash');
  expect(laptop.notebook().unopened()).toBe(0);
});

describe('a key to everybody whose first save failed lies in the vault, and phones are handed it', () => {
  const day = Math.floor(Date.parse('2026-03-02T00:00:00Z') / 86_400_000);
  const key = new Uint8Array(16).fill(7);
  const twoSupervisors = async () => {
    const road = await aRoad();
    const { office: mina, field } = await aTeam(road);
    const arif = await letInto(road, mina, 'supervisor', 'Arif');
    const { device } = mina.vault().contents();
    const made = { id: key, key: new Uint8Array(32).fill(8), device, day, audience: 'everybody' };
    await mina.vault().change((contents) => ({ ...contents, ring: [...contents.ring, made] }));
    return { mina, field, arif };
  };
  const unlocksAnew = async (device: Headless) => {
    device.lock();
    await device.unlock('office words for stories');
  };

  test('what is published under it then is opened by the other supervisor too', async () => {
    const { mina, field, arif } = await twoSupervisors();
    await unlocksAnew(mina);
    await publishes(mina);
    await arif.exchange();
    await field.exchange();
    for (const device of [arif, field]) expect(offeredTo(device)).toEqual(['harbour-kitchens 2026-1']);
    expect(arif.notebook().unopened()).toBe(0);
  });

  test('what was published under it without the office among its readers opens there after the next unlock', async () => {
    const { mina, arif } = await twoSupervisors();
    const { sign, person, name } = mina.vault().contents();
    const signingKey = await signingKeyFrom(sign.pkcs8);
    const granted = new Set([toHex(key)]);
    const chain = createChain({ db: mina.db, vault: mina.vault(), signingKey, roster: mina.notebook().roster, granted, day: () => day });
    const record = mina.notebook().newId();
    const by = { person: toHex(person), name };
    const body = { kind: 'checklist', record, says: { title: 'Harbour' }, writtenAt: '2026-03-02T09:00:00Z', by, after: [] };
    must(await chain.save([{ body, audience: everybody }]));
    await mina.exchange();
    await arif.exchange();
    await unlocksAnew(mina);
    await mina.exchange();
    await arif.exchange();
    expect(arif.notebook().record(record)?.fields.get('title')?.value).toBe('Harbour');
    expect(arif.notebook().unopened()).toBe(0);
  });
});

test('a review that the phone has forgotten is not opened again by its grant', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  const contact = aContact({ notebook: field.notebook() }, 'first');
  must(await field.notebook().write(contact));
  await field.exchange();
  await laptop.exchange();
  must(
    await laptop.notebook().write({
      kind: 'review',
      record: contact.record,
      says: { conclusion: 'returned', comment: 'about a person' },
      audience: { devices: [field.notebook().me.device] },
    }),
  );
  await laptop.exchange();
  await field.exchange();
  expect(field.notebook().record(contact.record)?.history).toHaveLength(2);
  expect(field.vault().contents().ring).toHaveLength(2);
  road.setDay('2026-03-20');
  for (let unlock = 0; unlock < 3; unlock += 1) {
    field.lock();
    await field.unlock('field words for stories');
    expect(field.vault().contents().ring).toEqual([]);
    expect(field.notebook().record(contact.record)).toBeUndefined();
  }
  expect(await field.db.entries.count()).toBe(0);
  laptop.lock();
  await laptop.unlock('office words for stories');
  expect(noteOf(laptop, contact.record)).toBe('first');
});

test('a supervisor who hands over a wrong organisation key does not lock the new one out, and the right one still counts', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  must(await field.notebook().write(aContact({ notebook: field.notebook() }, 'before')));
  await field.exchange();
  await laptop.exchange();
  const right = laptop.vault().contents().orgKey;
  const wrong = await makeSealingKey();
  await laptop.vault().change((contents) => ({ ...contents, orgKey: right && { ...right, pkcs8: wrong.pkcs8 } }));
  const second = await letInto(road, laptop, 'supervisor', 'Arif');
  expect(second.vault().contents().orgKey).toBeNull();
  second.lock();
  await second.unlock('field words for stories');
  await laptop.vault().change((contents) => ({ ...contents, orgKey: right }));
  must(await laptop.notebook().handKeysTo(second.notebook().me.device));
  await laptop.exchange();
  await second.exchange();
  expect(toHex(second.vault().contents().orgKey?.pkcs8 ?? new Uint8Array())).toBe(toHex(right?.pkcs8 ?? new Uint8Array([1])));
  expect(second.notebook().recordsOf('contact')).toHaveLength(1);
  expect(second.notebook().unopened()).toBe(0);
});

test("a device writes in its own person's name only: another name is not shown", async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const me = field.notebook().me as { person: string };
  const { person } = me;
  me.person = laptop.notebook().me.person;
  const forged = aContact({ notebook: field.notebook() }, 'said to be by the supervisor');
  must(await field.notebook().write(forged));
  me.person = person;
  const honest = aContact({ notebook: field.notebook() }, 'honest');
  must(await field.notebook().write(honest));
  await field.exchange();
  await laptop.exchange();
  expect(laptop.notebook().record(forged.record)).toBeUndefined();
  expect(laptop.notebook().unopened()).toBe(1);
  expect(noteOf(laptop, honest.record)).toBe('honest');
});

test('an entry whose key has not come waits, and is shown as soon as it has', async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const contact = aContact({ notebook: field.notebook() }, 'first the entry, then the key', { audience: office });
  must(await field.notebook().write(contact));
  const [grant, entry] = await field.db.entries.orderBy('n').toArray();
  if (!grant || !entry) throw new Error('rows');
  await laptop.db.entries.add({ id: entry.id, bytes: entry.bytes });
  await laptop.notebook().catchUp();
  expect([laptop.notebook().record(contact.record), laptop.notebook().unopened()]).toEqual([undefined, 1]);
  await laptop.db.entries.add({ id: grant.id, bytes: grant.bytes });
  await laptop.notebook().catchUp();
  expect([noteOf(laptop, contact.record), laptop.notebook().unopened()]).toEqual(['first the entry, then the key', 0]);
});
