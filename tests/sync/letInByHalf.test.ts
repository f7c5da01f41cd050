/** Letting a phone in takes a link in the roster and then a name and keys. A lost answer in between leaves nobody let in by half. */
import { expect, test } from 'vitest';
import { settled } from '../../demo/headless.ts';
import { contactIn } from '../../src/domain/records.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { headerOf } from '../../src/protocol/sealedEntry.ts';
import { aContact } from '../support/phone.ts';
import { aRoad, aTeam } from '../support/road.ts';

const taps = ['the same tap again', 'a tap after the next exchange', 'the app closed, unlocked and left alone'] as const;

test.each(taps)('the answer to the link is lost: %s gives the new supervisor name and keys', async (when) => {
  const road = await aRoad();
  const { office: laptop, field } = await aTeam(road);
  const contact = aContact({ notebook: field.notebook() }, 'from before');
  field.must(await field.notebook().write(contact));
  await field.exchange();
  await laptop.exchange();

  const second = road.device();
  await second.ask((await laptop.invite('supervisor')).link, 'Arif', 'field words for stories');
  const [asking] = await laptop.asking();
  road.loseAnswers(2);
  await expect(laptop.letIn(asking?.invitation ?? '')).rejects.toThrow('no-connection');
  if (when === 'a tap after the next exchange') expect(await laptop.asking()).toEqual([asking]);
  if (when === 'the app closed, unlocked and left alone') {
    laptop.lock();
    await laptop.unlock('office words for stories');
    await laptop.exchange();
  } else await laptop.letIn(asking?.invitation ?? '');
  await laptop.exchange();
  if (when !== 'the app closed, unlocked and left alone') expect(await laptop.asking()).toEqual([]);
  const grants = (await laptop.db.entries.toArray()).flatMap(({ bytes }) => headerOf(bytes) ?? []).filter(({ key }) => key === null);
  const device = (await second.deviceRow())?.device;
  expect(grants.filter(({ stream }) => stream && toHex(stream) === device)).toHaveLength(1);

  await second.enter();
  await second.exchange();
  await settled();
  expect(
    laptop
      .notebook()
      .members()
      .map(({ name }) => name),
  ).toContain('Arif');
  const seen = second.notebook().record(contact.record);
  expect(seen && contactIn(seen)?.note).toBe('from before');
});
