import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/domain/result.ts';
import { encodeSyncAnswer, type SyncAnswer } from '../../src/protocol/exchange.ts';
import { packRuns } from '../../src/protocol/runs.ts';
import type { ExchangeAllDeps } from '../../src/sync/exchange.ts';
import { exchangeOnce } from '../../src/sync/exchangeOnce.ts';
import { createPost } from '../../src/sync/post.ts';
import type { PostInSession } from '../../src/sync/session.ts';
import { keepsUpTo, keptAll, keptAs, quiet, refusal, signed, signInPage } from '../support/answers.ts';
import { anEntry, numbered } from '../support/entries.ts';
import { exchangeOver, withContacts } from '../support/exchangeOver.ts';
import { aContact, must, outboxOf, type Tab } from '../support/phone.ts';

/** An answer that says `kept` so often, whatever was sent. */
const withReceipts = (count: number, changes: Partial<SyncAnswer> = {}) =>
  encodeSyncAnswer(signed(new Uint8Array(), { ...quiet, receipts: keptAs(count), ...changes }));

const stateOf = async ({ db }: Tab) => [
  await db.outbox.toArray(),
  await db.entries.count(),
  await db.state.get('cursor'),
  await db.state.get('roster'),
];

describe('a batch that the endpoint finds too large', () => {
  test('is halved until it fits, and all of it goes', async () => {
    const tab = await withContacts(300);
    const sizes: number[] = [];
    const { exchange } = await exchangeOver(tab, keepsUpTo(120, sizes));
    await exchange.now();
    expect(exchange.view()).toMatchObject({ waiting: 0, failure: null, reached: true });
    expect(Math.max(...sizes.slice(2))).toBeLessThanOrEqual(301);
    expect(sizes.filter((size) => size <= 120).reduce((sum, size) => sum + size, 0)).toBe(301);
  });

  test('even as a single entry is told, after a handful of tries', async () => {
    const tab = await withContacts(3);
    const sizes: number[] = [];
    const outbox = await outboxOf(tab);
    expect(await exchangeOnce({ outbox, post: keepsUpTo(0, sizes) })).toEqual({
      ok: false,
      failure: { type: 'refused', code: 'too-large', waitSeconds: null },
    });
    expect(sizes.length).toBeLessThanOrEqual(10);
    expect(await outbox.waiting()).toBe(4);
  });
});

describe('somebody else answers, and nothing on the phone changes', () => {
  const portals: readonly (readonly [string, () => Response])[] = [
    ['a sign-in page', signInPage],
    ['a redirect', () => new Response(null, { status: 302, headers: { Location: '/login' } })],
    ['an answer with a receipt too few', () => new Response(withReceipts(3), { headers: { 'Content-Type': 'application/cbor' } })],
    ['an answer with a receipt too many', () => new Response(withReceipts(5), { headers: { 'Content-Type': 'application/cbor' } })],
    [
      'a page longer than pages are',
      () =>
        new Response(
          withReceipts(4, {
            page: {
              from: 1,
              items: packRuns([numbered(anEntry())]).map((run) => [
                run[0],
                run[1],
                run[2],
                run[3],
                run[4],
                run[5],
                run[6],
                run[7],
                Array.from({ length: 1001 }, () => new Uint8Array(1)),
              ]),
              more: true,
              proofs: [],
            },
          }),
          { headers: { 'Content-Type': 'application/cbor' } },
        ),
    ],
  ];
  test.each(portals)('%s', async (_, answer) => {
    const tab = await withContacts(3);
    const before = await stateOf(tab);
    const { exchange } = await exchangeOver(tab, createPost({ fetch: async () => answer(), origin: 'https://office.test' }));
    await exchange.now();
    expect(exchange.view()).toMatchObject({ busy: false, waiting: 4, reached: false, failure: { type: 'not-our-server' } });
    expect(await stateOf(tab)).toEqual(before);
  });
});

test('a refusal changes nothing, is told with its wait, and does not say that the office was not reached', async () => {
  const tab = await withContacts(3);
  const before = await stateOf(tab);
  let busy = false;
  const post = createPost({
    fetch: async (_, init) =>
      busy
        ? refusal('too-many', { 'Retry-After': '40' })
        : new Response(keptAll(init?.body as Uint8Array<ArrayBuffer>), { headers: { 'Content-Type': 'application/cbor' } }),
    origin: 'https://office.test',
  });
  const { exchange } = await exchangeOver(tab, post);
  busy = true;
  await exchange.now();
  expect(exchange.view()).toMatchObject({ waiting: 4, reached: null, failure: { type: 'refused', code: 'too-many', waitSeconds: 40 } });
  expect(await stateOf(tab)).toEqual(before);
  busy = false;
  await exchange.now();
  expect(exchange.view()).toMatchObject({ waiting: 0, reached: true, failure: null, lastReachedAt: '2026-03-02T09:00:00-06:00' });
});

test('a phone that belongs nowhere yet is no failure to show', async () => {
  const { exchange } = await exchangeOver(await withContacts(1), async () => failed({ type: 'no-device' }));
  await exchange.now();
  expect(exchange.view()).toMatchObject({ busy: false, reached: null, failure: null });
});

