import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RefusalCode } from '../../src/protocol/refusals.ts';
import type { ExchangeFailure } from '../../src/sync/exchangeOnce.ts';
import { keepPace } from '../../src/sync/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;
const quiet = 30_000;

const noConnection: ExchangeFailure = { type: 'no-connection' };
const refusedWith = (code: RefusalCode, waitSeconds: number | null = null): ExchangeFailure => ({ type: 'refused', code, waitSeconds });

/** A page with a clock that we turn. `fail`: what the next exchanges come to. */
const aPage = ({ random = 1 } = {}) => {
  const page = new EventTarget();
  const sight = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const network = new EventTarget();
  let [tries, failure, drawn]: [number, ExchangeFailure | null, number] = [0, null, random];
  let planned: number | null = null;
  const pace = keepPace({
    exchange: async () => {
      tries += 1;
    },
    failure: () => failure,
    random: () => drawn,
    milliseconds: () => Date.now(),
    planned: (pause) => {
      planned = pause;
    },
    document: sight,
    network,
    window: {
      addEventListener: page.addEventListener.bind(page),
      removeEventListener: page.removeEventListener.bind(page),
      setTimeout: ((work: () => void, pause: number) => Number(setTimeout(work, pause))) as Window['setTimeout'],
      clearTimeout: (timer) => clearTimeout(timer),
    },
  });
  return {
    pace,
    tried: () => tries,
    planned: () => planned,
    pass: async (milliseconds: number) => {
      const before = tries;
      await vi.advanceTimersByTimeAsync(milliseconds);
      return tries - before;
    },
    fail: (one: ExchangeFailure | null) => {
      failure = one;
    },
    draw: (one: number) => {
      drawn = one;
    },
    online: () => page.dispatchEvent(new Event('online')),
    otherNetwork: () => network.dispatchEvent(new Event('change')),
    turnTo: (state: DocumentVisibilityState) => {
      sight.visibilityState = state;
      sight.dispatchEvent(new Event('visibilitychange'));
    },
  };
};

test('it tries when the app is opened, and then quietly twice a minute', async () => {
  const { pass } = aPage();
  expect(await pass(0)).toBe(1);
  expect(await pass(quiet - 1)).toBe(0);
  expect(await pass(1)).toBe(1);
  expect(await pass(10 * minute)).toBe(20);
});

test('what was saved goes a moment later, and the entries of one tap together', async () => {
  const { pass, pace } = aPage();
  await pass(0);
  pace.saved();
  expect(await pass(300)).toBe(0);
  pace.saved();
  expect(await pass(399)).toBe(0);
  expect(await pass(1)).toBe(1);
});

test('a network that appears, and coming back to the app, start a try at once; going away does not', async () => {
  const { pass, online, turnTo } = aPage();
  await pass(0);
  online();
  expect(await pass(0)).toBe(1);
  turnTo('hidden');
  expect(await pass(0)).toBe(0);
  turnTo('visible');
  expect(await pass(0)).toBe(1);
});

const most = [10, 20, 40, 80, 160, 320, 640, 900, 900];

test('after failures the most that is waited doubles up to a quarter of an hour, and one success ends that', async () => {
  const { pass, fail } = aPage();
  fail(noConnection);
  await pass(0);
  for (const seconds of most) {
    expect(await pass(seconds * 1000 - 1)).toBe(0);
    expect(await pass(1)).toBe(1);
  }
  fail(null);
  expect(await pass(15 * minute)).toBe(1);
  expect(await pass(quiet)).toBe(1);
  fail(noConnection);
  expect(await pass(quiet)).toBe(1);
  expect(await pass(10_000)).toBe(1);
});

test('after failures the pause is drawn between nothing and the most: phones that failed together do not come back together', async () => {
  const { pass, fail, draw, planned } = aPage();
  fail(noConnection);
  draw(0.5);
  await pass(0);
  for (const seconds of most) {
    expect(planned()).toBe(seconds * 500);
    expect(await pass(seconds * 500)).toBe(1);
  }
  draw(0.01);
  await pass(450_000);
  expect(planned()).toBe(9000);
});

