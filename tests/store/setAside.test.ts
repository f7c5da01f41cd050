/** What the office could not take: kept, shown with its reason, offered again or written anew, never gone. */
import { describe, expect, test } from 'vitest';
import { settled } from '../../demo/headless.ts';
import { contactIn } from '../../src/domain/records.ts';
import { headerOf } from '../../src/protocol/sealedEntry.ts';
import { aContact } from '../support/phone.ts';
import { aRoad, aTeam, type Team } from '../support/road.ts';

/** A contact on the worker's phone, and its row set aside for a reason, as the endpoint's receipt would do it. */
const aSetAside = async ({ field }: Team, reason = 'unproven', note = 'Kept by the shop.') => {
  field.must(await field.notebook().write(aContact({ notebook: field.notebook() }, 'With it went the day’s key.')));
  await field.exchange();
  const contact = aContact({ notebook: field.notebook() }, note);
  field.must(await field.notebook().write(contact));
  const row = await field.db.outbox.orderBy('n').last();
  if (!row) throw new Error('nothing waits');
  await field.db.outbox.put({ n: row.n, setAside: reason });
  await field.notebook().catchUp();
  return { contact, n: row.n };
};
const exchanged = async ({ office, field }: Team): Promise<void> => {
  await field.exchange();
  await office.exchange();
  await settled();
};
const asideOn = ({ field }: Team) => field.notebook().delivery().setAside;

test('it is listed with what it is, whom it is about and the reason, and it does not go to the office', async () => {
  const team = await aTeam(await aRoad());
  const { contact, n } = await aSetAside(team, 'unknown-stream');
  expect(asideOn(team)).toEqual([{ n, reason: 'unknown-stream', record: contact.record, kind: 'contact' }]);
  await exchanged(team);
  expect(team.office.notebook().record(contact.record)).toBeUndefined();
  expect(team.field.notebook().standingOf(contact.record)).toBe('on-this-phone');
});

test('offered again, it is proven by a signature of its own and reaches the office', async () => {
  const team = await aTeam(await aRoad());
  const { contact, n } = await aSetAside(team);
  const later = aContact({ notebook: team.field.notebook() }, 'From later.');
  team.field.must(await team.field.notebook().write(later));
  await exchanged(team);
  expect(team.office.notebook().missing()).toBe(1);
  team.field.must(await team.field.notebook().tryAgain(n));
  expect(asideOn(team)).toEqual([]);
  await exchanged(team);
  const arrived = team.office.notebook().record(contact.record);
  expect(arrived && contactIn(arrived)?.note).toBe('Kept by the shop.');
  expect(team.office.notebook().missing()).toBe(0);
  expect(team.field.notebook().standingOf(contact.record)).toBe('at-the-office');
});

describe('written anew', () => {
  test('the same words reach the office, and the old entry stays on the phone as resolved', async () => {
    const team = await aTeam(await aRoad());
    const { contact, n } = await aSetAside(team, 'fork');
    const before = await team.field.db.entries.get(n);
    team.field.must(await team.field.notebook().writeAnew(n));
    expect(team.field.notebook().delivery()).toMatchObject({ setAside: [], resolved: 1 });
    await exchanged(team);
    const arrived = team.office.notebook().record(contact.record);
    expect(arrived && contactIn(arrived)?.note).toBe('Kept by the shop.');
    expect(await team.field.db.entries.get(n)).toEqual(before);
    expect(await team.field.db.outbox.get(n)).toMatchObject({ setAside: 'fork', resolved: true });
    expect(team.field.notebook().standingOf(contact.record)).toBe('at-the-office');
    expect(team.field.notebook().delivery()).toMatchObject({ waiting: 0, resolved: 1 });
  });

  test('does not speak over what was written of the same thing since: both stand, and a person decides', async () => {
    const team = await aTeam(await aRoad());
    const { contact, n } = await aSetAside(team, 'malformed', 'Blue door.');
    team.field.must(
      await team.field.notebook().write({ ...contact, kind: 'amendment', says: { fields: { note: 'Green door.' }, reason: 'mistake' } }),
    );
    team.field.must(await team.field.notebook().writeAnew(n));
    await exchanged(team);
    const note = team.office.notebook().record(contact.record)?.fields.get('note');
    expect(new Set(note?.standing.map(({ value }) => value))).toEqual(new Set(['Blue door.', 'Green door.']));
  });

  test('a grant hands out its key once more, and what lay under it opens at the office', async () => {
    const team = await aTeam(await aRoad());
    const contact = aContact({ notebook: team.field.notebook() }, 'Under a key that did not come.');
    team.field.must(await team.field.notebook().write(contact));
    const grant = await team.field.db.outbox.orderBy('n').first();
    await team.field.db.outbox.put({ n: grant?.n ?? 0, setAside: 'malformed' });
    await team.field.notebook().catchUp();
    expect(asideOn(team)).toMatchObject([{ kind: 'grant', record: null, reason: 'malformed' }]);
    const grants = async () => (await team.field.db.entries.toArray()).filter(({ bytes }) => headerOf(bytes)?.key === null).length;
    const before = await grants();
    team.field.must(await team.field.notebook().writeAnew(grant?.n ?? 0));
    expect([await grants(), asideOn(team)]).toEqual([before + 1, []]);
    await exchanged(team);
    const arrived = team.office.notebook().record(contact.record);
    expect(arrived && contactIn(arrived)?.note).toBe('Under a key that did not come.');
  });

  test('what cannot be opened here is told, and stays as it was', async () => {
    const team = await aTeam(await aRoad());
    const { n } = await aSetAside(team);
    const row = await team.field.db.entries.get(n);
    if (!row) throw new Error('no row');
    await team.field.db.entries.put({ ...row, bytes: new Uint8Array([1, 2, 3]) });
    expect(await team.field.notebook().writeAnew(n)).toEqual({ ok: false, failure: { type: 'not-opened' } });
    expect(asideOn(team)).toHaveLength(1);
  });
});
