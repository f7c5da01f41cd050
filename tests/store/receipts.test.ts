/** The endpoint's signed word, as a device takes it: its own key, its own entries, and nothing settles by anything less. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { SyncAnswer } from '../../src/protocol/exchange.ts';
import { readState } from '../../src/store/database.ts';
import type { Taken } from '../../src/store/outbox.ts';
import { receiptsHeld } from '../../src/store/receipts.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { anEndpoint, keptAs, quiet } from '../support/answers.ts';
import { aContact, aPhone, must, outboxOf } from '../support/phone.ts';

const office = anEndpoint();
const stranger = anEndpoint();

const withOneWaiting = async (by = office) => {
  const tab = await (await aPhone()).tab();
  const outbox = await outboxOf(tab);
  must(await tab.notebook.write(aContact(tab, 'the first')));
  const first = must(await outbox.nextBatch(500));
  must(await outbox.settle(first, answerOf(first, by)));
  must(await tab.notebook.write(aContact(tab, 'the second')));
  const taken = must(await outbox.nextBatch(500));
  return { tab, outbox, taken };
};
const answerOf = ({ batch, ids }: Taken, by = office, changes: Partial<SyncAnswer> = {}): SyncAnswer =>
  by.signed(batch, { ...quiet, receipts: keptAs(ids.length), ...changes });

describe('settles nothing and is told as not our server', () => {
  const wrong: readonly (readonly [string, (taken: Taken) => SyncAnswer])[] = [
    ['a signature of noise', (taken) => ({ ...answerOf(taken), signature: randomBytes(64) })],
    ['a place changed after signing', (taken) => ({ ...answerOf(taken), receipts: [{ is: 'kept', place: 77 }] })],
    ['a generation changed after signing', (taken) => ({ ...answerOf(taken), generation: 'another' })],
    [
      'a receipt made better after signing',
      (taken) => ({ ...answerOf(taken, office, { receipts: [{ is: 'set-aside', reason: 'unproven' }] }), receipts: keptAs(1) }),
    ],
    ['the word of another key', (taken) => answerOf(taken, stranger)],
    ['our key named and another one used', (taken) => ({ ...answerOf(taken, stranger), endpoint: answerOf(taken).endpoint })],
    [
      'another key, though nothing was signed for',
      (taken) => answerOf(taken, stranger, { receipts: [{ is: 'set-aside', reason: 'unproven' }] }),
    ],
  ];
  test.each(wrong)('%s', async (_, answer) => {
    const { tab, outbox, taken } = await withOneWaiting();
    const before = [await tab.db.outbox.toArray(), await tab.db.state.toArray(), await tab.db.receipts.toArray()];
    expect(await outbox.settle(taken, answer(taken))).toEqual({ ok: false, failure: { type: 'not-our-server' } });
    expect([await tab.db.outbox.toArray(), await tab.db.state.toArray(), await tab.db.receipts.toArray()]).toEqual(before);
    must(await outbox.settle(taken, answerOf(taken)));
    expect(await tab.db.outbox.count()).toBe(0);
  });
});

test('the key is learnt from the first answer, and held to; what was signed is kept', async () => {
  const tab = await (await aPhone()).tab();
  const outbox = await outboxOf(tab);
  const quietly = must(await outbox.nextBatch(500));
  must(await outbox.settle(quietly, answerOf(quietly)));
  expect([await readState(tab.db, 'endpoint'), await receiptsHeld(tab.db)]).toEqual([{ key: answerOf(quietly).endpoint }, []]);
  must(await tab.notebook.write(aContact(tab, 'the first')));
  const taken = must(await outbox.nextBatch(500));
  const answer = answerOf(taken);
  must(await outbox.settle(taken, answer));
  expect(await readState(tab.db, 'endpoint')).toEqual({ key: answer.endpoint });
  expect((await receiptsHeld(tab.db)).map(({ place, generation }) => [place, generation])).toEqual([
    [1, 'g'],
    [2, 'g'],
  ]);
});

test.each<[string, Partial<SyncAnswer>]>([
  ['that says itself that another history has begun', { history: 'other' }],
  ['of a database restored under another generation', { generation: 'restored' }],
])('another key is learnt with the answer %s; what the first one signed is kept', async (_, changes) => {
  const { tab, outbox, taken } = await withOneWaiting();
  const answer = answerOf(taken, stranger, changes);
  must(await outbox.settle(taken, answer));
  expect(await readState(tab.db, 'endpoint')).toEqual({ key: answer.endpoint });
  expect((await tab.db.receipts.toArray()).map(({ endpoint }) => endpoint)).toEqual([answerOf(taken).endpoint, answer.endpoint]);
});
