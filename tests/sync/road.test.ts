import { expect, test } from 'vitest';
import { settled } from '../../demo/headless.ts';
import { office } from '../../src/domain/entry.ts';
import { contactIn, reviewIn } from '../../src/domain/records.ts';
import { aRoad, aTeam, letInto } from '../support/road.ts';

const contactWith = (field: { notebook: () => { newId: () => string } }, note: string) => {
  const person = field.notebook().newId();
  return { kind: 'contact', record: field.notebook().newId(), says: { person, day: '2026-03-02', note }, audience: office };
};

test('what a worker wrote is opened by the supervisor, and the review comes back', async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const contact = contactWith(field, 'Asked for the card in Korean.');
  field.must(await field.notebook().write(contact));
  expect(field.notebook().standingOf(contact.record)).toBe('on-this-phone');
  await field.exchange();
  await settled();
  expect(field.notebook().standingOf(contact.record)).toBe('at-the-office');

  await laptop.exchange();
  await settled();
  const arrived = laptop.notebook().record(contact.record);
  expect(arrived && contactIn(arrived)?.note).toBe('Asked for the card in Korean.');
  const writer = laptop.notebook().writerDeviceOf(contact.record);
  expect(writer).toBe(field.notebook().me.device);
  laptop.must(
    await laptop.notebook().write({
      kind: 'review',
      record: contact.record,
      says: { conclusion: 'returned', comment: 'Which language next time?' },
      audience: { devices: [writer as string] },
    }),
  );
  await laptop.exchange();
  await field.exchange();
  await settled();
  const answered = field.notebook().record(contact.record);
  expect(answered && reviewIn(answered)?.conclusion).toBe('returned');
  expect(field.notebook().standingOf(contact.record)).toBe('seen');
});

test('another worker receives nothing of it and can open nothing', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  const other = await letInto(road, laptop, 'worker', 'Thuy');
  const contact = contactWith(field, 'Only for the office.');
  field.must(await field.notebook().write(contact));
  await field.exchange();
  await other.exchange();
  await settled();
  expect(other.notebook().record(contact.record)).toBeUndefined();
  expect(await other.db.entries.count()).toBe(0);
});

test('a supervisor let in later opens what was written before', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  const contact = contactWith(field, 'From before.');
  field.must(await field.notebook().write(contact));
  await field.exchange();
  await laptop.exchange();
  await settled();
  const second = await letInto(road, laptop, 'supervisor', 'Arif');
  await second.exchange();
  await settled();
  const seen = second.notebook().record(contact.record);
  expect(seen && contactIn(seen)?.note).toBe('From before.');
  expect(second.notebook().unopened()).toBe(0);
});

test('a lost answer loses nothing and doubles nothing', async () => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  for (const note of ['one', 'two', 'three']) field.must(await field.notebook().write(contactWith(field, note)));
  road.loseAnswers(1);
  expect((await field.exchange()).failure?.type).toBe('no-connection');
  expect((await field.exchange()).waiting).toBe(0);
  await laptop.exchange();
  await settled();
  expect(laptop.notebook().recordsOf('contact')).toHaveLength(3);
});

test('a locked device opens again with its passphrase and no other, and has kept everything', async () => {
  const { field } = await aTeam(await aRoad());
  const contact = contactWith(field, 'kept');
  field.must(await field.notebook().write(contact));
  await field.notebook().drafts.keep('new-contact', { note: 'half a sen' });
  field.lock();
  await expect(field.unlock('somebody else entirely')).rejects.toThrow('wrong-passphrase');
  await field.unlock('Field  words for stories'.toLowerCase());
  const state = field.notebook().record(contact.record);
  expect(state && contactIn(state)?.note).toBe('kept');
  expect(field.notebook().drafts.find('new-contact')?.value).toEqual({ note: 'half a sen' });
});

test('a draft goes with the entry it became, and stays when saving fails', async () => {
  const { field } = await aTeam(await aRoad());
  await field.notebook().drafts.keep('c', { note: 'x' });
  field.must(await field.notebook().write({ ...contactWith(field, 'x'), draft: 'c' }));
  expect(field.notebook().drafts.all()).toEqual([]);
  expect(await field.db.drafts.count()).toBe(0);
});

test('two corrections that did not see each other are shown as a disagreement until somebody settles it', async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const contact = contactWith(field, 'first');
  field.must(await field.notebook().write(contact));
  await field.exchange();
  await laptop.exchange();
  await settled();
  const devices = [field.notebook().me.device];
  field.must(
    await field.notebook().write({ kind: 'amendment', record: contact.record, says: { fields: { followUp: 'yes' } }, audience: office }),
  );
  laptop.must(
    await laptop
      .notebook()
      .write({ kind: 'amendment', record: contact.record, says: { fields: { followUp: 'no' } }, audience: { devices } }),
  );
  for (const device of [field, laptop, field]) await device.exchange();
  await settled();
  for (const device of [field, laptop]) {
    const followUp = device.notebook().record(contact.record)?.fields.get('followUp');
    expect(followUp?.disagrees).toBe(true);
    expect(followUp?.value).toBe('no');
  }
  field.must(
    await field.notebook().write({ kind: 'amendment', record: contact.record, says: { fields: { followUp: 'yes' } }, audience: office }),
  );
  await field.exchange();
  await laptop.exchange();
  await settled();
  expect(laptop.notebook().record(contact.record)?.fields.get('followUp')).toMatchObject({ disagrees: false, value: 'yes' });
});

test('after a week the phone has forgotten what the office has, and nothing that it has not', async () => {
  const road = await aRoad();
  const { field } = await aTeam(road);
  const delivered = contactWith(field, 'delivered');
  field.must(await field.notebook().write(delivered));
  await field.exchange();
  road.setDay('2026-03-03');
  const waiting = contactWith(field, 'waiting');
  field.must(await field.notebook().write(waiting));
  field.lock();
  road.setDay('2026-03-20');
  await field.unlock('field words for stories');
  expect(field.notebook().record(delivered.record)).toBeUndefined();
  expect(field.notebook().record(waiting.record)).toBeDefined();
  expect(field.vault().contents().ring).toHaveLength(1);
});

test('the office notices an entry that a device wrote and that never came', async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  for (const note of ['one', 'two', 'three']) field.must(await field.notebook().write(contactWith(field, note)));
  await field.exchange();
  await laptop.exchange();
  await settled();
  expect(laptop.notebook().missing()).toBe(0);
  laptop.lock();
  const rows = await laptop.db.entries.toArray();
  await laptop.db.entries.delete(rows[rows.length - 2]?.n as number);
  await laptop.unlock('office words for stories');
  expect(laptop.notebook().missing()).toBe(1);
});

test('a phone whose words differ is refused, and its invitation is of no more use to anybody', async () => {
  const road = await aRoad();
  const { office: laptop } = await aTeam(road);
  const { link } = await laptop.invite('worker');
  await road.device().ask(link, 'Somebody', 'words of somebody else');
  const [asking] = await laptop.asking();
  await laptop.refuse(asking?.invitation ?? '');
  expect(await laptop.asking()).toEqual([]);
  await expect(road.device().ask(link, 'Somebody again', 'words of somebody else')).rejects.toThrow('invitation-closed');
});
