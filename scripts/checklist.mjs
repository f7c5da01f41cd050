/**
 * `npm run --silent checklist -- inspect FILE --json`: looks at a form, or drives it. Nothing but its answer goes to standard
 * output. Built on its own and kept by the content of its sources, because a form must not wait for the whole app to be built.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { giveUp, inProject, isThere, root } from './project.mjs';

const entry = 'commands/checklist/main.ts';
const ingredients = ['commands', 'src/domain', 'src/forms', 'scripts/checklist.mjs', 'package-lock.json'];

const filesUnder = (path) => {
  if (!isThere(path)) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
};

const fingerprint = () => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of ingredients.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
};

/** Of sources that have changed since. Another command may just be starting with a young one. */
const removeOld = () => {
  const folder = inProject('dist', 'checklist');
  const hourAgo = Date.now() - 3_600_000;
  for (const entry of readdirSync(folder))
    if (statSync(join(folder, entry)).mtimeMs < hourAgo) rmSync(join(folder, entry), { recursive: true, force: true });
};

/** Into a folder of its own first: two commands may start at the same moment. */
const build = async (name) => {
  const { build: viteBuild } = await import('vite');
  const outDir = inProject('dist', 'checklist', `.${name}-${process.pid}`);
  const output = { entryFileNames: 'main.js', codeSplitting: false };
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, emptyOutDir: true, target: 'node20', rolldownOptions: { output } },
  });
  try {
    renameSync(outDir, inProject('dist', 'checklist', name));
  } catch {
    // The other one was first, with the same content.
    rmSync(outDir, { recursive: true, force: true });
  }
  removeOld();
};

ensureInstalled(process.stderr);
const name = fingerprint();
if (!isThere('dist', 'checklist', name, 'main.js'))
  await build(name).catch((fault) => giveUp(`The command could not be built: ${fault instanceof Error ? fault.message : fault}`));
await import(pathToFileURL(inProject('dist', 'checklist', name, 'main.js')).href);
