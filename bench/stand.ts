/** What most measures stand on: the real endpoint and a bare server as processes, and one browser with a page at each. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { dropProfile, firstPage, laptop, launchProfile, newProfile } from '../tests/support/browser.ts';
import { type ServerProcess, startServer } from '../tests/support/process.ts';

const benchPage = resolve(import.meta.dirname, '../../dist/bench');
const bareProgram = resolve(import.meta.dirname, './bareServer.js');

export interface Stand {
  readonly endpoint: ServerProcess;
  readonly bare: { readonly origin: string; readonly pid: number };
  readonly context: BrowserContext;
  /** A page at the endpoint, with the app's own store in it. */
  readonly ours: Page;
  /** A page at the bare server. */
  readonly plain: Page;
  readonly dispose: () => Promise<void>;
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((found, failed) => {
    child.once('exit', () => failed(new Error('the bare server ended')));
    child.stdout?.on('data', (said: Buffer) => {
      const port = Number(/listening on (\d+)/.exec(said.toString('utf8'))?.[1]);
      if (port > 0) found(port);
    });
  });

export const openAt = async (page: Page, origin: string): Promise<Page> => {
  await page.goto(origin);
  await page.waitForFunction(() => 'bench' in window);
  return page;
};

export const raiseStand = async (): Promise<Stand> => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'));
  const endpoint = await startServer({ env: { APP_DIR: benchPage, FOUNDING: 'open' } });
  const child = spawn(process.execPath, [bareProgram, folder, benchPage], { stdio: ['ignore', 'pipe', 'inherit'] });
  const bare = { origin: `http://localhost:${await portOf(child)}`, pid: child.pid ?? 0 };
  const profile = newProfile();
  const context = await launchProfile(profile, laptop);
  return {
    endpoint,
    bare,
    context,
    ours: await openAt(await firstPage(context), endpoint.origin),
    plain: await openAt(await context.newPage(), bare.origin),
    dispose: async () => {
      await context.close();
      child.kill('SIGKILL');
      await endpoint.dispose();
      dropProfile(profile);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const ticksPerSecond = 100;

/** Processor time of a process so far, in milliseconds; `null` where the system does not tell. */
export const cpuOf = (pid: number | undefined): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    // Only Linux has it.
    return null;
  }
};
