/** Runs one TypeScript file of the tree as it is: `node scripts/run-source.mjs tests/support/writeWireFixture.ts`. Node 20 cannot by itself. */
import { ensureInstalled } from './install.mjs';
import { giveUp, isThere, root } from './project.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file || !isThere(file)) giveUp('Say which file: node scripts/run-source.mjs <file.ts>.');
ensureInstalled();
process.chdir(root);
process.argv = [process.execPath, file, ...args];
const { runnerImport } = await import('vite');
await runnerImport(`./${file}`, { configFile: false, root });
