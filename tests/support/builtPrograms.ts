/** Builds the endpoint and the commands beside it, apart from dist/, and runs them as a person would. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './source.ts';

const sources = {
  main: 'server/main.ts',
  backup: 'commands/keeping/backup.ts',
  restore: 'commands/keeping/restore.ts',
  verify: 'commands/keeping/verify.ts',
  load: 'commands/load/main.ts',
  loadCarrier: 'commands/load/carrier.ts',
} as const;
export type Program = keyof typeof sources;

export interface BuiltPrograms {
  readonly path: (program: Program) => string;
  readonly remove: () => void;
}

export const buildPrograms = async (): Promise<BuiltPrograms> => {
  // Below the project, because its dependencies are looked up from where they lie.
  const folder = mkdtempSync(join(root, 'node_modules', '.programs-'));
  const input = Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, join(root, path)]));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: true, outDir: folder, target: 'node20', rolldownOptions: { input } },
  });
  return { path: (program) => join(folder, `${program}.js`), remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** To its end. */
export const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> =>
  new Promise((ended) => {
    const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.once('close', (code) => ended({ code, out, err }));
  });
