/** Only everybody's keys go to everybody: what an endpoint might send round to have others handed on, or kept too long. */
import { expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { everybody, office } from '../../src/domain/entry.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeEntry, parseEntry, type SealedEntry } from '../../src/protocol/sealedEntry.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { aContact } from '../support/phone.ts';
import { aChecklist, offeredTo, publishes } from '../support/published.ts';
import { aRoad, aTeam, letInto } from '../support/road.ts';

const entriesOf = async ({ db }: Headless): Promise<readonly SealedEntry[]> =>
  (await db.entries.orderBy('n').toArray()).flatMap(({ bytes }) => {
    const entry = parseEntry(bytes);
    return entry.ok ? [entry.value] : [];
  });

/** What an endpoint could do: the same body under a header that names everybody's stream. */
const asIfToEverybody = ({ header, body }: SealedEntry): SealedEntry => ({ header: { ...header, stream: header.org }, body });

const slipsIn = async (device: Headless, entries: readonly SealedEntry[]): Promise<void> => {
  for (const entry of entries.map(asIfToEverybody)) {
    const bytes = encodeEntry(entry);
    await device.db.entries.add({ id: toHex(await primitives.sha256(bytes)), bytes });
  }
  await device.notebook().catchUp();
};

const ringOf = (device: Headless) =>
  device
    .vault()
    .contents()
    .ring.map(({ id }) => toHex(id));

test("an office's key whose grant and entries come again as if they had been to everybody is handed to no phone", async () => {
  const road = await aRoad();
  const { office: mina } = await aTeam(road);
  const arif = await letInto(road, mina, 'supervisor', 'Arif');
  mina.must(await mina.notebook().write(aContact({ notebook: mina.notebook() }, 'for the office')));
  await mina.exchange();
  await arif.exchange();
  await slipsIn(arif, await entriesOf(mina));
  expect(arif.notebook().unopened()).toBeGreaterThan(0);
  const late = await letInto(road, arif, 'worker', 'Thuy');
  expect(ringOf(late)).toEqual([]);
});

test("a review's key whose grant comes again as if it had been to everybody is forgotten after a week all the same", async () => {
  const road = await aRoad();
  const { office: mina, field } = await aTeam(road);
  const contact = aContact({ notebook: field.notebook() }, 'met');
  field.must(await field.notebook().write(contact));
  await field.exchange();
  await mina.exchange();
  const audience = { devices: [field.notebook().me.device] };
  mina.must(await mina.notebook().write({ kind: 'review', record: contact.record, says: { conclusion: 'not' }, audience }));
  // The forged one comes first, the true ones after it.
  await slipsIn(
    field,
    (await entriesOf(mina)).filter(({ header }) => toHex(header.device) === mina.notebook().me.device),
  );
  await mina.exchange();
  await field.exchange();
  expect(field.notebook().record(contact.record)?.history).toHaveLength(2);
  road.setDay('2026-03-20');
  field.lock();
  await field.unlock('field words for stories');
  expect(ringOf(field)).toEqual([]);
});

test('a worker who seals to everybody and an endpoint that lets it through reach nobody', async () => {
  const road = await aRoad();
  const { office: mina, field } = await aTeam(road);
  const other = await letInto(road, mina, 'worker', 'Thuy');
  await field.vault().change((contents) => ({ ...contents, role: 'supervisor' }));
  field.lock();
  await field.unlock('field words for stories');
  const says = { offered: false, id: 'adult' };
  field.must(await field.notebook().write({ kind: 'built-in-checklist', record: field.notebook().newId(), says, audience: everybody }));
  const rows = await field.db.entries.toArray();
  await other.db.entries.bulkAdd(rows.map(({ id, bytes }) => ({ id, bytes })));
  await other.notebook().catchUp();
  expect(other.notebook().recordsOf('built-in-checklist')).toEqual([]);
  expect(offeredTo(other, [aChecklist({ id: 'adult' })])).toHaveLength(1);
});

test('phones get a key each in a grant of their own, and carry nothing that is wrapped for others', async () => {
  const road = await aRoad();
  const { office: mina, field } = await aTeam(road);
  for (const name of ['Thuy', 'Lan']) await letInto(road, mina, 'worker', name);
  await publishes(mina);
  await field.exchange();
  const kinds = (await entriesOf(field)).map(({ header }) => (header.key ? 'sealed' : toHex(header.stream ?? new Uint8Array())));
  expect(kinds).toEqual([field.notebook().me.device, 'sealed', 'sealed']);
  const own = { kind: 'contact', record: mina.notebook().newId(), says: { note: 'x' }, audience: office };
  mina.must(await mina.notebook().write(own));
  await mina.exchange();
  await field.exchange();
  expect(await field.db.entries.count()).toBe(3);
});

test('a supervisor who publishes before there is any phone, and lets the first one in a month later', async () => {
  const road = await aRoad();
  const mina = road.device();
  await mina.found('Lantern House (invented)', 'Mina', 'office words for stories');
  await publishes(mina);
  const arif = await letInto(road, mina, 'supervisor', 'Arif');
  road.setDay('2026-04-02');
  mina.lock();
  const first = await letInto(road, arif, 'worker', 'Joon');
  expect(offeredTo(first)).toEqual(['harbour-kitchens 2026-1']);
});
