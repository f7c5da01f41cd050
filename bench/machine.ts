/** What the numbers were taken on. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
  /** How much of the processors' time its host gave to others meanwhile, in percent; `null` where that is not told. */
  readonly takenByHost: number | null;
}

/** Ticks since the start: of all, and of those that the host gave to others. Linux tells. */
const ticks = (): { readonly all: number; readonly taken: number } | null => {
  try {
    const counts = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/).slice(1).map(Number);
    return { all: counts.slice(0, 8).reduce((sum, count) => sum + count, 0), taken: counts[7] ?? 0 };
  } catch {
    return null;
  }
};
const before = ticks();

const takenByHost = (): number | null => {
  const now = ticks();
  return before && now ? Math.round(((now.taken - before.taken) * 100) / Math.max(1, now.all - before.all)) : null;
};

export const describeMachine = async (): Promise<Machine> => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / (1 << 30)),
  system: `${systemName()} ${release()}`,
  node: process.version,
  browser: execFileSync(await browserPath(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
  date: new Date().toISOString().slice(0, 10),
  takenByHost: takenByHost(),
});
