/** How a program of ours begins and ends: a sentence on the error stream when it cannot start, and a calm stop when it is asked to. */
import type { Result } from '../src/domain/result.ts';
import { describeFault } from './log.ts';

/** `name` begins the sentence for what nobody foresaw. */
export const runUntilStopped = (name: string, start: () => Promise<Result<() => Promise<void>, { readonly sentence: string }>>): void => {
  start().then(
    (started) => {
      if (started.ok) stopWhenAsked(started.value);
      else giveUp(started.failure.sentence);
    },
    (error: unknown) => giveUp(`${name} could not start: ${describeFault(error)}`),
  );
};

const giveUp = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const stopWhenAsked = (stop: () => Promise<void>): void => {
  const stopping = () => void stop().then(() => process.exit(0));
  process.once('SIGTERM', stopping);
  process.once('SIGINT', stopping);
};
