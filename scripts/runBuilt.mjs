/**
 * Runs a built program in this very process: signals reach it, its exit code is ours, and killing us kills it.
 * A child would need each of these forwarded, and would live on when its parent is killed.
 */
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { giveUp, inProject, isThere } from './project.mjs';

export const runBuilt = async (name, args) => {
  // Standard output is the program's own: some answer there, to other programs.
  ensureInstalled(process.stderr);
  ensureBuilt();
  if (!isThere('dist', 'server', `${name}.js`)) giveUp(`There is no program called "${name}" in dist/server.`);
  const program = inProject('dist', 'server', `${name}.js`);
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
};
