import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { office } from '../../src/domain/entry.ts';
import { encodeSyncBatch, type SyncAnswer } from '../../src/protocol/exchange.ts';
import { maxBatchBytes } from '../../src/protocol/numbers.ts';
import { packRuns, unpackRuns } from '../../src/protocol/runs.ts';
import { headStatement } from '../../src/protocol/sealedEntry.ts';
import { readState } from '../../src/store/database.ts';
import { admissionLink } from '../../src/store/enrolment.ts';
import type { Taken } from '../../src/store/outbox.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { keptAs, quiet, signed } from '../support/answers.ts';
import { anEntry, numbered } from '../support/entries.ts';
import { aMember } from '../support/keys.ts';
import { aContact, aPhone, must, outboxOf, type Tab } from '../support/phone.ts';

const answerTo = ({ batch, ids }: Taken, changes: Partial<SyncAnswer> = {}): SyncAnswer =>
  signed(batch, { ...quiet, receipts: keptAs(ids.length), ...changes });

/** A row of another device's entries, as a page brings it. */
const pageOf = (count: number, from = 1): SyncAnswer['page'] => {
  const row = [numbered(anEntry())];
  for (let at = 1; at < count; at += 1) row.push(numbered(anEntry({ sequence: at + 1, previous: row[at - 1]?.id ?? randomBytes(32) })));
  return { from, items: packRuns(row), more: false, proofs: [] };
};

/** Everything that a settled exchange may change. */
const stateOf = async ({ db }: Tab) => [
  await db.entries.toArray(),
  await db.outbox.toArray(),
  await db.state.get('cursor'),
  await db.state.get('roster'),
];

describe('a batch', () => {
  const saves = fc.array(
    fc.oneof(
      fc.constant({ count: 1, size: 0 }),
      fc.record({ count: fc.integer({ min: 1, max: 120 }), size: fc.constant(0) }),
      fc.record({ count: fc.integer({ min: 1, max: 3 }), size: fc.integer({ min: 1, max: 60_000 }) }),
    ),
    { minLength: 1, maxLength: 5 },
  );

  test('always ends at a proven entry, whatever was saved singly or in bulk, and everything goes', async () => {
    await fc.assert(
      fc.asyncProperty(saves, fc.constantFrom(1, 7, 31, 62, 125, 250, 500), async (mix, limit) => {
        const tab = await (await aPhone()).tab();
        for (const { count, size } of mix) {
          const noise = size === 0 ? '' : Buffer.from(randomBytes(size)).toString('base64');
          must(
            await tab.notebook.writeTogether(
              Array.from({ length: count }, () => ({ kind: 'x', record: tab.notebook.newId(), says: { noise }, audience: office })),
            ),
          );
        }
        await everythingGoes(tab, limit);
      }),
      { numRuns: 6 },
    );
  }, 90_000);

  test('of the smallest entries in one large import is never too long to prove', async () => {
    const tab = await (await aPhone()).tab();
    must(
      await tab.notebook.writeTogether(
        Array.from({ length: 1100 }, () => ({ kind: 'x', record: tab.notebook.newId(), says: {}, audience: office })),
      ),
    );
    const outbox = await outboxOf(tab);
    expect(must(await outbox.nextBatch(500)).ns).toHaveLength(500);
    await everythingGoes(tab, 500);
  }, 60_000);

  const everythingGoes = async (tab: Tab, limit: number) => {
    const outbox = await outboxOf(tab);
    const { org, device, sign } = tab.vault.contents();
    for (let left = await tab.db.outbox.count(); left > 0; ) {
      const taken = must(await outbox.nextBatch(limit));
      expect(taken.ns.length).toBeGreaterThan(0);
      expect(encodeSyncBatch(taken.batch).length).toBeLessThanOrEqual(maxBatchBytes);
      const entries = must(await unpackRuns(primitives, taken.batch.runs, 500));
      const [index, signature] = taken.batch.proofs[0] ?? [-1, randomBytes(64)];
      const last = entries[entries.length - 1];
      if (!last) throw new Error('an empty batch');
      expect([index, entries.length]).toEqual([taken.ns.length - 1, taken.ns.length]);
      expect(
        await primitives.verify(
          sign.publicKey,
          signature,
          headStatement({ org, device, sequence: last.entry.header.sequence, id: last.id }),
        ),
      ).toBe(true);
      must(await outbox.settle(taken, answerTo(taken)));
      left -= taken.ns.length;
      expect(await outbox.waiting()).toBe(left);
    }
  };

  test('takes one entry when one was saved, and no other when the endpoint wants fewer', async () => {
    const tab = await (await aPhone()).tab();
    for (const note of ['one', 'two', 'three']) must(await tab.notebook.write(aContact(tab, note)));
    const outbox = await outboxOf(tab);
    expect(must(await outbox.nextBatch(500)).ns).toHaveLength(4);
    expect(must(await outbox.nextBatch(3)).ns).toHaveLength(3);
    expect(must(await outbox.nextBatch(1)).ns).toHaveLength(2);
  });

  test('is not held up by a row that cannot be read: it is set aside and stays', async () => {
    const tab = await (await aPhone()).tab();
    for (const note of ['one', 'two', 'three']) must(await tab.notebook.write(aContact(tab, note)));
    const rows = await tab.db.entries.orderBy('n').toArray();
    await tab.db.entries.update(rows[2]?.n as number, { bytes: new Uint8Array([1]) });
    const outbox = await outboxOf(tab);
    const taken = must(await outbox.nextBatch(500));
    expect(taken.ns).toHaveLength(3);
    expect(must(await unpackRuns(primitives, taken.batch.runs, 500))).toHaveLength(3);
    must(await outbox.settle(taken, answerTo(taken)));
    // The notebook may have written by now what it tells the office of that, so only what was there is looked at.
    const four = await tab.db.outbox.bulkGet(rows.flatMap(({ n }) => n ?? []));
    expect(four.flatMap((row) => (row ? [row.setAside] : []))).toEqual(['malformed']);
    await tab.notebook.catchUp();
    expect(tab.notebook.delivery().setAside.map(({ reason }) => reason)).toEqual(['malformed']);
  });
});

