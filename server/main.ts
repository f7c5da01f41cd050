/** Starts the endpoint: reads the settings, opens the store, listens. Whatever stands in the way is told in one sentence. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed, never, ok, type Result } from '../src/domain/result.ts';
import { createApp } from './app.ts';
import { type ListenFailure, listen } from './listen.ts';
import { linesTo } from './log.ts';
import { nodePrimitives } from './primitives.ts';
import { runUntilStopped } from './running.ts';
import { readSettings, type Settings, type SettingsFailure } from './settings.ts';
import { readStaticFiles } from './staticFiles.ts';
import { type OpenFailure, openSqliteStore } from './store/sqlite.ts';
import type { ServerStore } from './store/store.ts';

const builtApp = fileURLToPath(new URL('../app', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const openStore = async ({ databaseFile }: Settings): Promise<Result<ServerStore, SettingsFailure>> => {
  const folder = dirname(databaseFile);
  // Nobody else on this machine has business in the database.
  process.umask(0o077);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    return failed({ sentence: `The folder ${folder} cannot be written to; set DATA_DIR to one that can.` });
  }
  const opened = await openSqliteStore(databaseFile);
  return opened.ok ? opened : failed({ sentence: openSentence(opened.failure, databaseFile) });
};

const openSentence = ({ type }: OpenFailure, file: string): string => {
  switch (type) {
    case 'in-use':
      return `Another Fieldbook is already using ${file}; stop it first, or set another DATA_DIR.`;
    case 'not-a-database':
      return `The file ${file} is not a Fieldbook database.`;
    case 'cannot-open':
      return `The database ${file} cannot be opened.`;
    default:
      return never(type);
  }
};

const listenSentence = ({ type }: ListenFailure, { host, port }: Settings): string => {
  switch (type) {
    case 'port-taken':
      return `Port ${port} is already in use; set PORT to another one.`;
    case 'not-allowed':
      return `Port ${port} may not be used by this account; set PORT to one above 1023.`;
    case 'no-such-host':
      return `HOST ${host} is not an address of this machine.`;
    case 'other':
      return `Cannot listen at ${host}, port ${port}.`;
    default:
      return never(type);
  }
};

const start = async (): Promise<Result<() => Promise<void>, SettingsFailure>> => {
  const settings = readSettings(process.env, { appDir: builtApp });
  if (!settings.ok) return settings;
  const store = await openStore(settings.value);
  if (!store.ok) return store;
  const hasApp = existsSync(settings.value.appDir);
  const app = createApp({
    store: store.value,
    settings: settings.value,
    primitives: nodePrimitives,
    now: Date.now,
    log: linesTo(say, Date.now),
    random: (length) => new Uint8Array(randomBytes(length)),
    staticFiles: hasApp ? readStaticFiles(settings.value.appDir) : undefined,
    afterCommit: settings.value.failpoint === 'after-commit' ? () => void process.kill(process.pid, 'SIGKILL') : undefined,
  });
  const listening = await listen(app, settings.value);
  if (!listening.ok) return failed({ sentence: listenSentence(listening.failure, settings.value) });

  say(`Fieldbook is ready: open ${listening.value.url}`);
  if (!hasApp) say('The app itself is not built yet; only the API answers.');
  return ok(async () => {
    await listening.value.stop();
    await store.value.close();
  });
};

runUntilStopped('Fieldbook', start);
