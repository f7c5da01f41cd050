/**
 * `npm run demo`: an endpoint of its own with an invented organisation. It keeps everything in memory, so it can never
 * meet or overwrite anybody's data; when it stops, all of it is gone.
 */
// First of all: Dexie looks for a database engine the moment it is loaded.
import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createApp } from '../server/app.ts';
import { listen } from '../server/listen.ts';
import { describeFault } from '../server/log.ts';
import { nodePrimitives } from '../server/primitives.ts';
import { runUntilStopped } from '../server/running.ts';
import { readSettings } from '../server/settings.ts';
import { readStaticFiles } from '../server/staticFiles.ts';
import { openSqliteStore } from '../server/store/sqlite.ts';
import { localNow } from '../src/compose/clock.ts';
import { failed, ok, type Result } from '../src/domain/result.ts';
import { argonKdf } from '../src/vault/argon.ts';
import { withDemoDoor } from './endpoint.ts';
import { everybody, organisation, people, type Who } from './invented.ts';
import { createMinting } from './minting.ts';
import { writeOrganisation } from './organisation.ts';

type Sentence = { readonly sentence: string };
const say = (line: string) => process.stdout.write(`${line}\n`);
const builtApp = fileURLToPath(new URL('../app', import.meta.url));
const loopback = ['localhost', '127.0.0.1', '::1'];

/** Port and host only: where data is kept is not asked, because nothing is kept. */
const settingsOf = ({ PORT, HOST }: NodeJS.ProcessEnv) => readSettings({ PORT: PORT || '8090', HOST }, { appDir: builtApp });

/**
 * A name of its own for each person and run: browsers keep what belongs to one name apart from the others, so one browser
 * can be all four people, and a notebook left over from yesterday's demo is not in the way.
 */
const addressOf = (who: Who, run: string, url: URL): string =>
  loopback.includes(url.hostname.replace(/[[\]]/g, ''))
    ? `http://${who}-${run}.localhost:${url.port}/demo/${who}`
    : `${url.origin}/demo/${who}`;

const printWelcome = (url: URL, run: string): void => {
  say(`\n${organisation} is ready. Everybody and everything in it is made up.\n`);
  for (const who of everybody) {
    const { name, role, passphrase } = people[who];
    say(`  ${name}, ${role}`.padEnd(20) + addressOf(who, run, url));
    say(`${' '.repeat(20)}passphrase: ${passphrase}`);
  }
  say(
    `\nA browser that does not know these addresses (Safari): open ${new URL('/demo/mina', url)} and so on, each person in a browser or private window of their own.`,
  );
  say('Nothing is kept: stop it with Ctrl+C and it is gone. A browser that was used keeps its own copy until you clear its data.');
};

const start = async (): Promise<Result<() => Promise<void>, Sentence>> => {
  const settings = settingsOf(process.env);
  if (!settings.ok) return settings;
  const store = await openSqliteStore(':memory:');
  if (!store.ok) return failed({ sentence: 'The demo could not open a database in memory.' });
  const app = createApp({
    store: store.value,
    settings: { ...settings.value, founding: 'first' },
    primitives: nodePrimitives,
    now: Date.now,
    invented: true,
    random: (length) => new Uint8Array(randomBytes(length)),
    log: { request: () => undefined, fault: (error) => process.stderr.write(`fault ${describeFault(error)}\n`) },
    staticFiles: readStaticFiles(settings.value.appDir),
  });
  say('Writing three months of an invented organisation ...');
  const devices = await writeOrganisation(app, localNow().slice(0, 10));
  const mint = createMinting({ devices, kdf: argonKdf, seconds: () => Math.floor(Date.now() / 1000) });
  const listening = await listen(withDemoDoor(app, mint), settings.value);
  if (!listening.ok)
    return failed({ sentence: `The demo cannot listen at ${settings.value.host}, port ${settings.value.port}; set PORT to another one.` });
  printWelcome(new URL(listening.value.url), randomBytes(2).toString('hex'));
  return ok(listening.value.stop);
};

runUntilStopped('The demo', start);