describe('settling', () => {
  test('takes what was kept or had from the outbox, and leaves what was set aside with its reason', async () => {
    const tab = await (await aPhone()).tab();
    const contacts = ['one', 'two'].map((note) => aContact(tab, note));
    for (const contact of contacts) must(await tab.notebook.write(contact));
    const outbox = await outboxOf(tab);
    const taken = must(await outbox.nextBatch(500));
    must(
      await outbox.settle(
        taken,
        answerTo(taken, {
          receipts: [
            { is: 'kept', place: 1 },
            { is: 'set-aside', reason: 'fork' },
            { is: 'had', place: 2 },
          ],
        }),
      ),
    );
    expect(await outbox.waiting()).toBe(0);
    for (let tries = 0; tries < 50 && tab.notebook.delivery().setAside.length === 0; tries += 1)
      await new Promise((done) => setTimeout(done, 10));
    expect(tab.notebook.delivery()).toMatchObject({
      waiting: 0,
      delivered: 2,
      setAside: [{ record: contacts[0]?.record, reason: 'fork' }],
    });
    expect(tab.notebook.standingOf(contacts[0]?.record ?? '')).toBe('on-this-phone');
    expect(tab.notebook.standingOf(contacts[1]?.record ?? '')).toBe('at-the-office');
    expect(must(await outbox.nextBatch(500)).ns).toEqual([]);
  });

  test('shows at once what was set aside, also when nothing else happened', async () => {
    const tab = await (await aPhone()).tab();
    must(await tab.notebook.write(aContact(tab, 'one')));
    const outbox = await outboxOf(tab);
    const taken = must(await outbox.nextBatch(500));
    must(await outbox.settle(taken, answerTo(taken, { receipts: taken.ns.map(() => ({ is: 'set-aside', reason: 'unproven' })) })));
    for (let tries = 0; tries < 50 && tab.notebook.delivery().setAside.length === 0; tries += 1)
      await new Promise((done) => setTimeout(done, 10));
    expect(tab.notebook.delivery().setAside).toHaveLength(2);
  });

  test.each([0, 1, 2, 3])('that fails at write %i changes nothing at all, and goes through the next time', async (write) => {
    const tab = await (await aPhone()).tab();
    must(await tab.notebook.write(aContact(tab, 'one')));
    const link = await aLink(tab);
    const outbox = await outboxOf(tab);
    const taken = must(await outbox.nextBatch(500));
    const answer = answerTo(taken, { page: pageOf(3), roster: [link] });
    const before = await stateOf(tab);
    tab.fillUpAfter(write);
    expect(await outbox.settle(taken, answer)).toEqual({ ok: false, failure: { type: 'storage-full' } });
    tab.fillUpAfter(null);
    expect(await stateOf(tab)).toEqual(before);
    must(await outbox.settle(taken, answer));
    expect(await tab.db.entries.count()).toBe(5);
    expect(await readState(tab.db, 'cursor')).toEqual({ generation: 'g', seenUpTo: 3 });
    expect(must(await outbox.nextBatch(500)).batch).toMatchObject({ generation: 'g', seenUpTo: 3, rosterLinks: 2 });
  });

  test('a page that comes twice, or half again, doubles nothing', async () => {
    const tab = await (await aPhone()).tab();
    const outbox = await outboxOf(tab);
    const page = pageOf(5);
    const longer = { ...pageOf(1), items: [...page.items, ...packRuns([numbered(anEntry({ sequence: 77 }))])] };
    for (const one of [page, page, longer]) {
      const nothing = must(await outbox.nextBatch(500));
      must(await outbox.settle(nothing, answerTo(nothing, { page: one })));
    }
    expect(await tab.db.entries.count()).toBe(6);
    expect(new Set((await tab.db.entries.toArray()).map(({ id }) => id)).size).toBe(6);
    expect(await readState(tab.db, 'cursor')).toEqual({ generation: 'g', seenUpTo: 6 });
  });

  test('an answer that a sleeping tab held in its hands while another went on moves the cursor back by nothing', async () => {
    const tab = await (await aPhone()).tab();
    const outbox = await outboxOf(tab);
    const old = must(await outbox.nextBatch(500));
    const awake = must(await outbox.nextBatch(500));
    must(await outbox.settle(awake, answerTo(awake, { page: pageOf(5) })));
    const after = await stateOf(tab);
    must(await outbox.settle(old, answerTo(old, { page: { ...pageOf(2), more: true } })));
    expect(await readState(tab.db, 'cursor')).toMatchObject({ seenUpTo: 5 });
    expect(await stateOf(tab)).toEqual(after);
  });

  test('the ids of own entries move the cursor and bring nothing', async () => {
    const tab = await (await aPhone()).tab();
    const outbox = await outboxOf(tab);
    const nothing = must(await outbox.nextBatch(500));
    must(
      await outbox.settle(
        nothing,
        answerTo(nothing, { page: { from: 11, items: [{ own: [randomBytes(32), randomBytes(32)] }], more: false, proofs: [] } }),
      ),
    );
    expect(await readState(tab.db, 'cursor')).toEqual({ generation: 'g', seenUpTo: 12 });
    expect(await tab.db.entries.count()).toBe(0);
  });

  test('an empty page leaves the cursor where the endpoint says', async () => {
    const tab = await (await aPhone()).tab();
    const outbox = await outboxOf(tab);
    for (const [from, seenUpTo] of [
      [8, 7],
      [1, 0],
      [0, 0],
    ]) {
      const nothing = must(await outbox.nextBatch(500));
      must(await outbox.settle(nothing, answerTo(nothing, { page: { from: from as number, items: [], more: false, proofs: [] } })));
      expect(await readState(tab.db, 'cursor')).toEqual({ generation: 'g', seenUpTo });
    }
  });
});

