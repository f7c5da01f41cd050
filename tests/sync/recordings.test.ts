/** Recordings on their way: in pieces, through cuts, and offered by a phone only when the whole of one is there. */
import { expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { toBase64 } from '../../src/domain/base64.ts';
import { everybody } from '../../src/domain/entry.ts';
import { recordingEntries, recordingTakenBack, type Take } from '../../src/domain/recordingEntries.ts';
import { longestRecording } from '../../src/domain/recordings.ts';
import { aTake, heard, noise, publishesTake, standing } from '../support/recorded.ts';
import { aRoad, aTeam, letInto } from '../support/road.ts';

const isWhole = (device: Headless): boolean =>
  standing(device.notebook(), 'rhg').every(({ parts }) => parts.every(device.notebook().hasPart));

test('several megabytes come page by page and survive cuts; every recording is heard as it was read', async () => {
  const road = await aRoad();
  const { office, field } = await aTeam(road);
  const takes = Array.from({ length: 6 }, (_, at) =>
    aTake({ of: { key: `checklists:questions.q${at}.ask` }, sound: toBase64(noise(longestRecording.bytes)) }),
  );
  for (const take of takes) await publishesTake(office, take);
  road.loseAnswers(1);
  await field.exchange();
  await field.exchange();
  const recordings = standing(field.notebook(), 'rhg');
  expect(recordings).toHaveLength(6);
  expect(isWhole(field)).toBe(true);
  for (const [at, recording] of recordings.entries()) {
    const take = takes.find(({ of }) => JSON.stringify(of) === JSON.stringify(recording.of)) as Take;
    expect([at, (await heard(field.notebook(), recording)) === take.sound]).toEqual([at, true]);
  }
  expect(field.notebook().unopened()).toBe(0);
});

test('a head whose part has not come is known and not whole; with the part it is', async () => {
  const { office, field } = await aTeam(await aRoad());
  const notebook = office.notebook();
  const entries = office.must(recordingEntries(aTake(), notebook.recordsOf, notebook.newId));
  office.must(await notebook.writeTogether(entries.slice(-1)));
  await office.exchange();
  await field.exchange();
  expect([standing(field.notebook(), 'rhg').length, isWhole(field)]).toEqual([1, false]);
  office.must(await notebook.writeTogether(entries.slice(0, -1)));
  await office.exchange();
  await field.exchange();
  expect(isWhole(field)).toBe(true);
});

test('a phone let in later hears what was read before it came; what was taken back is heard nowhere', async () => {
  const road = await aRoad();
  const { office, field } = await aTeam(road);
  const take = aTake();
  await publishesTake(office, take);
  road.setDay('2026-06-01');
  const late = await letInto(road, office, 'worker', 'Thuy');
  const [recording] = standing(late.notebook(), 'rhg');
  if (!recording) throw new Error('no recording came');
  expect(await heard(late.notebook(), recording)).toBe(take.sound);
  office.must(await office.notebook().writeTogether(recordingTakenBack(office.notebook().recordsOf, take.of, 'rhg')));
  await office.exchange();
  for (const phone of [late, field]) {
    await phone.exchange();
    expect(standing(phone.notebook(), 'rhg')).toEqual([]);
  }
});

test("a worker's phone cannot put sound on other phones", async () => {
  const { field } = await aTeam(await aRoad());
  const notebook = field.notebook();
  const entries = field.must(recordingEntries(aTake(), notebook.recordsOf, notebook.newId));
  await expect(notebook.writeTogether(entries)).rejects.toThrow('only a supervisor');
  expect(entries.every(({ audience }) => audience === everybody)).toBe(true);
});
