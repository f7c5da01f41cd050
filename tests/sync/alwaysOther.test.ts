/** An endpoint that says every time that its history is another one: what waits gets through, and the phone does not ask without end. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { office } from '../../src/domain/entry.ts';
import { ok } from '../../src/domain/result.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { parseSyncAnswer } from '../../src/protocol/exchange.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { loadRoster } from '../../src/store/rosterRows.ts';
import { createExchange, type ExchangeView } from '../../src/sync/exchange.ts';
import type { PostInSession } from '../../src/sync/session.ts';
import { aRoad, aTeam } from '../support/road.ts';

const exchangeOver = async (device: Headless, post: PostInSession) => {
  let view: ExchangeView | null = null;
  const exchange = createExchange({
    outbox: createOutbox({ db: device.db, roster: await loadRoster(device.db) }),
    post,
    now: () => '2026-03-02T09:00:00-06:00',
    alone: (work) => work(),
    first: async () => ok(undefined),
    tell: (shown) => {
      view = shown;
    },
    asking: () => undefined,
  });
  await exchange.now();
  return view as ExchangeView | null;
};

test('it is asked a few times and then later, as after a failure; what waits has arrived, and once it is well all is as before', async () => {
  const { office: laptop, field } = await aTeam(await aRoad());
  const says = { person: field.notebook().newId(), day: '2026-03-02', note: 'gets through' };
  field.must(await field.notebook().write({ kind: 'contact', record: field.notebook().newId(), says, audience: office }));
  let asked = 0;
  const confused: PostInSession = async (path, body) => {
    asked += 1;
    if (asked > 40) throw new Error('it asks without end');
    const answer = await field.inSession(path, body);
    const read = answer.ok ? parseSyncAnswer(answer.value) : null;
    return read?.ok ? ok(encodeCbor({ ...read.value, history: 'other' })) : answer;
  };
  const view = await exchangeOver(field, confused);
  expect(view?.failure).toEqual({ type: 'busy', waitSeconds: null });
  expect(asked).toBeLessThan(10);
  await laptop.exchange();
  await laptop.notebook().catchUp();
  expect(laptop.notebook().recordsOf('contact')).toHaveLength(1);
  expect((await exchangeOver(field, field.inSession))?.failure).toBeNull();
  expect(await field.db.outbox.count()).toBe(0);
});
