/** The compiler over every tsconfig: each holds another wall (no DOM in the domain, no Node in the app). */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ensureInstalled } from './install.mjs';
import { calledDirectly, inProject, root } from './project.mjs';

const configs = () =>
  readdirSync(root)
    .filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name) && name !== 'tsconfig.base.json')
    .sort();

const check = (config) => {
  const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', config], { cwd: root, encoding: 'utf8' });
  // TS18003: a config whose folder is still empty has nothing to be wrong about.
  const ok = status === 0 || (stdout ?? '').includes('TS18003');
  console.log(`${ok ? 'ok  ' : 'FAIL'} types of ${config}`);
  if (!ok) console.log(stdout, stderr);
  return ok;
};

/** One verdict per config, so that a test run can count them. */
export const typecheck = () => configs().map(check);

if (calledDirectly(import.meta.url)) {
  ensureInstalled();
  if (typecheck().includes(false)) process.exitCode = 1;
}