const aLink = async ({ vault, notebook }: Tab) => {
  const { person, device, keys } = await aMember();
  return admissionLink({ vault, seconds: () => 1_772_000_100 }, notebook.roster(), randomBytes(16), 'worker', {
    person,
    device,
    name: 'Thuy',
    keys,
  });
};

describe('the roster', () => {
  test('grows by links that follow, and not by one that does not', async () => {
    const tab = await (await aPhone()).tab();
    const outbox = await outboxOf(tab);
    const nothing = must(await outbox.nextBatch(500));
    const [link, rival] = [await aLink(tab), await aLink(tab)];
    must(await outbox.settle(nothing, answerTo(nothing, { roster: [link, rival, link] })));
    await tab.notebook.catchUp();
    expect(tab.notebook.roster().links).toBe(2);
    for (const wrong of [[rival], [randomBytes(50)], [link]]) must(await outbox.settle(nothing, answerTo(nothing, { roster: wrong })));
    expect((await readState(tab.db, 'roster'))?.links).toHaveLength(2);
    expect((await aPhone()) && tab.notebook.roster().devices.size).toBe(2);
  });

  test('is not written twice when two tabs got the same answer', async () => {
    const phone = await aPhone();
    const [one, other] = [await phone.tab(), await phone.tab()];
    const [here, there] = [await outboxOf(one), await outboxOf(other)];
    const [a, b] = [must(await here.nextBatch(500)), must(await there.nextBatch(500))];
    const link = await aLink(one);
    await Promise.all([here.settle(a, answerTo(a, { roster: [link] })), there.settle(b, answerTo(b, { roster: [link] }))]);
    expect((await readState(one.db, 'roster'))?.links).toHaveLength(2);
    expect((await phone.tab()).notebook.roster().links).toBe(2);
  });
});
