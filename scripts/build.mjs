/** Builds the app into dist/app and the endpoint with its tools into dist/server, unless nothing has changed since. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { calledDirectly, giveUp, inProject, isThere, root, runNode } from './project.mjs';

/** All a build is made from. Tests' support too, because the tools that drive a browser are built with it. */
const ingredients = [
  'src',
  'server',
  'demo',
  'bench',
  'commands',
  'locales',
  'public',
  'tests/support',
  'tests/tools',
  'scripts',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.server.config.ts',
  'vite.bench.config.ts',
  'tsconfig.base.json',
  'tsconfig.json',
];
const results = [
  ['dist', 'app', 'index.html'],
  ['dist', 'server', 'main.js'],
];
const stampFile = inProject('dist', '.built-from');

const filesUnder = (path) => {
  const whole = join(root, path);
  if (!statSync(whole).isDirectory()) return [path];
  const names = readdirSync(whole).filter((name) => name !== 'node_modules' && !name.startsWith('.'));
  return names.sort().flatMap((name) => filesUnder(join(path, name)));
};

/** By content and not by time: a fresh checkout or a branch switched back and forth builds nothing anew. */
const fingerprint = () => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of ingredients.filter((path) => isThere(path)).flatMap(filesUnder)) {
    const bytes = readFileSync(join(root, file));
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
};

const isBuiltFrom = (stamp) =>
  results.every((parts) => isThere(...parts)) && isThere('dist', '.built-from') && readFileSync(stampFile, 'utf8') === stamp;

const vite = (...args) => runNode('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn', ...args]);

export const ensureBuilt = () => {
  const stamp = fingerprint();
  if (isBuiltFrom(stamp)) return;
  console.error('Building ...');
  rmSync(stampFile, { force: true });
  if (vite() !== 0) giveUp('The app could not be built; the reason is above.');
  if (vite('--config', 'vite.server.config.ts') !== 0) giveUp('The endpoint could not be built; the reason is above.');
  writeFileSync(stampFile, stamp);
};

if (calledDirectly(import.meta.url)) {
  ensureInstalled();
  ensureBuilt();
}
