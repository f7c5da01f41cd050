/** A database put back to an older state, with a generation of its own or the same: whoever was told more than it holds is told so. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SyncAnswer } from '../../src/protocol/exchange.ts';
import { anOffice, idsIn, idsOf, type RawDevice } from '../support/device.ts';
import { aServer, type TestServer } from '../support/server.ts';

/** An endpoint whose file can be laid aside and put back. */
const withBackups = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.db');
  let server = await aServer({ file });
  onTestFinished(() => server.close());
  const reopen = async (change: () => void): Promise<void> => {
    await server.close();
    change();
    server = await aServer({ file });
  };
  return {
    server: (): TestServer => server,
    layAside: () => reopen(() => cpSync(file, `${file}.old`)),
    putBack: () => reopen(() => cpSync(`${file}.old`, file)),
  };
};

/** Goes by what it was told last, as a device does. */
const follower = (device: RawDevice) => {
  let last: SyncAnswer | null = null;
  let seenUpTo = 0;
  return async (server: TestServer, entries: Parameters<RawDevice['syncs']>[1] = []): Promise<SyncAnswer> => {
    const answer = await device.syncs(server, entries, { generation: last?.generation ?? '', told: last?.told ?? null, seenUpTo });
    seenUpTo = answer.page.from - 1 + (await idsIn(answer)).length;
    last = answer;
    return answer;
  };
};

const aStory = async () => {
  const endpoint = await withBackups();
  const office = await anOffice(endpoint.server());
  const [ana, ben] = [await office.admits(), await office.admits()];
  const [asAna, asBen, asOffice] = [follower(ana), follower(ben), follower(office.supervisor)];
  await asAna(endpoint.server(), ana.writes(2));
  await endpoint.layAside();
  return { endpoint, office, ana, ben, asAna, asBen, asOffice };
};

test('nothing was lost: the same history, however often the endpoint starts anew', async () => {
  const { endpoint, ana, asAna, asOffice } = await aStory();
  await asOffice(endpoint.server());
  await endpoint.layAside();
  expect((await asAna(endpoint.server(), ana.writes(1))).history).toBe('same');
  const answer = await asOffice(endpoint.server());
  expect([answer.history, answer.page.from]).toEqual(['same', 3]);
});

test('who sent what is gone is told, and so is who only read it; the page begins at 1', async () => {
  const { endpoint, ana, ben, asAna, asBen, asOffice } = await aStory();
  await asBen(endpoint.server(), ben.writes(1));
  await asAna(endpoint.server(), ana.writes(1));
  await asOffice(endpoint.server());
  await endpoint.putBack();
  for (const as of [asAna, asBen, asOffice]) {
    const answer = await as(endpoint.server());
    expect([answer.history, answer.page.from]).toEqual(['other', 1]);
    expect((await as(endpoint.server())).history).toBe('same');
  }
});

test('also when others have written past the old place since, under the same generation', async () => {
  const { endpoint, ana, ben, asAna, asBen, asOffice } = await aStory();
  const gone = ana.writes(2);
  await asAna(endpoint.server(), gone);
  await asOffice(endpoint.server());
  await endpoint.putBack();
  await asBen(endpoint.server(), ben.writes(5));
  expect((await asOffice(endpoint.server())).history).toBe('other');
  expect((await asAna(endpoint.server())).history).toBe('other');
});

test('and when the very entry seen last stands at its place again, over another one that was never seen', async () => {
  const { endpoint, office, ana, ben, asAna, asBen, asOffice } = await aStory();
  const [third, fourth] = [ana.writes(1), ben.writes(1)];
  await asAna(endpoint.server(), third);
  await asBen(endpoint.server(), fourth);
  await asOffice(endpoint.server());
  await endpoint.putBack();
  const unseen = office.supervisor.writes(1);
  await office.supervisor.syncs(endpoint.server(), unseen);
  await ben.syncs(endpoint.server(), fourth);
  const answer = await asOffice(endpoint.server());
  expect(answer.history).toBe('other');
  expect((await idsIn(answer)).slice(2)).toEqual([...idsOf(unseen), ...idsOf(fourth)]);
});

test('a device that read nothing since the copy was made has lost nothing and goes on', async () => {
  const { endpoint, ana, asAna, asOffice } = await aStory();
  await asOffice(endpoint.server());
  await asAna(endpoint.server(), ana.writes(3));
  await endpoint.putBack();
  const answer = await asOffice(endpoint.server());
  expect([answer.history, answer.page.from]).toEqual(['same', 3]);
});

test('each device is told how far the endpoint knows it, and how long its roster is', async () => {
  const { endpoint, ana, asAna, asBen } = await aStory();
  const [third] = ana.writes(1);
  const { head } = await asAna(endpoint.server(), third ? [third] : []);
  expect(head).toEqual([3, third?.id]);
  const answer = await asBen(endpoint.server());
  expect([answer.head, answer.links]).toEqual([null, 3]);
});
