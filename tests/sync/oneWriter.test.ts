/** Tabs that share a lock: awake, asleep, thawed at the worst moment. The clock is turned by hand. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOneWriter, type Hall, type Locks, type OneWriter, silentTooLong } from '../../src/sync/oneWriter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A browser's locks as the standard has them: one holder, a queue, and taking over, which the old holder hears as an AbortError. */
const aBrowser = () => {
  interface Waiter {
    readonly give: (lock: unknown) => Promise<void>;
    readonly done: (value: unknown) => void;
    readonly failed: (problem: unknown) => void;
  }
  let holder: Waiter | null = null;
  let queue: Waiter[] = [];
  const aborted = () => new DOMException('taken over or given up', 'AbortError');
  const next = () => {
    const [first, ...rest] = queue;
    queue = rest;
    if (first) hold(first);
  };
  const hold = (waiter: Waiter) => {
    holder = waiter;
    void waiter.give({}).then(() => {
      if (holder !== waiter) return;
      holder = null;
      waiter.done(undefined);
      next();
    });
  };
  const locks: Locks = {
    request: (_, { ifAvailable, steal, signal }, give) =>
      new Promise((done, failed) => {
        const waiter = { give, done, failed };
        if (steal) {
          holder?.failed(aborted());
          hold(waiter);
        } else if (!holder) hold(waiter);
        else if (ifAvailable) void give(null).then(done);
        else {
          queue.push(waiter);
          signal?.addEventListener('abort', () => {
            if (!queue.includes(waiter)) return;
            queue = queue.filter((one) => one !== waiter);
            failed(aborted());
          });
        }
      }),
  };
  const halls = new Set<{ readonly hear: (word: unknown) => void; readonly awake: () => boolean }>();
  const aTab = (): OneWriter & { readonly freeze: (yes: boolean) => void } => {
    let frozen = false;
    const writer = createOneWriter(
      {
        locks,
        enter: (_, hear): Hall => {
          const mine = { hear, awake: () => !frozen };
          halls.add(mine);
          return {
            say: (word) => {
              for (const each of halls) if (each !== mine && each.awake()) queueMicrotask(() => each.hear(word));
            },
            leave: () => void halls.delete(mine),
          };
        },
        wait: (milliseconds, signal) =>
          new Promise((done) => {
            if (signal.aborted) return done();
            setTimeout(done, milliseconds);
            signal.addEventListener('abort', () => done());
          }),
      },
      'a lock',
    );
    return {
      ...writer,
      freeze: (yes) => {
        frozen = yes;
      },
    };
  };
  return { aTab, listening: () => halls.size };
};

const work = () => {
  let end: (value: string) => void = () => undefined;
  const ended = new Promise<string>((done) => {
    end = done;
  });
  const begun: { lost?: () => boolean }[] = [];
  return {
    do: (lost?: () => boolean) => {
      begun.push(lost ? { lost } : {});
      return ended;
    },
    end: () => end('done'),
    isBegun: () => begun.length > 0,
    isLost: () => begun[0]?.lost?.() ?? null,
  };
};
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('one tab works, the other finds it awake and leaves it at that', async () => {
  const { aTab, listening } = aBrowser();
  const [one, other] = [aTab(), aTab()];
  const [first, second] = [work(), work()];
  const working = one.alone(first.do);
  const asked = other.alone(second.do);
  await pass(0);
  expect(await asked).toBeNull();
  await pass(10 * silentTooLong);
  expect([second.isBegun(), first.isLost()]).toEqual([false, false]);
  first.end();
  expect(await working).toBe('done');
  expect(listening()).toBe(0);
});

test('a tab that sleeps on the lock is taken over after three seconds of silence, and not sooner', async () => {
  const { aTab } = aBrowser();
  const [sleeper, other] = [aTab(), aTab()];
  const [first, second] = [work(), work()];
  const working = sleeper.alone(first.do);
  sleeper.freeze(true);
  const taking = other.alone(second.do);
  await pass(silentTooLong - 1);
  expect([second.isBegun(), first.isLost()]).toEqual([false, false]);
  await pass(1);
  expect([second.isBegun(), first.isLost()]).toEqual([true, true]);
  second.end();
  expect(await taking).toBe('done');
  // Thawed: what it had begun comes to its end, and is given to whoever waits for it.
  sleeper.freeze(false);
  first.end();
  expect(await working).toBe('done');
});

test('a lock that was taken over is free again afterwards, for the sleeper too', async () => {
  const { aTab, listening } = aBrowser();
  const [sleeper, other] = [aTab(), aTab()];
  const [first, second, third] = [work(), work(), work()];
  const working = sleeper.alone(first.do);
  sleeper.freeze(true);
  const taking = other.alone(second.do);
  await pass(silentTooLong);
  second.end();
  await taking;
  sleeper.freeze(false);
  first.end();
  await working;
  const again = sleeper.alone(third.do);
  await pass(0);
  expect(third.isBegun()).toBe(true);
  third.end();
  expect(await again).toBe('done');
  expect(listening()).toBe(0);
});

test('work that fails leaves the lock, and is told as it is', async () => {
  const { aTab } = aBrowser();
  const [one, other] = [aTab(), aTab()];
  await expect(one.alone(() => Promise.reject(new Error('the disk')))).rejects.toThrow('the disk');
  const next = work();
  next.end();
  expect(await other.alone(next.do)).toBe('done');
});

test('in turn: one waits for the other, however long that is awake, and goes as soon as it is done', async () => {
  const { aTab } = aBrowser();
  const [one, other] = [aTab(), aTab()];
  const [first, second] = [work(), work()];
  const working = one.inTurn(first.do);
  const waiting = other.inTurn(second.do);
  await pass(20 * silentTooLong);
  expect([second.isBegun(), first.isLost()]).toEqual([false, false]);
  first.end();
  expect(await working).toBe('done');
  await pass(0);
  expect(second.isBegun()).toBe(true);
  second.end();
  expect(await waiting).toBe('done');
});

test('in turn: one that falls asleep while another waits in the queue is taken over', async () => {
  const { aTab, listening } = aBrowser();
  const [sleeper, other] = [aTab(), aTab()];
  const [first, second] = [work(), work()];
  const working = sleeper.inTurn(first.do);
  const waiting = other.inTurn(second.do);
  await pass(5000);
  expect(second.isBegun()).toBe(false);
  sleeper.freeze(true);
  await pass(2 * silentTooLong);
  expect([second.isBegun(), first.isLost()]).toEqual([true, true]);
  second.end();
  expect(await waiting).toBe('done');
  sleeper.freeze(false);
  first.end();
  expect(await working).toBe('done');
  await pass(silentTooLong);
  expect(listening()).toBe(0);
});
