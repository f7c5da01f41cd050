/** What a device hands on and takes in without a network, over a real database; the road with an endpoint is tests/sync/courier.test.ts. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { office } from '../../src/domain/entry.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { encodeCarried, encodeSignedReceipts, parseCarried } from '../../src/protocol/carried.ts';
import { openCourier, packCourier } from '../../src/protocol/courier.ts';
import { maxSeriesBytes } from '../../src/protocol/fountain.ts';
import { receiptsStatement } from '../../src/protocol/receipts.ts';
import { packRuns } from '../../src/protocol/runs.ts';
import { type Courier, createCourier } from '../../src/store/courier.ts';
import { unpackCarried } from '../../src/store/courierIn.ts';
import { keepState } from '../../src/store/database.ts';
import { signingKeyFrom, signWith } from '../../src/vault/keys.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { anEntry, numbered } from '../support/entries.ts';
import { aMember } from '../support/keys.ts';
import { aContact, aPhone, must, outboxOf, type Tab } from '../support/phone.ts';

const courierOf = ({ db }: Tab): Courier => createCourier(db, () => '2026-03-02T09:00:00-06:00');
const looks = (courier: Courier) =>
  new Promise<Parameters<Parameters<Courier['watch']>[0]>[0]>((resolve) => {
    const stop = courier.watch((view) => {
      resolve(view);
      setTimeout(() => stop(), 0);
    });
  });
const everything = async ({ db }: Tab) =>
  Promise.all([db.entries, db.outbox, db.carried, db.proofs, db.offers, db.receipts].map((table) => table.toArray()));
const orgOf = ({ vault }: Tab): Bytes => vault.contents().org;

/** A batch by a device that this roster does not know, proven by nothing that can be checked here. */
const strangersBatch = (org: Bytes, count = 2): Bytes => {
  const device = randomBytes(16);
  const row = [numbered(anEntry({ org, device }))];
  for (let at = 1; at < count; at += 1) row.push(numbered(anEntry({ org, device, sequence: at + 1, previous: row[at - 1]?.id ?? org })));
  return encodeCarried({ runs: packRuns(row), proofs: [[count - 1, randomBytes(64)]] });
};
const fileOf = (org: Bytes, ...parts: Bytes[]): Promise<Bytes> => packCourier(primitives, { org, holds: 'entries', parts });

/** An endpoint of paper: its key is known here, and it signs what it is told to. */
const anEndpoint = async ({ db, vault }: Tab) => {
  const { sign } = await aMember();
  await keepState(db, 'endpoint', { key: sign.publicKey });
  const key = await signingKeyFrom(sign.pkcs8);
  const { org } = vault.contents();
  return async (ids: readonly string[], over: { readonly org?: Bytes } = {}): Promise<Bytes> => {
    const places = ids.map((id, at): [Bytes, number] => [fromHex(id), at + 1]);
    const signature = await signWith(key, receiptsStatement({ org: over.org ?? org, generation: 'g', places }));
    const part = encodeSignedReceipts({ endpoint: sign.publicKey, generation: 'g', places, signature });
    return packCourier(primitives, { org, holds: 'receipts', parts: [part] });
  };
};

const aPhoneThatWrote = async (notes: readonly string[]) => {
  const tab = await (await aPhone()).tab();
  for (const note of notes) must(await tab.notebook.write(aContact(tab, note)));
  const ids = (await tab.db.entries.orderBy('n').toArray()).map(({ id }) => id);
  return { tab, courier: courierOf(tab), ids };
};

describe('handing on', () => {
  test('takes all that waits and leaves it where it is', async () => {
    const { tab, courier, ids } = await aPhoneThatWrote(['one', 'two']);
    const before = await everything(tab);
    const { files, left } = must(await courier.packWaiting('file'));
    expect([files.map(({ entries }) => entries), left]).toEqual([[3], 0]);
    expect(await everything(tab)).toEqual(before);
    expect(await looks(courier)).toEqual({ own: 3, carried: 0, receipts: 0, refused: 0 });
    expect(ids).toHaveLength(3);
  });

  test('works while the notebook is locked', async () => {
    const { tab, courier } = await aPhoneThatWrote(['one']);
    tab.vault.close();
    expect(must(await courier.packWaiting('file')).files).toHaveLength(1);
  });

  test('cuts what is too much for one series of codes into several, and says what fits into none', async () => {
    const { tab, courier } = await aPhoneThatWrote([]);
    const noise = (bytes: number) => Buffer.from(randomBytes(bytes)).toString('base64');
    const write = (size: number) =>
      tab.notebook.write({ kind: 'x', record: tab.notebook.newId(), says: { noise: noise(size) }, audience: office });
    for (const size of [25_000, 25_000, 62_000, 25_000, 10]) must(await write(size));
    const { files, left } = must(await courier.packWaiting('codes'));
    expect(files.reduce((sum, { entries }) => sum + entries, 0) + left).toBe(6);
    expect([left, files.length]).toEqual([1, 2]);
    for (const { bytes } of files) expect(bytes.length).toBeLessThanOrEqual(maxSeriesBytes);
    expect(must(await courier.packWaiting('file')).left).toBe(0);
  });

  test('leaves out what the office set aside', async () => {
    const { tab, courier } = await aPhoneThatWrote(['one', 'two']);
    const outbox = await outboxOf(tab);
    const { ns } = must(await outbox.nextBatch(500));
    await tab.db.outbox.update(ns[2] as number, { setAside: 'fork' });
    expect(must(await courier.packWaiting('file')).files[0]?.entries).toBe(2);
  });

  test('of nothing is no file', async () => {
    const { courier } = await aPhoneThatWrote([]);
    expect([must(await courier.packWaiting('file')), must(await courier.packReceipts('codes'))]).toEqual([
      { files: [], left: 0 },
      { files: [], left: 0 },
    ]);
  });
});

