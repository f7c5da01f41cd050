import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { maxEntriesPerPage } from '../../src/protocol/numbers.ts';
import {
  aDevice,
  admissionLink,
  anOffice,
  answerOf,
  asProtocol1,
  idsIn,
  idsOf,
  type Office,
  oldAnswerOf,
  proofOf,
  type RawDevice,
  random,
} from '../support/device.ts';
import { aServer, outcomeOf, type TestServer } from '../support/server.ts';

const kept = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ is: 'kept', place: from + at }));
const had = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ is: 'had', place: from + at }));
const aside = (reason: string) => ({ is: 'set-aside', reason });

describe('an exchange', () => {
  let server: TestServer;
  let office: Office;
  let worker: RawDevice;

  beforeEach(async () => {
    server = await aServer();
    office = await anOffice(server);
    worker = await office.admits();
    return () => server.close();
  });

  test('what a worker sends reaches the supervisor, byte for byte and in order', async () => {
    const entries = worker.writes(7);
    expect((await worker.syncs(server, entries)).receipts).toEqual(kept(1, 7));
    const answer = await office.supervisor.syncs(server);
    expect(await idsIn(answer)).toEqual(idsOf(entries));
    expect(answer.page).toMatchObject({ from: 1, more: false });
    expect(answer.generation).toBe(server.store.generation);
  });

  test('a worker sees only what is addressed to their device', async () => {
    const colleague = await office.admits();
    await worker.syncs(server, worker.writes(3));
    const forWorker = office.supervisor.writes(2, { stream: worker.device });
    const forColleague = office.supervisor.writes(1, { stream: colleague.device });
    await office.supervisor.syncs(server, [...forWorker, ...forColleague]);
    expect(await idsIn(await worker.syncs(server))).toEqual(idsOf(forWorker));
    expect(await idsIn(await colleague.syncs(server))).toEqual(idsOf(forColleague));
    expect(await idsIn(await office.supervisor.syncs(server))).toHaveLength(6);
  });

  test('what a device wrote itself comes back as bare ids, in its place among the others', async () => {
    const theirs = office.supervisor.writes(2, { stream: worker.device });
    const own = worker.writes(2, { stream: worker.device });
    await office.supervisor.syncs(server, theirs.slice(0, 1));
    await worker.syncs(server, own);
    await office.supervisor.syncs(server, theirs.slice(1));
    const { page } = await worker.syncs(server);
    expect(page.items.map((item) => ('own' in item ? item.own.map(toHex) : 'a run'))).toEqual(['a run', idsOf(own), 'a run']);
  });

  test('a batch sent again is had already, wherever the answer was lost', async () => {
    const entries = worker.writes(5);
    await worker.syncs(server, entries);
    expect((await worker.syncs(server, entries)).receipts).toEqual(had(1, 5));
    const more = worker.writes(2);
    expect((await worker.syncs(server, [...entries.slice(3), ...more])).receipts).toEqual([...had(4, 2), ...kept(6, 2)]);
    expect(await server.store.lastPlace(worker.org, null)).toBe(7);
  });

  test('the same batch twice at the same moment is kept once', async () => {
    const batch = await worker.batch(worker.writes(20));
    const both = await Promise.all([1, 2].map(async () => answerOf(await server.post('/api/sync', batch, { token: worker.token }))));
    expect(both.flatMap(({ receipts }) => receipts).filter(({ is }) => is === 'kept')).toHaveLength(20);
    expect((await server.store.counts()).entries).toBe(20);
  });

  test('the second of two equal entries in one batch is had', async () => {
    const [entry] = worker.writes(1);
    expect(entry && (await worker.syncs(server, [entry, entry])).receipts).toEqual([...kept(1, 1), ...had(1, 1)]);
  });

  test('pages follow the cursor to the end, each entry once', async () => {
    const many = 2 * maxEntriesPerPage + 3;
    for (let at = 0; at < many; at += 401) await worker.syncs(server, worker.writes(Math.min(401, many - at), { length: 40 }));
    const seen: string[] = [];
    for (let more = true; more; ) {
      const answer = await office.supervisor.syncs(server, [], { seenUpTo: seen.length, generation: server.store.generation });
      expect(answer.page.from).toBe(seen.length + 1);
      seen.push(...(await idsIn(answer)));
      more = answer.page.more;
    }
    expect(new Set(seen).size).toBe(many);
    const last = await office.supervisor.syncs(server, [], { seenUpTo: many, generation: server.store.generation });
    expect(last.page).toEqual({ from: many + 1, items: [], more: false, proofs: [] });
  });

  test('a page ends before it grows past its bytes', async () => {
    for (let at = 0; at < 3; at += 1) await worker.syncs(server, worker.writes(4, { length: 240_000 }));
    const first = await office.supervisor.syncs(server);
    expect([(await idsIn(first)).length, first.page.more]).toEqual([4, true]);
  });

  test.each([
    ['of another generation', 3, 'another'],
    ['beyond the end, as after a backup put back without telling', 9, 'same'],
  ])('a cursor %s starts from the beginning', async (_, seenUpTo, generation) => {
    await worker.syncs(server, worker.writes(5));
    const { page } = await office.supervisor.syncs(server, [], {
      seenUpTo,
      generation: generation === 'same' ? server.store.generation : generation,
    });
    expect(page.from).toBe(1);
  });

  test('the roster links that a device lacks come along', async () => {
    const all = (await worker.syncs(server, [], { rosterLinks: 0 })).roster;
    expect(all.map(toHex)).toEqual(office.links.map(toHex));
    expect((await worker.syncs(server, [], { rosterLinks: 1 })).roster.map(toHex)).toEqual(office.links.slice(1).map(toHex));
    expect((await worker.syncs(server, [], { rosterLinks: 99 })).roster).toEqual([]);
  });

  test('what was kept outlives the process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const before = await aServer({ file: join(folder, 'a.db') });
    const there = await anOffice(before);
    const entries = there.supervisor.writes(3);
    await there.supervisor.syncs(before, entries);
    await before.close();
    const after = await aServer({ file: join(folder, 'a.db') });
    onTestFinished(() => after.close());
    // The token too: its secret lies in the database.
    expect((await there.supervisor.syncs(after, entries)).receipts).toEqual(had(1, 3));
  });

  test('the hook after the commit runs only when something was kept, and what was kept stands though no reply left', async () => {
    let calls = 0;
    const failing = await aServer({
      afterCommit: () => {
        calls += 1;
        throw new Error('gone');
      },
    });
    onTestFinished(() => failing.close());
    const { supervisor } = await anOffice(failing);
    const entries = supervisor.writes(2);
    expect(await outcomeOf(await failing.post('/api/sync', await supervisor.batch(entries), { token: supervisor.token }))).toBe(
      '500 internal',
    );
    expect((await supervisor.syncs(failing, entries)).receipts).toEqual(had(1, 2));
    expect(calls).toBe(1);
  });
});

