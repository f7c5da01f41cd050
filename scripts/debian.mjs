/** Packages from Debian, where the tests run as root on Debian, as they do in CI. Elsewhere nothing is installed behind anybody's back. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const isDebian = () => existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

export const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && isDebian();

/** True when all of them are there afterwards. `what`: how they are called in the line that is printed. */
export const installPackages = (what, packages) => {
  console.log(`Installing ${what} from Debian ...`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...args) => spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], options).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
};
