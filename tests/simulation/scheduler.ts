/**
 * The one clock and the one order of everything that happens in a simulated world: timers, the tasks of the database, messages.
 * A task belongs to whoever began it (a phone's browser, the endpoint's process); when its owner is killed it never runs.
 * Between two tasks all promises settle, as they do between two turns of a browser's event loop.
 */

/** Runs what promises wait for. Node calls this itself between two turns of its loop; a world has turns of its own. */
const settlePromises: () => void = Reflect.get(process, '_tickCallback');

export interface Owner {
  readonly name: string;
  alive: boolean;
}
export const nobody: Owner = { name: 'nobody', alive: true };

interface Task {
  readonly owner: Owner;
  readonly run: () => void;
}
interface Timed extends Task {
  readonly at: number;
  readonly order: number;
}

export interface Scheduler {
  /** Milliseconds since this world began; never goes back. */
  readonly now: () => number;
  readonly owner: () => Owner;
  /** Runs code as somebody's, so that what it begins is theirs. */
  readonly as: <T>(owner: Owner, work: () => T) => T;
  readonly soon: (run: () => void, owner?: Owner) => void;
  readonly after: (ms: number, run: () => void, owner?: Owner) => number;
  readonly cancel: (timer: number) => void;
  /** So many tasks that are due now, fewer when there are no more. */
  readonly runTasks: (count: number) => void;
  /** Everything due within so much time. */
  readonly runFor: (ms: number) => void;
  /** Until it is so; `false` when nothing was left to happen, or too much time had passed. */
  readonly runUntil: (isSo: () => boolean, ms: number) => boolean;
  /** Called before each task with its owner: faults that strike between two of them. */
  watch: ((owner: Owner) => void) | null;
  readonly turns: () => number;
}

export const createScheduler = (): Scheduler => {
  let now = 0;
  let order = 0;
  let turns = 0;
  let current: Owner = nobody;
  let due: Task[] = [];
  let next = 0;
  const timed: Timed[] = [];
  /** Timers that have not gone off and are still wanted. */
  const wanted = new Set<number>();

  const isBefore = (a: Timed, b: Timed): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
  const push = (task: Timed): void => {
    let at = timed.push(task) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(task, timed[parent] as Timed)) break;
      timed[at] = timed[parent] as Timed;
      at = parent;
    }
    timed[at] = task;
  };
  const pop = (): Timed => {
    const first = timed[0] as Timed;
    const last = timed.pop() as Timed;
    if (timed.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= timed.length) break;
      if (child + 1 < timed.length && isBefore(timed[child + 1] as Timed, timed[child] as Timed)) child += 1;
      if (!isBefore(timed[child] as Timed, last)) break;
      timed[at] = timed[child] as Timed;
      at = child;
    }
    timed[at] = last;
    return first;
  };

  const turn = ({ owner, run }: Task): void => {
    if (!owner.alive) return;
    self.watch?.(owner);
    if (!owner.alive) return;
    turns += 1;
    current = owner;
    run();
    settlePromises();
    current = nobody;
  };

  const runDue = (): boolean => {
    const task = due[next];
    if (!task) {
      due = [];
      next = 0;
      return false;
    }
    next += 1;
    turn(task);
    return true;
  };

  /** The next timer that is due by then. */
  const runTimer = (by: number): boolean => {
    const first = timed[0];
    if (!first || first.at > by) return false;
    pop();
    if (!wanted.delete(first.order)) return true;
    now = Math.max(now, first.at);
    turn(first);
    return true;
  };

  const runFor = (ms: number): void => {
    const by = now + ms;
    while (runDue() || runTimer(by));
    now = by;
  };

  const self: Scheduler = {
    now: () => now,
    owner: () => current,
    as: (owner, work) => {
      const before = current;
      current = owner;
      try {
        return work();
      } finally {
        current = before;
      }
    },
    soon: (run, owner = current) => {
      if (owner.alive) due.push({ owner, run });
    },
    after: (ms, run, owner = current) => {
      order += 1;
      if (!owner.alive) return order;
      push({ at: now + Math.max(0, ms), order, owner, run });
      wanted.add(order);
      return order;
    },
    cancel: (timer) => {
      wanted.delete(timer);
    },
    runTasks: (count) => {
      settlePromises();
      for (let left = count; left > 0 && runDue(); left -= 1);
    },
    runFor: (ms) => {
      settlePromises();
      runFor(ms);
    },
    runUntil: (isSo, ms) => {
      settlePromises();
      const by = now + ms;
      while (!isSo()) if (!runDue() && !runTimer(by)) return isSo();
      return true;
    },
    watch: null,
    turns: () => turns,
  };
  return self;
};