describe('each entry is judged alone', () => {
  let server: TestServer;
  let office: Office;
  let worker: RawDevice;

  beforeEach(async () => {
    server = await aServer();
    office = await anOffice(server);
    worker = await office.admits();
    return () => server.close();
  });

  test('one unproven entry at the end does not hold up those a signature vouches for', async () => {
    const entries = worker.writes(4);
    const [, , third] = entries;
    const proofs = third ? [[2, await proofOf(worker, third)] as [number, Uint8Array<ArrayBuffer>]] : [];
    expect((await worker.syncs(server, entries, { proofs })).receipts).toEqual([...kept(1, 3), aside('unproven')]);
  });

  test('a wrong signature, one of another entry and one by another device prove nothing', async () => {
    const stranger = await office.admits();
    for (const signature of [random(64), await worker.sign(random(40)), new Uint8Array(64)]) {
      expect((await worker.syncs(server, worker.writes(1), { proofs: [[0, signature]] })).receipts).toEqual([aside('unproven')]);
    }
    const [entry] = worker.writes(1);
    const proof = entry && (await proofOf(stranger, entry));
    expect(entry && proof && (await worker.syncs(server, [entry], { proofs: [[0, proof]] })).receipts).toEqual([aside('unproven')]);
    expect((await server.store.counts()).entries).toBe(0);
  });

  test('what stands already vouches for the entry it links to', async () => {
    const [first, second] = worker.writes(2);
    if (!first || !second) throw new Error('two were written');
    await worker.syncs(server, [second]);
    expect((await worker.syncs(server, [first, second], { proofs: [] })).receipts).toEqual([...kept(2, 1), ...had(1, 1)]);
  });

  test('two entries at one number: the first stays, the other is a fork, and so is what goes on from it', async () => {
    await worker.syncs(server, worker.writes(2));
    worker.sequence = 1;
    expect((await worker.syncs(server, worker.writes(3))).receipts).toEqual(['fork', 'fork', 'fork'].map(aside));
  });

  test('a phone of the first release goes on from its fork, as it always did', async () => {
    await worker.syncs(server, worker.writes(2));
    worker.sequence = 1;
    const batch = asProtocol1(await worker.batch(worker.writes(2)));
    const { receipts } = await oldAnswerOf(await server.post('/api/sync', batch, { token: worker.token }));
    expect(receipts).toEqual([aside('fork'), ...kept(3, 1)]);
  });

  test('entries of another device and of another organisation are not yours', async () => {
    const other = await aDevice(worker.org);
    const elsewhere = await aDevice();
    const [theirs, foreign, mine] = [other.writes(1), elsewhere.writes(1), worker.writes(1)];
    expect((await worker.syncs(server, [...theirs, ...foreign, ...mine])).receipts).toEqual([
      aside('not-yours'),
      aside('not-yours'),
      ...kept(1, 1),
    ]);
  });

  test('too large, an unknown suite, an unknown protocol, an unknown stream, too short to be sealed, a grant that is none', async () => {
    const large = worker.writes(1, { length: 263_000 });
    const suite = worker.writes(1, { change: ({ header, body }) => ({ header: { ...header, suite: 2 }, body }) });
    const protocol = worker.writes(1, { change: ({ header, body }) => ({ header: { ...header, protocol: 2 }, body }) });
    const stream = worker.writes(1, { stream: random(16) });
    const short = worker.writes(1, { length: 27 });
    const grant = worker.writes(1, { change: ({ header, body }) => ({ header: { ...header, key: null }, body }) });
    const good = worker.writes(1);
    const { receipts } = await worker.syncs(server, [...large, ...suite, ...protocol, ...stream, ...short, ...grant, ...good]);
    expect(receipts).toEqual([
      ...['too-large', 'unknown-suite', 'unknown-suite', 'unknown-stream', 'malformed', 'malformed'].map(aside),
      ...kept(1, 1),
    ]);
  });

  test('gaps in the numbering are let in: the readers notice them', async () => {
    worker.sequence = 1_000_000;
    expect((await worker.syncs(server, worker.writes(1))).receipts).toEqual(kept(1, 1));
  });

  test('a number past what a computer counts exactly is malformed', async () => {
    worker.sequence = Number.MAX_SAFE_INTEGER - 1;
    const [last] = worker.writes(1);
    if (!last) throw new Error('one was written');
    const batch = await worker.batch([last]);
    const [run] = batch.runs;
    run?.[8].push(random(60));
    const { receipts } = await answerOf(await server.post('/api/sync', batch, { token: worker.token }));
    expect(receipts[1]).toEqual(aside('malformed'));
  });

  test('a stream of a device admitted a moment ago is known', async () => {
    const newcomer = await aDevice(worker.org);
    const link = await admissionLink(office.supervisor, { links: office.links, newcomer });
    const entry = office.supervisor.writes(1, { stream: newcomer.device });
    expect((await office.supervisor.syncs(server, entry)).receipts).toEqual([aside('unknown-stream')]);
    await server.post('/api/roster', { link }, { token: office.supervisor.token });
    expect((await office.supervisor.syncs(server, entry)).receipts).toEqual(kept(1, 1));
  });
});
