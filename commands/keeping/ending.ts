/** How these commands speak and end: what came of it on standard output, why not on standard error, and an exit code that says which. */
import { resolve } from 'node:path';
import { describeFault } from '../../server/log.ts';
import type { Result } from '../../src/domain/result.ts';

/** A file as the person named it: npm runs its commands in the project's folder, wherever they were typed. */
export const asTyped = (file: string): string => resolve(process.env.INIT_CWD ?? '.', file);

export interface Sentence {
  readonly sentence: string;
}
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The value is the exit code. */
export const runToEnd = (name: string, work: () => Promise<Result<number, Sentence>>): void => {
  work().then(
    (result) => {
      if (!result.ok) complain(result.failure.sentence);
      process.exitCode = result.ok ? result.value : 1;
    },
    (error: unknown) => {
      complain(`${name} stopped at something nobody foresaw: ${describeFault(error)}`);
      process.exitCode = 1;
    },
  );
};
