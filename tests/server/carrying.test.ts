/** What one device wrote and another brings: judged by who wrote it. And what a phone of the first release is told, as ever. */
import { expect, onTestFinished, test } from 'vitest';
import { nodePrimitives } from '../../server/primitives.ts';
import type { SyncAnswer } from '../../src/protocol/exchange.ts';
import { receiptsStatement } from '../../src/protocol/receipts.ts';
import type { UnpackedEntry } from '../../src/protocol/runs.ts';
import { aDevice, anOffice, asProtocol1, idsIn, idsOf, oldAnswerOf, proofOf, type RawDevice, random } from '../support/device.ts';
import { aServer, type TestServer } from '../support/server.ts';

const opened = async () => {
  const server = await aServer({ founding: 'open' });
  onTestFinished(server.close);
  const office = await anOffice(server);
  return { server, office, ana: await office.admits(), ben: await office.admits() };
};

const outcomes = ({ receipts }: Pick<SyncAnswer, 'receipts'>) => receipts.map((one) => (one.is === 'set-aside' ? one.reason : one.is));

/** `by` brings what `writer` wrote, proven by whoever signs. */
const brings = async (server: TestServer, by: RawDevice, entries: readonly UnpackedEntry[], signer: RawDevice) => {
  const last = entries[entries.length - 1];
  const proofs = last ? [[entries.length - 1, await proofOf(signer, last)] as [number, Uint8Array<ArrayBuffer>]] : [];
  return outcomes(await by.syncs(server, entries, { proofs }));
};

test('a worker hands in what a colleague wrote, and the office has it as if they had come themselves', async () => {
  const { server, office, ana, ben } = await opened();
  const written = ana.writes(3);
  expect(await brings(server, ben, written, ana)).toEqual(['kept', 'kept', 'kept']);
  expect(outcomes(await ana.syncs(server, written))).toEqual(['had', 'had', 'had']);
  expect(await idsIn(await office.supervisor.syncs(server))).toEqual(idsOf(written));
});

test('own and carried entries of three devices in one batch, each proven by its own', async () => {
  const { server, office, ana, ben } = await opened();
  const [mine, hers, reviews] = [ben.writes(2), ana.writes(2), office.supervisor.writes(1, { stream: ana.device })];
  const entries = [...mine, ...hers, ...reviews];
  const proofs = await Promise.all(
    (
      [
        [1, ben, mine[1]],
        [3, ana, hers[1]],
        [4, office.supervisor, reviews[0]],
      ] as const
    ).map(async ([at, signer, entry]) => [at, await proofOf(signer, entry as UnpackedEntry)] as [number, Uint8Array<ArrayBuffer>]),
  );
  expect(outcomes(await ben.syncs(server, entries, { proofs }))).toEqual(Array(5).fill('kept'));
  expect(await idsIn(await ana.syncs(server))).toEqual(idsOf(reviews));
});

test('the carrier proves nothing for others: neither by a signature of its own nor by a link from its own entry', async () => {
  const { server, ana, ben } = await opened();
  expect(await brings(server, ben, ana.writes(2), ben)).toEqual(['unproven', 'unproven']);
  const [forged] = (await aDevice(ana.org)).writes(1, {
    change: ({ header, body }) => ({ header: { ...header, device: ana.device, sequence: 9 }, body }),
  });
  if (!forged) throw new Error('one was written');
  const bait = ben.writes(1, { change: ({ header, body }) => ({ header: { ...header, previous: forged.id }, body }) });
  expect(await brings(server, ben, [forged, ...bait], ben)).toEqual(['unproven', 'kept']);
  expect((await server.store.counts()).entries).toBe(1);
});

test("a worker's device writes to everybody through nobody: the right is the writer's", async () => {
  const { server, office, ana, ben } = await opened();
  expect(await brings(server, ben, ana.writes(1, { stream: ana.org }), ana)).toEqual(['unknown-stream']);
  expect(await brings(server, office.supervisor, ben.writes(1, { stream: ben.org }), ben)).toEqual(['unknown-stream']);
  expect(await brings(server, ana, office.supervisor.writes(1, { stream: ana.org }), office.supervisor)).toEqual(['kept']);
});

