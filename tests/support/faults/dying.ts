/** An endpoint that dies before its n-th statement, for one n after another, until a piece of work ends before it does. */
import { expect } from 'vitest';
import type { ServerProcess } from '../process.ts';
import { isLong } from './length.ts';

export interface Dying {
  /** Done before the n-th statement of each life: `true` when its answer came. */
  readonly work: (n: number) => Promise<boolean>;
  /** After each death. */
  readonly afterwards?: () => Promise<void> | void;
}

/** As it is without a failpoint. */
const revived = async (endpoint: ServerProcess, deaths: number): Promise<number> => {
  await endpoint.stop();
  await endpoint.start();
  return deaths;
};

const deathMs = 5000;
/** More statements than any work here takes. */
const mostStatements = 400;

/** Gives how often it died. `every`: which statements a share goes through; a long run leaves none out. */
export const dieAtEachStatement = async (endpoint: ServerProcess, { work, afterwards }: Dying, every = 1): Promise<number> => {
  const step = isLong ? 1 : every;
  for (let [n, deaths] = [1, 0]; n < mostStatements; n += step, deaths += 1) {
    await endpoint.stop();
    await endpoint.start({ FIELDBOOK_FAILPOINT: `statement:${n}` });
    if (await work(n)) return revived(endpoint, deaths);
    await expect.poll(() => endpoint.running(), { timeout: deathMs }).toBe(false);
    await afterwards?.();
  }
  throw new Error('the work never came to its end');
};

/** `null` when the endpoint died before it answered. */
export const unlessDead = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);
