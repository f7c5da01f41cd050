import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hiddenFor, idleFor, startAutoLock } from '../../src/ui/autoLock.ts';

let locked = 0;
let now = 0;
let stop = () => {};
const isCovered = () => document.documentElement.hasAttribute('data-covered');

const show = (state: 'hidden' | 'visible') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};
/** Time that passes while our timers run, as on a phone in the hand. */
const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= 5_000) {
    now += Math.min(left, 5_000);
    await vi.advanceTimersByTimeAsync(5_000);
  }
};

beforeEach(() => {
  vi.useFakeTimers();
  locked = 0;
  now = 1_000_000;
  stop = startAutoLock({
    document,
    now: () => now,
    isOpen: () => locked === 0,
    lock: async () => {
      locked += 1;
    },
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  show('visible');
});

describe('the automatic lock', () => {
  test('covers the page the moment it is out of sight', () => {
    show('hidden');
    expect(isCovered()).toBe(true);
  });

  test('uncovers it when it comes back soon', async () => {
    show('hidden');
    now += hiddenFor - 1;
    show('visible');
    await vi.advanceTimersByTimeAsync(0);
    expect([isCovered(), locked]).toEqual([false, 0]);
  });

  test('locks after two minutes out of sight, even if the browser stopped our timers', async () => {
    show('hidden');
    now += hiddenFor;
    show('visible');
    await vi.advanceTimersByTimeAsync(0);
    expect(locked).toBe(1);
  });

  test('locks after five minutes untouched, and not before', async () => {
    await pass(idleFor - 5_000);
    expect(locked).toBe(0);
    await pass(5_000);
    expect(locked).toBe(1);
  });

  test('a touch or a key starts the five minutes again', async () => {
    await pass(idleFor - 5_000);
    document.dispatchEvent(new Event('keydown'));
    await pass(idleFor - 5_000);
    expect(locked).toBe(0);
  });

  test('a clock turned back locks rather than trusts', async () => {
    now -= 60_000;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(locked).toBe(1);
  });
});
