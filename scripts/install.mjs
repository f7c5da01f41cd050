/** Installs what package-lock.json names, but only when what is installed is not already that. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { calledDirectly, giveUp, inProject, isThere, root } from './project.mjs';

const stampFile = inProject('node_modules', '.fieldbook-installed');

const refuseOldNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(`Fieldbook needs Node 20.19 or newer; this is Node ${process.versions.node}. Get a newer one at nodejs.org and try again.`);
};

/** The platform too: a folder copied from another machine holds another machine's database driver. */
const wanted = () => {
  const recipe = readFileSync(inProject(isThere('package-lock.json') ? 'package-lock.json' : 'package.json'));
  return createHash('sha256').update(recipe).update(process.platform).update(process.arch).digest('hex');
};

/** npm keeps this file beside what it installed; somebody who ran `npm install` by hand need not wait again. */
const installedByHand = () => {
  const npmsNote = 'node_modules/.package-lock.json';
  if (isThere('node_modules', '.fieldbook-installed') || !isThere('package-lock.json') || !isThere(npmsNote)) return false;
  return statSync(inProject(npmsNote)).mtimeMs >= statSync(inProject('package-lock.json')).mtimeMs;
};

/** `out`: where npm's own words go. A command whose answer is read by a program keeps them out of its answer. */
const npm = (args, out) => {
  const stdio = ['inherit', out.fd, 'inherit'];
  const cli = process.env.npm_execpath;
  // Started by npm we run the very same npm again; on Windows npm by name is a .cmd file, which needs a shell.
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio });
  return spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
};

export const ensureInstalled = (out = process.stdout) => {
  refuseOldNode();
  const stamp = wanted();
  if (isThere('node_modules', '.fieldbook-installed') && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!installedByHand()) {
    out.write('Installing packages (the first time takes about half a minute) ...\n');
    // The build needs the development packages, also where NODE_ENV says production.
    const how = [isThere('package-lock.json') ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = npm(how, out);
    if (status !== 0) giveUp('The packages could not be installed; what npm said is above. Is this computer online?');
  }
  writeFileSync(stampFile, wanted());
};

if (calledDirectly(import.meta.url)) ensureInstalled();
