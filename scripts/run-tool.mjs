/** `npm run demo | bench | screens | languages | kills | fuzz`: builds and runs one of the tools beside the endpoint. */
import { giveUp } from './project.mjs';
import { runBuilt } from './runBuilt.mjs';

const [name, ...args] = process.argv.slice(2);
if (!name || !/^[a-z-]+$/.test(name)) giveUp('Say which tool: node scripts/run-tool.mjs demo, bench, screens, languages, kills or fuzz.');
await runBuilt(name, args);
