/** `npm run backup | restore | verify | load | demo | bench | …`: builds and runs one of the programs beside the endpoint. */
import { giveUp } from './project.mjs';
import { runBuilt } from './runBuilt.mjs';

const [name, ...args] = process.argv.slice(2);
if (!name || !/^[a-z-]+$/.test(name))
  giveUp('Say which: node scripts/run-tool.mjs backup, for instance. vite.server.config.ts lists them all.');
await runBuilt(name, args);
