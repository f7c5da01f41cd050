/** What the person who runs the endpoint may set. Parsed once, at the door; a bad setting is told in one sentence. */
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { failed, ok, type Result } from '../src/domain/result.ts';
import { Failpoint } from './failpoint.ts';
import type { LogFormat } from './log.ts';
import { type PostgresAddress, parsePostgresUrl } from './postgresUrl.ts';
import type { FoundingRule } from './store/store.ts';

export interface Limits {
  /** Requests and bytes of one device; generous, because an outbox of weeks is emptied in one go. */
  readonly devicePerMinute: number;
  readonly deviceBytesPerHour: number;
  /** Failed attempts to log in or found, per device and per client network, in a quarter of an hour. */
  readonly loginFailures: number;
  /** Knocking with a wrong or unknown invitation, per client network, in a quarter of an hour. */
  readonly joinFailures: number;
  /** How long a request's body may pause. */
  readonly bodyIdleMs: number;
}

/** What the app itself needs to know. */
export interface AppSettings {
  readonly founding: FoundingRule;
  /** Behind a reverse proxy of one's own: believe its X-Forwarded-* headers. */
  readonly trustProxy: boolean;
  readonly limits: Limits;
}

export interface Settings extends AppSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseFile: string;
  /** Where PostgreSQL is, when that is what keeps the data; the file is then left alone. */
  readonly postgres: PostgresAddress | null;
  /** The built app; the API works without it. */
  readonly appDir: string;
  /** Where Prometheus may ask; `null` when nobody may. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  readonly logFormat: LogFormat;
  /** How long it goes on answering after it was asked to stop, so that a balancer can turn to the others first. */
  readonly drainMs: number;
  readonly failpoint: Failpoint | null;
}

export const defaultLimits: Limits = {
  devicePerMinute: 600,
  deviceBytesPerHour: 200 << 20,
  loginFailures: 10,
  joinFailures: 30,
  bodyIdleMs: 30_000,
};

const Port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535));
const Seconds = v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.maxValue(600));
const Switch = v.pipe(
  v.picklist(['on', 'off', '1', '0', 'true', 'false']),
  v.transform((said) => said === 'on' || said === '1' || said === 'true'),
);

const fields = {
  PORT: { schema: v.optional(Port, '8080'), must: 'must be a number between 0 and 65535' },
  HOST: { schema: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/)), 'localhost'), must: 'must be a host name or an address' },
  DATA_DIR: { schema: v.optional(v.pipe(v.string(), v.minLength(1)), './data'), must: 'must name a folder' },
  FOUNDING: { schema: v.optional(v.picklist(['first', 'open', 'closed']), 'first'), must: 'must be first, open or closed' },
  TRUST_PROXY: { schema: v.optional(Switch, 'off'), must: 'must be on or off' },
  LOG: { schema: v.optional(v.picklist(['text', 'json']), 'text'), must: 'must be text or json' },
  METRICS_PORT: { schema: v.optional(Port), must: 'must be a number between 0 and 65535' },
  METRICS_HOST: { schema: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/)), '127.0.0.1'), must: 'must be a host name or an address' },
  DRAIN_SECONDS: { schema: v.optional(Seconds, '0'), must: 'must be a number of seconds, at most 600' },
  FIELDBOOK_FAILPOINT: { schema: v.optional(Failpoint), must: 'is for tests: after-commit, opening:N, statement:N or pages:N' },
} as const;

const Environment = v.object({
  PORT: fields.PORT.schema,
  HOST: fields.HOST.schema,
  DATA_DIR: fields.DATA_DIR.schema,
  FOUNDING: fields.FOUNDING.schema,
  TRUST_PROXY: fields.TRUST_PROXY.schema,
  LOG: fields.LOG.schema,
  METRICS_PORT: fields.METRICS_PORT.schema,
  METRICS_HOST: fields.METRICS_HOST.schema,
  DRAIN_SECONDS: fields.DRAIN_SECONDS.schema,
  FIELDBOOK_FAILPOINT: fields.FIELDBOOK_FAILPOINT.schema,
});

export interface SettingsFailure {
  readonly sentence: string;
}
type Env = Readonly<Record<string, string | undefined>>;

export const readSettings = (env: Env, defaults: { readonly appDir: string }): Result<Settings, SettingsFailure> => {
  // An empty variable is one that was not set: compose files and unit files leave such lines behind.
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(Environment, said);
  if (!parsed.success) return failed({ sentence: sentenceFor(parsed.issues[0].path?.[0].key) });
  const { PORT, HOST, DATA_DIR, FOUNDING, TRUST_PROXY, LOG, METRICS_PORT, METRICS_HOST, DRAIN_SECONDS, FIELDBOOK_FAILPOINT } =
    parsed.output;
  const database = databaseOf(said.DATABASE_URL, DATA_DIR);
  if (!database.ok) return database;
  return ok({
    port: PORT,
    host: HOST,
    ...database.value,
    appDir: resolve(said.APP_DIR ?? defaults.appDir),
    founding: FOUNDING,
    trustProxy: TRUST_PROXY,
    metrics: METRICS_PORT === undefined ? null : { port: METRICS_PORT, host: METRICS_HOST },
    logFormat: LOG,
    drainMs: DRAIN_SECONDS * 1000,
    failpoint: FIELDBOOK_FAILPOINT ?? null,
    limits: defaultLimits,
  });
};

const sentenceFor = (key: unknown): string => {
  const [name, field] = Object.entries(fields).find(([known]) => known === key) ?? ['A setting', { must: 'cannot be read' }];
  return `${name} ${field.must}.`;
};

type Database = Pick<Settings, 'databaseFile' | 'postgres'>;

const databaseOf = (url: string | undefined, dataDir: string): Result<Database, SettingsFailure> => {
  const usual = resolve(join(dataDir, 'fieldbook.db'));
  if (url === undefined) return ok({ databaseFile: usual, postgres: null });
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(url) ?? [];
  if (scheme === 'sqlite' && rest) return ok({ databaseFile: resolve(rest.replace(/^\/\/(?=\/)/, '')), postgres: null });
  if (scheme === 'postgres' || scheme === 'postgresql') {
    const postgres = parsePostgresUrl(url);
    return postgres.ok ? ok({ databaseFile: usual, postgres: postgres.value }) : postgres;
  }
  return failed({ sentence: 'DATABASE_URL must be sqlite:<file> or postgres://…; leave it out to keep the data in DATA_DIR.' });
};
