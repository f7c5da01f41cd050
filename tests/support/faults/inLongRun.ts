/** A story that only the long run tells (`npm run faults`): there it is a test like any other, and elsewhere there is none. */
import { test } from 'vitest';
import { isLong } from './length.ts';

export const inLongRun = (name: string, story: () => Promise<void>): void => {
  if (isLong) test(name, story);
};
