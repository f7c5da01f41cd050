/** One simulating process and what it says. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Ended {
  readonly seed: number;
  readonly failures: readonly string[];
  readonly hash: string;
  readonly steps: number;
  readonly entries: number;
  readonly rounds: number;
  readonly kept?: readonly number[];
  readonly cpu: number;
}

export const isEnded = (said: unknown): said is Ended => typeof said === 'object' && said !== null && 'seed' in said && 'failures' in said;

/** Lines that are no JSON are the trace, and printed as they are. Gives the process's exit code. */
export const runShare = (program: string, args: readonly string[], heard: (ended: Ended) => void): Promise<number> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['--max-semi-space-size=64', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return console.log(line);
      const said: unknown = JSON.parse(line);
      if (isEnded(said)) heard(said);
    });
    child.on('close', (code) => done(code ?? 1));
  });
