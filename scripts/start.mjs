/** `npm start`: from a fresh clone to a running endpoint. PORT, HOST, DATA_DIR and DATABASE_URL are read by server/main.ts. */
import { runBuilt } from './runBuilt.mjs';

await runBuilt('main', process.argv.slice(2));
