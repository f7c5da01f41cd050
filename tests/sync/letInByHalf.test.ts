/** Letting a phone in takes a link in the roster and then a name and keys. A lost answer in between leaves nobody let in by half. */
import { expect, test } from 'vitest';
import { settled } from '../../demo/headless.ts';
import { contactIn } from '../../src/domain/records.ts';
import { aContact } from '../support/phone.ts';
import { aRoad, aTeam } from '../support/road.ts';

test.each(['the same tap again', 'a tap after the next exchange'])(
  'the answer to the link is lost: %s gives the new supervisor name and keys',
  async (when) => {
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
    await laptop.letIn(asking?.invitation ?? '');
    expect(await laptop.asking()).toEqual([]);

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
  },
);
