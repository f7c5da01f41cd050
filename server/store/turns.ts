/**
 * One piece of work with the database after the other, and between two of them a turn of the event loop. SQLite answers at once,
 * so without this a hundred batches that came together are kept in one breath: for seconds nobody else is heard, not even who asks how we are.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Again } from './retry.ts';

export const createTurns = (): Again => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.then(
      () => turn(),
      () => turn(),
    );
    return done;
  };
};
