/** Finds Caddy, behind which the tests put the endpoint as deploy/ does, and gets it where it is missing. CADDY_PATH has the first word. */
import { spawnSync } from 'node:child_process';
import { installPackages, mayInstall } from './debian.mjs';

const usual = ['caddy', '/opt/homebrew/bin/caddy', '/usr/local/bin/caddy'];
const answers = (command) => spawnSync(command, ['version'], { timeout: 30_000 }).status === 0;

/** Its command, or undefined. */
export const findCaddy = () => (process.env.CADDY_PATH ? [process.env.CADDY_PATH] : usual).find(answers);

/** As findCaddy, but gets it when there is none. Debian starts it as a service where services are started; the tests use their own. */
export const ensureCaddy = () => {
  const found = findCaddy();
  if (found || process.env.CADDY_PATH || !mayInstall()) return found;
  return installPackages('Caddy', ['caddy']) ? findCaddy() : undefined;
};
