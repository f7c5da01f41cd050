/** Builds the endpoint alone, once per test file and apart from dist/, so that these tests do not wait for the whole app. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './source.ts';

export interface BuiltEndpoint {
  readonly program: string;
  readonly remove: () => void;
}

export const buildEndpoint = async (): Promise<BuiltEndpoint> => {
  // Below the project, because its dependencies are looked up from where it lies.
  const folder = mkdtempSync(join(root, 'node_modules', '.endpoint-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: true, outDir: folder, target: 'node20', rolldownOptions: { input: { main: join(root, 'server/main.ts') } } },
  });
  return { program: join(folder, 'main.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
export interface Running {
  /** Resolves with the address it says it is at, or rejects when it ends before. */
  readonly address: Promise<string>;
  readonly ended: Promise<Ended>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export const runEndpoint = (program: string, env: Readonly<Record<string, string>>): Running => {
  const child = spawn(process.execPath, [program], { env: { PATH: process.env.PATH ?? '', ...env } });
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const address = new Promise<string>((found, gone) => {
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      const said = /open (http\S+)/.exec(out);
      if (said?.[1]) found(said[1]);
    });
    child.once('close', () => gone(new Error(`ended before it was ready: ${err}`)));
  });
  address.catch(() => undefined);
  const ended = new Promise<Ended>((resolved) => child.once('close', (code) => resolved({ code, out, err })));
  return { address, ended, signal: (signal) => void child.kill(signal) };
};
