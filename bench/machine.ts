/** What the numbers were taken on. */
import { execFileSync } from 'node:child_process';
import { cpus, release, type as systemName, totalmem } from 'node:os';
import { browserPath } from '../tests/support/browser.ts';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  readonly date: string;
}

export const describeMachine = async (): Promise<Machine> => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / (1 << 30)),
  system: `${systemName()} ${release()}`,
  node: process.version,
  browser: execFileSync(await browserPath(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
  date: new Date().toISOString().slice(0, 10),
});
