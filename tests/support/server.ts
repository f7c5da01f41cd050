/** The real endpoint, in this process, as a function; only its clock belongs to the test. */
import { type App, createApp } from '../../server/app.ts';
import { nodePrimitives } from '../../server/primitives.ts';
import { type AppSettings, defaultLimits, type Limits } from '../../server/settings.ts';
import type { StaticFiles } from '../../server/staticFiles.ts';
import { openSqliteStore, type SqliteOptions } from '../../server/store/sqlite.ts';
import type { ServerStore } from '../../server/store/store.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { parseRefusal } from '../../src/protocol/refusals.ts';

export interface ServerWishes extends SqliteOptions {
  readonly file?: string;
  /** Another than SQLite's. */
  readonly store?: ServerStore;
  readonly founding?: AppSettings['founding'];
  readonly trustProxy?: boolean;
  readonly limits?: Partial<Limits>;
  readonly afterCommit?: () => void | Promise<void>;
  readonly staticFiles?: StaticFiles;
}

export interface TestServer {
  readonly app: App;
  readonly store: ServerStore;
  /** Takes what `fetch` takes. */
  readonly fetch: typeof fetch;
  readonly origin: string;
  /** What it logged. */
  readonly lines: readonly string[];
  readonly now: () => number;
  readonly timePasses: (ms: number) => void;
  readonly post: (path: string, body: unknown, options?: PostOptions) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface PostOptions {
  readonly token?: string;
  readonly headers?: Record<string, string>;
  /** The client's address as the socket would say it. */
  readonly address?: string;
}

const origin = 'https://office.example';
const home = '192.0.2.7';

const openFile = async ({ file = ':memory:', ...options }: ServerWishes): Promise<ServerStore> => {
  const opened = await openSqliteStore(file, options);
  if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.type}`);
  return opened.value;
};

export const aServer = async (wishes: ServerWishes = {}): Promise<TestServer> => {
  const store = wishes.store ?? (await openFile(wishes));
  let time = Date.parse('2026-11-21T10:00:00Z');
  const now = () => time;
  const lines: string[] = [];
  const app = createApp({
    store,
    primitives: nodePrimitives,
    now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    settings: {
      founding: wishes.founding ?? 'first',
      trustProxy: wishes.trustProxy ?? false,
      limits: { ...defaultLimits, ...wishes.limits },
    },
    log: {
      request: ({ method, route, status }) => lines.push(`${method} ${route} ${status}`),
      fault: (error) => lines.push(`fault ${error instanceof Error ? error.stack : String(error)}`),
    },
    afterCommit: wishes.afterCommit,
    staticFiles: wishes.staticFiles,
  });
  return {
    app,
    store,
    origin,
    lines,
    now,
    fetch: (input, init) =>
      app(new Request(input instanceof URL || typeof input === 'string' ? new URL(input, origin) : input, init), { address: home }),
    timePasses: (ms) => {
      time += ms;
    },
    post: (path, body, { token, headers, address = home } = {}) =>
      app(
        new Request(new URL(path, origin), {
          method: 'POST',
          body: body instanceof Uint8Array ? (body as Bytes) : encodeCbor(body),
          headers: { 'content-type': 'application/cbor', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
        }),
        { address },
      ),
    close: () => store.close(),
  };
};

export const bytesOf = async (response: Response): Promise<Bytes> => new Uint8Array(await response.arrayBuffer());

/** `200`, or the status and the code it came with. */
export const outcomeOf = async (response: Response): Promise<string> => {
  if (response.ok) return String(response.status);
  const refusal = parseRefusal(await bytesOf(response.clone()));
  return `${response.status} ${refusal.ok ? refusal.value.error : 'without a code'}`;
};
