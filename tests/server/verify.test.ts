import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeCopy } from '../../server/copy/takeCopy.ts';
import { openSqliteAsItIs } from '../../server/store/sqlite.ts';
import type { Finding } from '../../server/verify/finding.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { aBusyOffice, findingsIn } from '../support/copies.ts';
import { asProtocol1, type RawDevice, random } from '../support/device.ts';
import { aFile } from '../support/folder.ts';
import { aServer } from '../support/server.ts';

/** What a check says of a database file. */
const findingsOf = async (file: string): Promise<readonly Finding[]> => {
  const opened = openSqliteAsItIs(file);
  if (!opened.ok) throw new Error(opened.failure.type);
  return findingsIn(takeCopy(opened.value, Date.now)).finally(() => opened.value.destroy());
};

describe('a check', () => {
  let folder: string;
  let whole: string;
  let first: RawDevice;
  let second: RawDevice;
  let supervisor: RawDevice;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
    whole = join(folder, 'whole.db');
    const server = await aServer({ file: whole });
    const busy = await aBusyOffice(server);
    supervisor = busy.office.supervisor;
    [first, second] = busy.workers as [RawDevice, RawDevice];
    await server.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const afterwards = async (...statements: readonly (readonly [string, ...unknown[]])[]) => {
    const file = aFile();
    copyFileSync(whole, file);
    const db = new Database(file);
    for (const [sql, ...values] of statements) db.prepare(sql).run(values);
    db.close();
    const findings = await findingsOf(file);
    return findings.map(({ what, who, at }) => [what, ...(who === undefined ? [] : [who]), ...(at === undefined ? [] : [at])]);
  };

  test('finds nothing where nothing is wrong', async () => {
    expect(await afterwards()).toEqual([]);
  });

  test('a flipped bit in an entry: its id, and as the case may be its seat in the chain', async () => {
    const flipped = "update entries set bytes = cast(substr(bytes, 1, length(bytes) - 1) || x'00' as blob) where place = 7";
    expect(await afterwards([flipped])).toEqual([['id-differs', 7]]);
    expect(await afterwards(["update entries set bytes = x'00' where place = 7"])).toContainEqual(['unreadable', 7]);
  });

  test('an entry that is gone: the place, the counter, the number of the device', async () => {
    expect(await afterwards(['delete from entries where place = 5'])).toEqual([
      ['place-gap', 5],
      ['numbers-missing', toHex(first.device), 1],
    ]);
    const last = await afterwards(['delete from entries where place = (select max(place) from entries)']);
    expect(last[0]?.[0]).toBe('counter-differs');
  });

  test('an entry under another device, number or size than its own', async () => {
    expect(await afterwards(['update entries set sequence = 900 where place = 3'])).toEqual([['row-differs', 3]]);
    expect(await afterwards(['update entries set size = 1 where place = 3'])).toEqual([['row-differs', 3]]);
    const stranger = await afterwards(['update entries set device = ? where place = 3', random(16)]);
    expect(stranger.map(([what]) => what).slice(0, 2)).toEqual(['row-differs', 'unknown-device']);
  });

  test('a chain that was cut and put together again', async () => {
    const entry = (sequence: number) => `(select bytes from entries where sequence = ${sequence} and device = ?)`;
    const [{ device }] = [first];
    const findings = await afterwards(
      [`update entries set bytes = ${entry(9)} where sequence = 8 and device = ?`, device, device],
      [
        'update entries set id = (select id from entries where sequence = 9 and device = ?) where sequence = 8 and device = ?',
        device,
        device,
      ],
    );
    expect(findings.map(([what]) => what)).toContain('row-differs');
    expect(findings.map(([what]) => what)).toContain('number-twice');
  });

  test('a signature that is not that device’s, or over nothing', async () => {
    const wrong = await afterwards(['update proofs set signature = ? where place = (select min(place) from proofs)', random(64)]);
    expect(wrong.map(([what]) => what)).toEqual(['proof-wrong']);
    const org = supervisor.org;
    const astray = await afterwards(
      ['delete from entries where place = 3'],
      ['insert into proofs values (?, 3, ?) on conflict do nothing', org, random(64)],
    );
    expect(astray.map(([what]) => what)).toContain('proof-astray');
  });

  test('streams that lack something, point elsewhere, have a gap, or a counter of their own mind', async () => {
    const phone = toHex(first.device);
    const lacking = await afterwards(['delete from stream_places where stream = ? and place = 5', first.device]);
    expect(lacking).toEqual([
      ['stream-incomplete', phone, 1],
      ['counter-differs', phone, 5],
    ]);
    const elsewhere = await afterwards(['update stream_places set office_place = 1 where stream = ? and place = 2', first.device]);
    expect(elsewhere).toEqual([
      ['stream-points-nowhere', phone, 2],
      ['stream-incomplete', phone, 1],
    ]);
    const gap = await afterwards(['delete from stream_places where stream = ? and place = 2', first.device]);
    expect(gap).toEqual([
      ['stream-gap', phone, 2],
      ['stream-incomplete', phone, 1],
    ]);
    expect(await afterwards(['delete from stream_places where stream = ?', second.device])).toEqual([
      ['stream-incomplete', toHex(second.device), 3],
    ]);
    expect(await afterwards(["update counters set last = 99 where stream = 'office'"])).toEqual([['counter-differs', 99]]);
  });

  test('rosters that do not hold', async () => {
    const missing = await afterwards(['delete from roster_links where n = 1']);
    expect(missing.map(([what]) => what)).toContain('link-missing');
    const other = await afterwards(['update roster_links set link = ? where n = 2', random(90)]);
    expect(other[0]).toEqual(['roster-broken', 2]);
    const beheaded = await afterwards(['delete from roster_links']);
    expect(beheaded[0]).toEqual(['roster-broken', 0]);
  });

  test('a phone that would not be given what is for everybody', async () => {
    const findings = await afterwards(['delete from followers where device = ?', second.device]);
    expect(findings).toContainEqual(['follower-missing', toHex(second.device)]);
    const stranger = await afterwards(['insert into followers values (?, ?)', supervisor.org, supervisor.device]);
    expect(stranger).toContainEqual(['follower-stranger', toHex(supervisor.device)]);
  });
});

test('a phone that was cloned is told of, and not taken for damage', async () => {
  const file = aFile();
  const server = await aServer({ file });
  const { workers } = await aBusyOffice(server);
  const [worker] = workers;
  if (!worker) throw new Error('nobody here');
  const clone = { sequence: worker.sequence, previous: worker.previous };
  await worker.syncs(server, worker.writes(1));
  Object.assign(worker, clone);
  // As a phone of the first release: since then the endpoint lets nothing in that goes on from a fork.
  await server.post('/api/sync', asProtocol1(await worker.batch(worker.writes(2))), { token: worker.token });
  await server.close();
  expect((await findingsOf(file)).map(({ what }) => what)).toEqual(['fork']);
});
