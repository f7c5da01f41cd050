/**
 * One writer among tabs, also when a tab sleeps. A browser that freezes a tab leaves it its locks; so whoever finds a lock
 * taken asks aloud, and takes it over when nobody answers for three seconds. Asked and answered by messages and not by a timer's
 * beat, because hidden tabs have their timers slowed down and are still alive. Nothing is safe because of the lock: a settled
 * answer settles twice without harm, and what is kept is compared before it is set.
 */
export interface Locks {
  readonly request: (name: string, options: LockOptions, work: (lock: unknown) => Promise<void>) => Promise<unknown>;
}
/** What is said between the tabs of one lock. Kept open only while there is something to say. */
export interface Hall {
  readonly say: (word: unknown) => void;
  readonly leave: () => void;
}
export interface OneWriterDeps {
  readonly locks: Locks;
  readonly enter: (name: string, hear: (word: unknown) => void) => Hall;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}
/** Whether the lock was taken over meanwhile: then begin nothing more. */
export type Lost = () => boolean;
export type Work<T> = (lost?: Lost) => Promise<T>;

export const silentTooLong = 3000;

interface Held<T> {
  readonly value: Promise<T>;
}

export const createOneWriter = ({ locks, enter, wait }: OneWriterDeps, name: string) => {
  /** Answers whoever asks, for as long as the work goes on. */
  const audibly = async <T>(work: () => Promise<T>): Promise<T> => {
    const hall = enter(name, (word) => word === 'anybody?' && hall.say('here'));
    try {
      return await work();
    } finally {
      hall.leave();
    }
  };

  /** Holds the lock while the work goes on. A tab that was taken over lets its work come to its end and gives what came of it. */
  const hold = async <T>(work: Work<T>, options: LockOptions): Promise<Held<T> | null> => {
    const held: Held<T>[] = [];
    let isLost = false;
    try {
      await locks.request(name, options, async (lock) => {
        if (!lock) return;
        const value = audibly(() => work(() => isLost));
        held.push({ value });
        await value.catch(() => undefined);
      });
    } catch (problem) {
      isLost = true;
      if (held.length === 0 && options.signal?.aborted !== true) throw problem;
    }
    return held[0] ?? null;
  };

  /** Resolves to whether somebody who holds the lock is awake. */
  const isHeard = async (stop: AbortSignal): Promise<boolean> => {
    let heard = false;
    const enough = new AbortController();
    const end = () => enough.abort();
    stop.addEventListener('abort', end);
    const hall = enter(name, (word) => {
      if (word !== 'here') return;
      heard = true;
      end();
    });
    hall.say('anybody?');
    await wait(silentTooLong, enough.signal);
    stop.removeEventListener('abort', end);
    hall.leave();
    return heard;
  };

  /** Watches from the queue: ends when it is our turn, or when whoever holds the lock has gone silent. */
  const untilSilent = async (stop: AbortSignal): Promise<void> => {
    while (!stop.aborted && (await isHeard(stop))) await wait(silentTooLong, stop);
  };

  /** `null` when whoever is before us went silent while we waited. */
  const queued = <T>(work: Work<T>): Promise<Held<T> | null> => {
    const [queue, turn] = [new AbortController(), new AbortController()];
    void untilSilent(turn.signal).then(() => queue.abort());
    const begin: Work<T> = (lost) => {
      turn.abort();
      return work(lost);
    };
    return hold(begin, { signal: queue.signal });
  };

  return {
    /** Works if no other tab that is awake does; else `null`. */
    alone: async <T>(work: Work<T>): Promise<T | null> => {
      const held = await hold(work, { ifAvailable: true });
      if (held) return held.value;
      if (await isHeard(new AbortController().signal)) return null;
      return (await hold(work, { steal: true }))?.value ?? null;
    },
    /** Works when it is this tab's turn, at the latest when whoever is before it has gone silent. */
    inTurn: async <T>(work: Work<T>): Promise<T> => {
      const held = (await hold(work, { ifAvailable: true })) ?? (await queued(work)) ?? (await hold(work, { steal: true }));
      if (!held) throw new Error('a lock that was taken over was not given');
      return held.value;
    },
  };
};
export type OneWriter = ReturnType<typeof createOneWriter>;
