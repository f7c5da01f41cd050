/** How a program of ours begins and ends: a sentence on the error stream when it cannot start, and a calm stop when it is asked to. */
import type { Result } from '../src/domain/result.ts';
import { describeFault } from './log.ts';

type Sentence = { readonly sentence: string };
type Start = () => Promise<Result<() => Promise<void>, Sentence>>;

/** `name` begins the sentence for what nobody foresaw. Asked to stop while it still starts, it stops when it has; asked twice, at once. */
export const runUntilStopped = (name: string, start: Start): void => {
  let asked = false;
  let stop: (() => Promise<void>) | null = null;
  const end = (): void => {
    asked = true;
    stop?.().then(
      () => process.exit(0),
      (error: unknown) => giveUp(`${name} did not stop well: ${describeFault(error)}`),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  start().then(
    (started) => {
      if (!started.ok) return giveUp(started.failure.sentence);
      stop = started.value;
      if (asked) end();
    },
    (error: unknown) => giveUp(`${name} could not start: ${describeFault(error)}`),
  );
};

const giveUp = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};
