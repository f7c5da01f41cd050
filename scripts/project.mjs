/**
 * What every script here needs to know of the project: where it is, how to run a Node program of ours,
 * how to stop with one sentence. Only Node's own modules, because nothing may be installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const inProject = (...parts) => join(root, ...parts);
export const isThere = (...parts) => existsSync(inProject(...parts));

export const giveUp = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

/** Runs a Node program of an installed package; gives its exit code, which is never 0 when it was killed. */
export const runNode = (program, args, options = {}) => {
  const { status } = spawnSync(process.execPath, [inProject(program), ...args], { cwd: root, stdio: 'inherit', ...options });
  return status ?? 1;
};

/** True when `node scripts/<this>.mjs` was typed, false when another script imported it. */
export const calledDirectly = (moduleUrl) => Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl);