test('another organisation, and a device that the roster does not know, are not for anybody here to bring', async () => {
  const { server, ana } = await opened();
  const elsewhere = await anOffice(server);
  const stranger = await aDevice(ana.org);
  expect(await brings(server, ana, elsewhere.supervisor.writes(1), elsewhere.supervisor)).toEqual(['not-yours']);
  expect(await brings(server, ana, stranger.writes(1), stranger)).toEqual(['not-yours']);
  expect((await server.store.counts()).entries).toBe(0);
});

test('a fork of somebody else is set aside as a fork, whoever brings it', async () => {
  const { server, ana, ben } = await opened();
  await ana.syncs(server, ana.writes(1));
  ana.sequence = 0;
  expect(await brings(server, ben, ana.writes(1), ana)).toEqual(['fork']);
});

test('a page brings the signatures that were checked, so that its reader can hand the entries in elsewhere', async () => {
  const { server, office, ana, ben } = await opened();
  await ana.syncs(server, ana.writes(3));
  const own = office.supervisor.writes(1);
  await office.supervisor.syncs(server, own);
  const more = ben.writes(2);
  await ben.syncs(server, more);
  const { page } = await office.supervisor.syncs(server);
  expect(page.proofs.map(([at]) => at)).toEqual([2, 4]);
  const again = await aServer();
  onTestFinished(again.close);
  // The same organisation at an endpoint that knows nothing of it yet.
  await again.post('/api/found', { link: office.links[0] });
  await office.supervisor.logsIn(again);
  for (const link of office.links.slice(1)) await again.post('/api/roster', { link }, { token: office.supervisor.token });
  const runs = page.items.flatMap((item) => ('own' in item ? [] : [item]));
  const batch = { ...(await office.supervisor.batch([])), runs, proofs: page.proofs };
  const answer = await office.supervisor.syncs(again, [], batch);
  expect(outcomes(answer)).toEqual(Array(5).fill('kept'));
});

test('a phone of the first release is answered in its own words, and carries for nobody', async () => {
  const { server, office, ana, ben } = await opened();
  const post = async (by: RawDevice, entries: readonly UnpackedEntry[], proofs?: [number, Uint8Array<ArrayBuffer>][]) => {
    const batch = await by.batch(entries, proofs ? { proofs } : {});
    return oldAnswerOf(await server.post('/api/sync', asProtocol1(batch), { token: by.token }));
  };
  const written = ana.writes(2);
  const answer = await post(ana, written);
  expect(Object.keys(answer).sort()).toEqual(['asking', 'generation', 'page', 'protocol', 'receipts', 'roster']);
  expect(Object.keys(answer.page).sort()).toEqual(['from', 'items', 'more']);
  expect(outcomes(answer)).toEqual(['kept', 'kept']);
  expect(await idsIn(await post(office.supervisor, []))).toEqual(idsOf(written));
  const [hers] = ana.writes(1);
  expect(hers && outcomes(await post(ben, [hers], [[0, await proofOf(ana, hers)]]))).toEqual(['not-yours']);
});

test('the word of the endpoint: the same key in every answer, over what was kept or had and nothing else', async () => {
  const { server, ana, ben } = await opened();
  const [kept] = ana.writes(1);
  const [lost] = (await aDevice(ana.org)).writes(1);
  if (!kept || !lost) throw new Error('two were written');
  const proofs: [number, Uint8Array<ArrayBuffer>][] = [[0, await proofOf(ana, kept)]];
  const answer = await ana.syncs(server, [kept, lost], { proofs });
  const statement = receiptsStatement({ org: ana.org, generation: answer.generation, places: [[kept.id, 1]] });
  expect(await nodePrimitives.verify(answer.endpoint, answer.signature, statement)).toBe(true);
  const other = receiptsStatement({ org: random(16), generation: answer.generation, places: [[kept.id, 1]] });
  expect(await nodePrimitives.verify(answer.endpoint, answer.signature, other)).toBe(false);
  expect((await ben.syncs(server)).endpoint).toEqual(answer.endpoint);
});