describe('taking in entries', () => {
  test('of a device that the roster here does not know yet keeps them to be tried, and shows none', async () => {
    const { tab, courier } = await aPhoneThatWrote([]);
    const taken = must(await courier.takeIn(await fileOf(orgOf(tab), strangersBatch(orgOf(tab)))));
    expect(taken).toEqual({ is: 'entries', entries: 2, fresh: 2, unproven: 0, readHere: true });
    expect(await looks(courier)).toMatchObject({ carried: 2 });
    expect(await tab.db.entries.count()).toBe(0);
  });

  test('twice, also differently cut, changes nothing the second time', async () => {
    const { tab, courier } = await aPhoneThatWrote([]);
    const [one, other] = [strangersBatch(orgOf(tab), 3), strangersBatch(orgOf(tab))];
    const both = await fileOf(orgOf(tab), one, other, one);
    expect(must(await courier.takeIn(both))).toMatchObject({ entries: 5, fresh: 5 });
    const before = await everything(tab);
    expect(must(await courier.takeIn(both))).toMatchObject({ entries: 5, fresh: 0 });
    expect(must(await courier.takeIn(courier.spell(await fileOf(orgOf(tab), other))))).toMatchObject({ entries: 2, fresh: 0 });
    const batch = must(parseCarried(one));
    const [run] = batch.runs;
    if (!run) throw new Error('no run');
    const shorter = encodeCarried({
      ...batch,
      runs: [[...run.slice(0, 8), run[8].slice(0, 2)] as typeof run],
      proofs: [[1, randomBytes(64)]],
    });
    expect(must(await courier.takeIn(await fileOf(orgOf(tab), shorter)))).toMatchObject({ entries: 2, fresh: 0 });
    expect(await everything(tab)).toEqual(before);
  });

  test('in two tabs at once keeps each batch once', async () => {
    const phone = await aPhone();
    const [one, other] = [await phone.tab(), await phone.tab()];
    const file = await fileOf(orgOf(one), strangersBatch(orgOf(one)));
    await Promise.all([courierOf(one).takeIn(file), courierOf(other).takeIn(file)]);
    expect(await one.db.carried.count()).toBe(1);
  });

  test('that this device wrote itself brings nothing', async () => {
    const { tab, courier } = await aPhoneThatWrote(['one']);
    const { files } = must(await courier.packWaiting('file'));
    const before = await everything(tab);
    expect(must(await courier.takeIn(files[0]?.bytes ?? randomBytes(1)))).toMatchObject({ entries: 2, fresh: 0 });
    expect(await everything(tab)).toEqual(before);
  });

  test('that a known device did not sign is refused, and what else is in the file is kept', async () => {
    const { tab, courier } = await aPhoneThatWrote([]);
    const { org, device } = tab.vault.contents();
    const forged = numbered(anEntry({ org, device }));
    const signedByNobody = encodeCarried({ runs: packRuns([forged]), proofs: [[0, randomBytes(64)]] });
    const linkedByAnother = encodeCarried({
      runs: packRuns([forged, numbered(anEntry({ org, device: randomBytes(16), sequence: 2, previous: forged.id }))]),
      proofs: [[1, randomBytes(64)]],
    });
    const foreign = strangersBatch(randomBytes(16));
    for (const bad of [signedByNobody, linkedByAnother, foreign, randomBytes(40)])
      expect(await courier.takeIn(await fileOf(org, bad))).toEqual({ ok: false, failure: { type: 'unproven' } });
    expect(await tab.db.carried.count()).toBe(0);
    expect(must(await courier.takeIn(await fileOf(org, signedByNobody, strangersBatch(org))))).toMatchObject({ entries: 2, unproven: 1 });
    expect(await tab.db.carried.count()).toBe(1);
  });

  test('of another organisation is refused', async () => {
    const { tab, courier } = await aPhoneThatWrote([]);
    const theirs = randomBytes(16);
    expect(await courier.takeIn(await fileOf(theirs, strangersBatch(theirs)))).toEqual({
      ok: false,
      failure: { type: 'other-organisation' },
    });
    expect(await tab.db.carried.count()).toBe(0);
  });

  test('that the disk has no room for changes nothing, and goes in later', async () => {
    const { tab, courier } = await aPhoneThatWrote([]);
    const file = await fileOf(orgOf(tab), ...Array.from({ length: 3 }, () => strangersBatch(orgOf(tab))));
    const before = await everything(tab);
    tab.fillUpAfter(0);
    expect(await courier.takeIn(file)).toEqual({ ok: false, failure: { type: 'storage-full' } });
    tab.fillUpAfter(null);
    expect(await everything(tab)).toEqual(before);
    must(await courier.takeIn(file));
    expect(await tab.db.carried.count()).toBe(3);
  });
});

