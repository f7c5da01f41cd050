/** What is for everybody, as the endpoint sees it: a stream that bears the organisation's id. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Admission, aDevice, admissionLink, anOffice, idsIn, idsOf, type Office, type RawDevice } from '../support/device.ts';
import { aServer, outcomeOf, type TestServer } from '../support/server.ts';

const opened = async (wishes: Parameters<typeof aServer>[0] = {}) => {
  const server = await aServer(wishes);
  onTestFinished(server.close);
  return { server, office: await anOffice(server) };
};

const toEverybody = ({ supervisor }: Office, count: number) => supervisor.writes(count, { stream: supervisor.org });
const received = async (server: TestServer, device: RawDevice) => idsIn(await device.syncs(server));

test('a supervisor writes to everybody: each phone gets it in its own stream, the office in its own', async () => {
  const { server, office } = await opened();
  const [ana, ben, second] = [await office.admits(), await office.admits(), await office.admits('supervisor')];
  const entries = toEverybody(office, 3);
  const answer = await office.supervisor.syncs(server, entries);
  expect(answer.receipts.map(({ is }) => is)).toEqual(['kept', 'kept', 'kept']);
  for (const device of [ana, ben, second]) expect(await received(server, device)).toEqual(idsOf(entries));
  expect(await idsIn(await ana.syncs(server, [], { generation: server.store.generation, seenUpTo: 3 }))).toEqual([]);
});

test('a worker does not: the entry is set aside, what else was in the batch is kept, and nobody gets it', async () => {
  const { server, office } = await opened();
  const [ana, ben] = [await office.admits(), await office.admits()];
  const [forOffice] = ana.writes(1);
  const [forAll] = ana.writes(1, { stream: ana.org });
  const { receipts } = await ana.syncs(
    server,
    [forOffice, forAll].flatMap((entry) => entry ?? []),
  );
  expect(receipts).toEqual([
    { is: 'kept', place: 1 },
    { is: 'set-aside', reason: 'unknown-stream' },
  ]);
  expect(await received(server, ben)).toEqual([]);
});

test("another organisation's everybody is nobody here", async () => {
  const { server, office } = await opened({ founding: 'open' });
  const other = await anOffice(server);
  const entries = office.supervisor.writes(1, { stream: other.supervisor.org });
  expect((await office.supervisor.syncs(server, entries)).receipts).toEqual([{ is: 'set-aside', reason: 'unknown-stream' }]);
});

test('a phone let in later gets all of it in order, before what is written to it alone', async () => {
  const { server, office } = await opened();
  const early = toEverybody(office, 4);
  await office.supervisor.syncs(server, early);
  const late = await office.admits();
  const later = [...office.supervisor.writes(1, { stream: late.device }), ...toEverybody(office, 2)];
  await office.supervisor.syncs(server, later);
  expect(await received(server, late)).toEqual(idsOf([...early, ...later]));
});

test('let in twice by the same link, because the answer was lost: it has everything once', async () => {
  const { server, office } = await opened();
  const entries = toEverybody(office, 2);
  await office.supervisor.syncs(server, entries);
  const newcomer = await aDevice(office.supervisor.org);
  const admission: Admission = { links: office.links, newcomer };
  const link = await admissionLink(office.supervisor, admission);
  for (let times = 0; times < 2; times += 1)
    expect(await outcomeOf(await server.post('/api/roster', { link }, { token: office.supervisor.token }))).toBe('200');
  await newcomer.logsIn(server);
  expect(await received(server, newcomer)).toEqual(idsOf(entries));
});

test('of two phones let in by the same link number one stands, and only that one follows', async () => {
  const { server, office } = await opened();
  await office.supervisor.syncs(server, toEverybody(office, 1));
  const [first, second] = [await aDevice(office.supervisor.org), await aDevice(office.supervisor.org)];
  const links = await Promise.all([first, second].map((newcomer) => admissionLink(office.supervisor, { links: office.links, newcomer })));
  const said = await Promise.all(
    links.map(async (link) => outcomeOf(await server.post('/api/roster', { link }, { token: office.supervisor.token }))),
  );
  expect(said.sort()).toEqual(['200', '409 broken-chain']);
  expect((await server.store.counts()).followers).toBe(1);
});

test('stopped after publishing, started, stopped after letting in, started: nothing is missing and nothing doubled', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-everybody-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'fieldbook.db');
  let server = await aServer({ file });
  const office = await anOffice(server);
  const again = async () => {
    await server.close();
    server = await aServer({ file });
    await office.supervisor.logsIn(server);
  };
  const early = toEverybody(office, 3);
  await office.supervisor.syncs(server, early);
  await again();
  const newcomer = await aDevice(office.supervisor.org);
  const link = await admissionLink(office.supervisor, { links: office.links, newcomer });
  await server.post('/api/roster', { link }, { token: office.supervisor.token });
  await again();
  const later = toEverybody(office, 1);
  await office.supervisor.syncs(server, [...early, ...later]);
  await newcomer.logsIn(server);
  expect(await received(server, newcomer)).toEqual(idsOf([...early, ...later]));
  await server.close();
});

test('killed between commit and reply: the publisher sends again, and every phone has it once', async () => {
  let dies = false;
  const { server, office } = await opened({
    afterCommit: () => {
      if (!dies) return;
      dies = false;
      throw new Error('killed here');
    },
  });
  const ana = await office.admits();
  const entries = toEverybody(office, 3);
  dies = true;
  const first = await server.post('/api/sync', await office.supervisor.batch(entries), { token: office.supervisor.token });
  expect(await outcomeOf(first)).toBe('500 internal');
  const { receipts } = await office.supervisor.syncs(server, entries);
  expect(receipts.map(({ is }) => is)).toEqual(['had', 'had', 'had']);
  expect(await received(server, ana)).toEqual(idsOf(entries));
});