test('saving, another network or the button do not wait for a pause to be over', async () => {
  const { pass, fail, pace, online, otherNetwork, tried } = aPage();
  fail(noConnection);
  await pass(0);
  await pass(30 * minute);
  pace.saved();
  expect(await pass(400)).toBe(1);
  online();
  expect(await pass(0)).toBe(1);
  otherNetwork();
  expect(await pass(0)).toBe(1);
  const before = tried();
  await pace.now();
  expect(tried() - before).toBe(1);
});

test('what goes well is followed by a pause of its own: nearly the same every time, and not at the same moment', async () => {
  for (const [random, pause] of [
    [0, 15_000],
    [0.5, 22_500],
    [1, quiet],
  ] as const) {
    const { pass, pace } = aPage({ random });
    await pass(0);
    expect(await pass(pause - 1)).toBe(0);
    expect(await pass(1)).toBe(1);
    pace.stop();
  }
});

test('stopped, it tries no more, also when it was in the middle of a try', async () => {
  const { pass, pace, online, otherNetwork, turnTo } = aPage();
  await pass(0);
  void pace.now();
  pace.stop();
  await pass(0);
  online();
  otherNetwork();
  turnTo('visible');
  pace.saved();
  expect(await pass(60 * minute)).toBe(0);
});

describe('an endpoint that asks to be left alone', () => {
  test.each<[string, ExchangeFailure]>([
    ['429', refusedWith('too-many', 300)],
    ['500', refusedWith('internal', 300)],
    ['507', refusedWith('disk-full', 300)],
    ['502, 503 or 504 of a proxy', { type: 'busy', waitSeconds: 300 }],
  ])('with %s is left alone, whatever happens, unless a person presses the button', async (_, failure) => {
    const { pace, pass, fail, draw, online, turnTo } = aPage();
    fail(failure);
    draw(0);
    expect(await pass(0)).toBe(1);
    expect(await pass(200_000)).toBe(0);
    pace.saved();
    online();
    turnTo('visible');
    expect(await pass(99_999)).toBe(0);
    expect(await pass(1)).toBe(1);
    expect(await pass(100_000)).toBe(0);
    await pace.now();
    fail(null);
    expect(await pass(300_000)).toBeGreaterThan(0);
  });

  test('is not asked by all phones in the very second that it named', async () => {
    const { pass, fail, planned } = aPage({ random: 0.5 });
    fail(refusedWith('too-many', 60));
    await pass(0);
    expect(planned()).toBe(65_000);
  });

  test('without saying for how long is tried again as after any failure', async () => {
    const { pass, fail, pace } = aPage();
    fail({ type: 'busy', waitSeconds: null });
    await pass(0);
    pace.saved();
    expect(await pass(400)).toBe(1);
    expect(await pass(20_000)).toBe(1);
  });
});

test.each<RefusalCode>(['malformed', 'wrong-content', 'unknown-protocol', 'foreign-origin', 'login-refused'])(
  'the same question gets the same answer: %s is asked four times an hour, and by the button',
  async (code) => {
    const { pass, fail, pace, online, turnTo, tried } = aPage({ random: 0 });
    fail(refusedWith(code));
    await pass(0);
    for (let times = 0; times < 20; times += 1) {
      pace.saved();
      online();
      turnTo('visible');
      expect(await pass(30_000)).toBe(0);
    }
    expect(await pass(60 * minute)).toBe(4);
    const before = tried();
    await pace.now();
    expect(tried()).toBe(before + 1);
  },
);

test('the button pressed in the middle of a try counts as one failure, not two', async () => {
  const { pass, fail, pace, planned } = aPage();
  fail(noConnection);
  await pass(0);
  await Promise.all([pace.now(), pace.now(), pace.now()]);
  expect(planned()).toBe(20_000);
});
