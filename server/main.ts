/** Starts the endpoint: reads the settings, opens the store, listens. Whatever stands in the way is told in one sentence. */
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { failed, never, ok, type Result } from '../src/domain/result.ts';
import { createApp } from './app.ts';
import { type Control, controlFileFor, openControl } from './control.ts';
import { arm } from './failpoint.ts';
import { type ListenFailure, type Listening, listen } from './listen.ts';
import { linesTo, type Speaker } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openMetricsPage } from './metricsPage.ts';
import { openStore } from './openStore.ts';
import { nodePrimitives } from './primitives.ts';
import { plainHttpWarning } from './reach.ts';
import { runUntilStopped } from './running.ts';
import { readSettings, type Settings, type SettingsFailure } from './settings.ts';
import { readStaticFiles } from './staticFiles.ts';
import type { ServerStore } from './store/store.ts';

const builtApp = fileURLToPath(new URL('../app', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

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

/** A backup of a database that only this process can read: without it one would have to stop. */
const listenForBackups = async ({ databaseFile, postgres }: Settings, store: ServerStore, log: Speaker): Promise<Control | null> => {
  if (postgres) return null;
  try {
    return await openControl({ file: controlFileFor(databaseFile), copy: () => store.copy(Date.now), fault: log.fault });
  } catch (error) {
    log.told('Backups can only be made while this endpoint is stopped: it cannot listen for them.');
    log.fault(error);
    return null;
  }
};

/** With its write-ahead log; PostgreSQL has tools of its own for this. */
const bytesOf = async ({ databaseFile, postgres }: Settings): Promise<number | null> =>
  postgres
    ? null
    : [databaseFile, `${databaseFile}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);

const showMetrics = async (settings: Settings, metrics: Metrics, { traffic }: Listening) =>
  settings.metrics ? openMetricsPage(settings.metrics, () => metrics.text({ traffic, databaseBytes: () => bytesOf(settings) })) : ok(null);

const counting = (log: Speaker, metrics: Metrics): Speaker => ({
  ...log,
  request: (line) => {
    metrics.request(line);
    log.request(line);
  },
});

const start = async (): Promise<Result<() => Promise<void>, SettingsFailure>> => {
  const settings = readSettings(process.env, { appDir: builtApp });
  if (!settings.ok) return settings;
  const armed = arm(settings.value.failpoint, () => void process.kill(process.pid, 'SIGKILL'));
  const store = await openStore(settings.value, armed);
  if (!store.ok) return store;
  const hasApp = existsSync(settings.value.appDir);
  const metrics = createMetrics();
  const log = counting(linesTo(say, Date.now, settings.value.logFormat), metrics);
  let stopping = false;
  const app = createApp({
    store: store.value,
    settings: settings.value,
    primitives: nodePrimitives,
    now: Date.now,
    log,
    count: metrics.receipts,
    isStopping: () => stopping,
    random: (length) => new Uint8Array(randomBytes(length)),
    staticFiles: hasApp ? readStaticFiles(settings.value.appDir) : undefined,
    afterCommit: armed.afterCommit,
  });
  const listening = await listen(app, settings.value);
  if (!listening.ok) return failed({ sentence: listenSentence(listening.failure, settings.value) });
  const page = await showMetrics(settings.value, metrics, listening.value);
  if (!page.ok) return page;
  const control = await listenForBackups(settings.value, store.value, log);

  armed.listens();
  if (!hasApp) log.told('The app itself is not built yet; only the API answers.');
  const warning = plainHttpWarning(settings.value);
  if (warning !== null) log.told(warning);
  log.told(`Fieldbook is ready: open ${listening.value.url}`);
  return ok(async () => {
    stopping = true;
    await pause(settings.value.drainMs);
    await listening.value.stop();
    await control?.stop();
    await page.value?.stop();
    await store.value.close();
  });
};

runUntilStopped('Fieldbook', start);
