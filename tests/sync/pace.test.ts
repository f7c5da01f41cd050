import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPace } from '../../src/sync/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;
const quiet = 30_000;

/** A page with a clock that we turn. `fails`: what the next exchanges come to. */
const aPage = ({ random = 1 } = {}) => {
  const page = new EventTarget();
  const sight = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  let [tries, fails, wait] = [0, false, 0];
  const pace = keepPace({
    exchange: async () => {
      tries += 1;
    },
    failed: () => fails,
    askedToWait: () => wait,
    random: () => random,
    document: sight,
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
    after: async (milliseconds: number) => {
      const before = tries;
      await vi.advanceTimersByTimeAsync(milliseconds);
      return tries - before;
    },
    fail: (yes: boolean, seconds = 0) => {
      fails = yes;
      wait = seconds;
    },
    online: () => page.dispatchEvent(new Event('online')),
    turnTo: (state: DocumentVisibilityState) => {
      sight.visibilityState = state;
      sight.dispatchEvent(new Event('visibilitychange'));
    },
  };
};

test('it tries when the app is opened, and then quietly twice a minute', async () => {
  const { after } = aPage();
  expect(await after(0)).toBe(1);
  expect(await after(quiet - 1)).toBe(0);
  expect(await after(1)).toBe(1);
  expect(await after(10 * minute)).toBe(20);
});

test('what was saved goes a moment later, and the entries of one tap together', async () => {
  const { after, pace } = aPage();
  await after(0);
  pace.saved();
  expect(await after(300)).toBe(0);
  pace.saved();
  expect(await after(399)).toBe(0);
  expect(await after(1)).toBe(1);
});

test('a network that appears, and coming back to the app, start a try at once; going away does not', async () => {
  const { after, online, turnTo } = aPage();
  await after(0);
  online();
  expect(await after(0)).toBe(1);
  turnTo('hidden');
  expect(await after(0)).toBe(0);
  turnTo('visible');
  expect(await after(0)).toBe(1);
});

test('after failures the pause doubles up to a quarter of an hour, and one success ends that', async () => {
  const { after, fail } = aPage();
  fail(true);
  await after(0);
  for (const minutes of [0.5, 1, 2, 4, 8, 15, 15]) {
    expect(await after(minutes * minute - 1)).toBe(0);
    expect(await after(1)).toBe(1);
  }
  fail(false);
  expect(await after(15 * minute)).toBe(1);
  expect(await after(quiet)).toBe(1);
});

test('saving, a network or the button do not wait for a pause to be over', async () => {
  const { after, fail, pace, online, tried } = aPage();
  fail(true);
  await after(0);
  await after(20 * minute);
  pace.saved();
  expect(await after(400)).toBe(1);
  online();
  expect(await after(0)).toBe(1);
  const before = tried();
  await pace.now();
  expect(tried() - before).toBe(1);
});

test('phones do not all try at the same moment', async () => {
  for (const [random, pause] of [
    [0, 15_000],
    [0.5, 22_500],
    [1, quiet],
  ] as const) {
    const { after, pace } = aPage({ random });
    await after(0);
    expect(await after(pause - 1)).toBe(0);
    expect(await after(1)).toBe(1);
    pace.stop();
  }
});

test('stopped, it tries no more, also when it was in the middle of a try', async () => {
  const { after, pace, online, turnTo } = aPage();
  await after(0);
  void pace.now();
  pace.stop();
  await after(0);
  online();
  turnTo('visible');
  pace.saved();
  expect(await after(60 * minute)).toBe(0);
});

test('an endpoint that asks to be left alone is left alone, unless a person presses the button', async () => {
  const { pace, after, fail } = aPage();
  fail(true, 300);
  expect(await after(0)).toBe(1);
  pace.saved();
  expect(await after(299_000)).toBe(0);
  await pace.now();
  expect(await after(0)).toBe(0);
  fail(false);
  expect(await after(300_000)).toBeGreaterThan(0);
});
