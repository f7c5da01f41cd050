/** From the first released version to this one, with what was on its disks; and back to where the office was before. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Headless, settled } from '../../demo/headless.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { office } from '../../src/domain/entry.ts';
import { contactIn, reviewIn } from '../../src/domain/records.ts';
import { copyOf, findingsIn, readBack } from '../support/copies.ts';
import { releasedDatabase, releasedDevice } from '../support/released.ts';
import { aRoad, letInto, type Road } from '../support/road.ts';

const sent = ['An invented note that was sent.', '지어낸 기록, 보냄.'];
const waiting = ['An invented note that waits.', '지어낸 기록, 아직 보내지 않음.'];

let folder: string;
let file: string;
let road: Road;
let laptop: Headless;
let phone: Headless;

const notesAt = ({ notebook }: Headless): string[] =>
  notebook()
    .recordsOf('contact')
    .map((record) => contactIn(record)?.note ?? '')
    .sort();
const writes = async ({ notebook, must }: Headless, note: string): Promise<void> => {
  const says = { person: notebook().newId(), day: '2026-11-22', note };
  must(await notebook().write({ kind: 'contact', record: notebook().newId(), says, audience: office }));
};
const exchanges = async (...devices: readonly Headless[]): Promise<void> => {
  for (const device of devices) expect((await device.exchange()).failure).toBeNull();
  await settled();
};
/** What a check says of the database as it lies on the disk. */
const checked = async () => {
  await road.reopen(() => cpSync(file, `${file}.looked-at`));
  const opened = await openSqliteStore(`${file}.looked-at`);
  if (!opened.ok) throw new Error('no store');
  const { items, failure } = await readBack(await copyOf(opened.value));
  await opened.value.close();
  return { failure, findings: await findingsIn(items) };
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-released-'));
  file = join(folder, 'fieldbook.db');
  cpSync(releasedDatabase, file);
  road = await aRoad({ file });
  laptop = road.device(await releasedDevice('laptop'));
  phone = road.device(await releasedDevice('phone'));
  await laptop.unlock('office words for stories');
  await phone.unlock('field words for stories');
});
afterEach(async () => {
  await road.reopen(() => rmSync(folder, { recursive: true })).catch(() => undefined);
  for (const { db } of [laptop, phone]) await db.delete();
});

test('a phone opens what it kept, half a sentence too, and goes on', async () => {
  expect(notesAt(phone)).toEqual([...sent, ...waiting].sort());
  expect(phone.notebook().drafts.all()).toMatchObject([{ value: { note: 'Half a sen' } }]);
  expect(
    phone
      .notebook()
      .recordsOf('contact')
      .flatMap((record) => reviewIn(record)?.comment ?? []),
  ).toEqual(['Which language next time?']);
  expect((await phone.exchange()).waiting).toBe(0);
  await writes(phone, 'of today');
  await exchanges(phone, laptop);
  expect(notesAt(laptop)).toEqual([...sent, ...waiting, 'of today'].sort());
  expect(await checked()).toEqual({ failure: null, findings: [] });
});

test('back to the data of before: what came since is brought again, each once', async () => {
  await writes(phone, 'of today');
  await writes(laptop, 'from the desk');
  await exchanges(phone, laptop, phone);
  await road.reopen(() => cpSync(releasedDatabase, file));
  await exchanges(phone, laptop, phone, laptop);
  expect(notesAt(laptop)).toEqual([...sent, ...waiting, 'from the desk', 'of today'].sort());
  expect((await phone.exchange()).waiting).toBe(0);
  const kept = await checked();
  expect(kept).toEqual({ failure: null, findings: [] });
  laptop.lock();
  await laptop.unlock('office words for stories');
  expect(notesAt(laptop)).toHaveLength(6);
});

test('back to the data of before, when nothing had come since: nobody is kept out', async () => {
  await exchanges(laptop, laptop);
  await road.reopen(() => cpSync(releasedDatabase, file));
  await exchanges(laptop);
  await exchanges(phone, laptop);
  expect(notesAt(laptop)).toEqual([...sent, ...waiting].sort());
});

test('with the key that this version gives it, the database begins a new history, and only then', async () => {
  let copies = 0;
  const look = async (from: string): Promise<unknown> => {
    copies += 1;
    const copy = `${file}.${copies}`;
    await road.reopen(() => cpSync(from, copy));
    const database = new Database(copy);
    const row = database.prepare("select value from meta where key = 'generation'").get();
    database.close();
    return Reflect.get(Object(row), 'value');
  };
  const [before, after] = [await look(releasedDatabase), await look(file)];
  expect(after).not.toEqual(before);
  expect(await look(file)).toEqual(after);
});

test('somebody new is let in, and reads what was written before this version', async () => {
  const second = await letInto(road, laptop, 'supervisor', 'Arif');
  await exchanges(phone, second);
  expect(notesAt(second)).toEqual([...sent, ...waiting].sort());
});