describe('one exchange at a time', () => {
  const gated = () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((done) => {
      open = done;
    });
    return { gate, open: () => open() };
  };

  test('what is saved while one is running goes with the one that follows it', async () => {
    const tab = await withContacts(2);
    const { gate, open } = gated();
    const sizes: number[] = [];
    const { exchange, views } = await exchangeOver(tab, async (path, body) => {
      await gate;
      return keepsUpTo(500, sizes)(path, body);
    });
    const first = exchange.now();
    const [second, third] = [exchange.now(), exchange.now()];
    for (let tries = 0; !views.some(({ busy }) => busy) && tries < 50; tries += 1) await new Promise(setImmediate);
    must(await tab.notebook.write(aContact(tab, 'meanwhile')));
    open();
    await Promise.all([first, second, third]);
    expect(exchange.view()).toMatchObject({ busy: false, waiting: 0 });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4);
    expect(sizes.length).toBeLessThanOrEqual(6);
  });

  test('and in one tab only: the other waits for its next turn and counts what is left', async () => {
    const tab = await withContacts(2);
    const { gate, open } = gated();
    let held = false;
    const alone: ExchangeAllDeps['alone'] = async (work) => {
      if (held) return null;
      held = true;
      try {
        return await work();
      } finally {
        held = false;
      }
    };
    let [running, most] = [0, 0];
    const post: PostInSession = async (path, body) => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
      return keepsUpTo(500)(path, body);
    };
    const [one, other] = [await exchangeOver(tab, post, { alone }), await exchangeOver(tab, post, { alone })];
    const first = one.exchange.now();
    await other.exchange.now();
    expect(other.exchange.view()).toMatchObject({ busy: false, waiting: 3, reached: null, failure: null });
    open();
    await first;
    expect(most).toBe(1);
    await other.exchange.now();
    expect(other.exchange.view()).toMatchObject({ waiting: 0, reached: true });
  });
});

test('a tab that was taken for asleep ends with what it had begun, begins no more and calls it no failure', async () => {
  const tab = await withContacts(1100);
  const sizes: number[] = [];
  const { exchange } = await exchangeOver(tab, keepsUpTo(500, sizes), { alone: (work) => work(() => sizes.length > 0) });
  await exchange.now();
  expect(sizes).toEqual([500]);
  expect(exchange.view()).toMatchObject({ busy: false, waiting: 601, failure: null, progress: null });
});

test('a founding that the endpoint has not heard goes before anything else', async () => {
  const tab = await withContacts(1);
  const sizes: number[] = [];
  let told = false;
  const { exchange } = await exchangeOver(tab, keepsUpTo(500, sizes), {
    first: async () => (told ? ok(undefined) : failed({ type: 'no-connection' })),
  });
  await exchange.now();
  expect([sizes, exchange.view().failure]).toEqual([[], { type: 'no-connection' }]);
  told = true;
  await exchange.now();
  expect(exchange.view()).toMatchObject({ waiting: 0, failure: null });
});

test('a database that stops answering ends the try and not the exchanging', async () => {
  const tab = await withContacts(2);
  const { exchange } = await exchangeOver(tab, keepsUpTo(500));
  tab.db.close({ disableAutoOpen: true });
  await exchange.now();
  expect(exchange.view()).toMatchObject({ busy: false, failure: { type: 'storage-failed' } });
  await tab.db.open();
  await exchange.now();
  expect(exchange.view()).toMatchObject({ busy: false, waiting: 0, failure: null });
});

test('a full disk while settling is told, and the same entries go again', async () => {
  const tab = await withContacts(2);
  const { exchange } = await exchangeOver(tab, keepsUpTo(500));
  tab.fillUpAfter(0);
  await exchange.now();
  expect(exchange.view()).toMatchObject({ waiting: 3, failure: { type: 'storage-full' } });
  await exchange.now();
  expect(exchange.view()).toMatchObject({ waiting: 0, failure: null });
});

test('an endpoint that always promises more and never brings any is left alone', async () => {
  const tab = await withContacts(1);
  let requests = 0;
  const { exchange } = await exchangeOver(tab, async (_, body) => {
    requests += 1;
    return ok(keptAll(body, { page: { from: 1, items: [], more: true, proofs: [] } }));
  });
  await exchange.now();
  expect(requests).toBeLessThanOrEqual(2);
});

test('a long way shows how far it is, a short one does not; who asks to be let in is told every time', async () => {
  const tab = await withContacts(600);
  const asking = [{ invitation: new Uint8Array(16), request: new Uint8Array(3) }];
  const { exchange, views, asked } = await exchangeOver(tab, async (_, body) => ok(keptAll(body, { asking })));
  await exchange.now();
  const shown = views.flatMap(({ progress }) => (progress ? [progress] : []));
  expect(shown[shown.length - 1]).toEqual({ done: 601, of: 601 });
  expect(exchange.view().progress).toBeNull();
  expect(asked.every((requests) => requests.length === 1)).toBe(true);
  const short = await exchangeOver(await withContacts(5), keepsUpTo(500));
  await short.exchange.now();
  expect(short.views.every(({ progress }) => progress === null)).toBe(true);
});
