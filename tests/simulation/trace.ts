/** What happened, line by line, as one hash: two runs of a seed are the same when their hashes are. */
import { createHash } from 'node:crypto';

export interface Trace {
  readonly line: (event: string) => void;
  readonly hash: () => string;
}

export const createTrace = (now: () => number, print: ((line: string) => void) | null): Trace => {
  const hash = createHash('sha256');
  return {
    line: (event) => {
      const line = `${now()} ${event}\n`;
      hash.update(line);
      print?.(line.trimEnd());
    },
    hash: () => hash.copy().digest('hex').slice(0, 16),
  };
};