describe('a receipt that comes back', () => {
  test('settles what waited, is kept, and each entry is offered once more when there is a connection', async () => {
    const { tab, courier, ids } = await aPhoneThatWrote(['one', 'two']);
    const sign = await anEndpoint(tab);
    const file = await sign(ids.slice(0, 2));
    expect(must(await courier.takeIn(file))).toEqual({ is: 'receipts', receipts: 2, settled: 2, forOthers: 0 });
    await tab.notebook.catchUp();
    expect(tab.notebook.delivery()).toMatchObject({ waiting: 1, delivered: 2 });
    expect([await tab.db.receipts.count(), await tab.db.offers.count()]).toEqual([1, 2]);
    const before = await everything(tab);
    expect(must(await courier.takeIn(courier.spell(file)))).toMatchObject({ settled: 0, forOthers: 0 });
    expect(await everything(tab)).toEqual(before);
  });

  test('for what somebody else wrote is passed over', async () => {
    const { tab, courier } = await aPhoneThatWrote(['one']);
    const sign = await anEndpoint(tab);
    const before = await everything(tab);
    expect(must(await courier.takeIn(await sign([toHex(randomBytes(32))])))).toMatchObject({ receipts: 1, settled: 0, forOthers: 0 });
    expect(await everything(tab)).toEqual(before);
  });

  test('under another key, of another organisation or changed settles nothing', async () => {
    const { tab, courier, ids } = await aPhoneThatWrote(['one']);
    const stranger = await anEndpoint(tab);
    const theirs = await stranger(ids);
    const sign = await anEndpoint(tab);
    const otherOrg = await sign(ids, { org: randomBytes(16) });
    const right = must(await openCourier(primitives, await sign(ids))).parts[0] as Bytes;
    const changed = right.slice();
    changed[changed.length - 1] = (changed[changed.length - 1] as number) ^ 1;
    const before = await everything(tab);
    for (const file of [theirs, otherOrg, await packCourier(primitives, { org: orgOf(tab), holds: 'receipts', parts: [changed] })])
      expect(await courier.takeIn(file)).toEqual({ ok: false, failure: { type: 'unknown-endpoint' } });
    expect(await everything(tab)).toEqual(before);
  });

  test('on a phone that never spoke with the endpoint proves nothing', async () => {
    const { tab, courier, ids } = await aPhoneThatWrote(['one']);
    const sign = await anEndpoint(tab);
    await tab.db.state.delete('endpoint');
    expect(await courier.takeIn(await sign(ids))).toEqual({ ok: false, failure: { type: 'unknown-endpoint' } });
    expect(await tab.db.outbox.count()).toBe(2);
  });

  test('for what was carried and sent from elsewhere can be passed on to whoever wrote it', async () => {
    const { tab, courier } = await aPhoneThatWrote([]);
    const sign = await anEndpoint(tab);
    const batch = strangersBatch(orgOf(tab));
    must(await courier.takeIn(await fileOf(orgOf(tab), batch)));
    const before = await tab.db.carried.toArray();
    const ids = ((await unpackCarried(batch)) ?? []).map(({ id }) => toHex(id));
    expect(must(await courier.takeIn(await sign(ids.slice(0, 1))))).toMatchObject({ settled: 0, forOthers: 0 });
    expect(await tab.db.carried.toArray()).toEqual(before);
    expect(must(await courier.takeIn(await sign(ids)))).toMatchObject({ settled: 0, forOthers: 2 });
    expect(await looks(courier)).toEqual({ own: 0, carried: 0, receipts: 2, refused: 0 });
    expect(must(await courier.packReceipts('codes')).files).toHaveLength(1);
    expect(must(await courier.packWaiting('file')).files).toHaveLength(0);
  });

  test.each([0, 1, 2, 3, 4])('that cannot be kept at write %i settles nothing, and settles all later', async (write) => {
    const { tab, courier, ids } = await aPhoneThatWrote(['one']);
    const file = await (await anEndpoint(tab))(ids);
    const before = await everything(tab);
    tab.fillUpAfter(write);
    const refused = await courier.takeIn(file);
    tab.fillUpAfter(null);
    if (refused.ok) return expect(write).toBeGreaterThan(3);
    expect(refused.failure.type).toBe('storage-full');
    expect(await everything(tab)).toEqual(before);
    expect(must(await courier.takeIn(file))).toMatchObject({ settled: 2 });
  });
});
