/** Sound stays closed: opened once when it comes, never again at unlock, and on demand exactly as it was published. */
import { expect, test, vi } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { toBase64 } from '../../src/domain/base64.ts';
import { longestRecording } from '../../src/domain/recordings.ts';
import { aChecklist, offeredTo, publishes } from '../support/published.ts';
import { aTake, heard, noise, publishesTake, standing } from '../support/recorded.ts';
import { aRoad, aTeam, letInto } from '../support/road.ts';

const passphraseOf = (device: Headless) => (device.notebook().me.name === 'Mina' ? 'office words for stories' : 'field words for stories');
const again = async (device: Headless): Promise<void> => {
  const passphrase = passphraseOf(device);
  device.lock();
  await device.unlock(passphrase);
};
/** How many bodies are opened while something happens, and their bytes. */
const opening = async (work: () => Promise<unknown>): Promise<{ readonly seals: number; readonly bytes: number }> => {
  const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
  await work();
  const sizes = decrypt.mock.calls.map(([, , data]) => data.byteLength);
  decrypt.mockRestore();
  return { seals: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
};

test('at unlock no sound is read or opened, on the phone and at the office; on demand it is there', async () => {
  const { office, field } = await aTeam(await aRoad());
  const bare = [await opening(() => again(office)), await opening(() => again(field))];
  const take = aTake({ sound: toBase64(noise(longestRecording.bytes)) });
  await publishesTake(office, take);
  await field.exchange();
  await office.notebook().catchUp();
  for (const [at, device] of [office, field].entries()) {
    const unlock = await opening(() => again(device));
    // The head, and a key that came with it; the sound is a hundred times as long.
    expect(unlock.bytes).toBeLessThan((bare[at]?.bytes ?? 0) + 4_000);
    const kept = await device.db.entries.toArray();
    expect(kept.filter(({ apart }) => apart !== undefined)).toHaveLength(5);
    expect(Math.max(...kept.map(({ bytes }) => bytes.length))).toBeLessThan(10_000);
    expect(device.notebook().recordsOf('recording-part')).toEqual([]);
    const [recording] = standing(device.notebook(), 'rhg');
    if (!recording) throw new Error('no recording came');
    const onDemand = await opening(async () => expect(await heard(device.notebook(), recording)).toBe(take.sound));
    expect(onDemand.seals).toBe(recording.parts.length);
  }
});

test('what still waits for the office is sent whole, and set apart only afterwards', async () => {
  const road = await aRoad();
  const { office, field } = await aTeam(road);
  road.cutRequests(1);
  const take = aTake();
  await publishesTake(office, take);
  expect((await office.db.entries.toArray()).filter(({ apart }) => apart !== undefined)).toEqual([]);
  const [own] = standing(office.notebook(), 'rhg');
  if (!own) throw new Error('it was not kept');
  expect(await heard(office.notebook(), own)).toBe(take.sound);
  await again(office);
  expect(await heard(office.notebook(), own)).toBe(take.sound);
  await office.exchange();
  await office.notebook().catchUp();
  expect((await office.db.entries.toArray()).filter(({ apart }) => apart !== undefined)).toHaveLength(1);
  await field.exchange();
  expect(await heard(field.notebook(), own)).toBe(take.sound);
});

test('a chain with closed entries is whole: nothing counts as missing, and later entries open', async () => {
  const road = await aRoad();
  const { office, field } = await aTeam(road);
  const second = await letInto(road, office, 'supervisor', 'Arif');
  await publishesTake(office, aTake());
  await publishes(office, aChecklist());
  await second.exchange();
  await again(second);
  await field.exchange();
  await again(field);
  expect([second.notebook().missing(), second.notebook().unopened(), field.notebook().unopened()]).toEqual([0, 0, 0]);
  expect(offeredTo(field)).toEqual(['harbour-kitchens 2026-1']);
});

test("a supervisor's device that where sound lies closed still hands its key to a phone let in later", async () => {
  const road = await aRoad();
  const { office } = await aTeam(road);
  const arif = await letInto(road, office, 'supervisor', 'Arif');
  const take = aTake();
  await publishesTake(office, take);
  await arif.exchange();
  arif.lock();
  await arif.unlock('field words for stories');
  const late = await letInto(road, arif, 'worker', 'Thuy');
  const [recording] = standing(late.notebook(), 'rhg');
  if (!recording) throw new Error('no recording came');
  expect(await heard(late.notebook(), recording)).toBe(take.sound);
});

test('a body that was changed on the disk is not played', async () => {
  const { office, field } = await aTeam(await aRoad());
  await publishesTake(office, aTake());
  await field.exchange();
  const [row] = await field.db.apart.toArray();
  if (!row) throw new Error('nothing was set apart');
  const bytes = row.bytes.slice();
  bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
  await field.db.apart.put({ n: row.n, bytes });
  const [recording] = standing(field.notebook(), 'rhg');
  const part = recording?.parts[0] ?? '';
  expect(await field.notebook().openPart(part)).toEqual({ ok: false, failure: { type: 'damaged' } });
  expect(await field.notebook().openPart('0'.repeat(32))).toEqual({ ok: false, failure: { type: 'not-here' } });
});
