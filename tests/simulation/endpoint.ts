/**
 * The endpoint of a simulated world: the real application over the real store. Its process can be killed before any statement
 * and started again; two processes can serve one store; the store can be slow, so that requests overtake each other within it.
 */
import { type App, createApp } from '../../server/app.ts';
import { sha256 } from '../../server/primitives.ts';
import { defaultLimits } from '../../server/settings.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { ServerStore } from '../../server/store/store.ts';
import type { Cryptography } from './cryptography.ts';
import { type Backup, createEndpointDisk, type EndpointDisk } from './endpointDisk.ts';
import { dawn } from './ground.ts';
import type { Answered, Answering, Asked } from './network.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';

export const origin = 'https://office.example';

export interface Endpoint {
  readonly answering: Answering;
  readonly disk: EndpointDisk;
  readonly isUp: () => boolean;
  readonly start: () => void;
  readonly kill: () => void;
  /** Killed before the statement after so many more, and started again after a time. */
  readonly killAfter: (statements: number, downFor: number) => void;
  readonly killAfterCommit: (downFor: number) => void;
  /** From now on nothing happens to it. */
  readonly calm: () => void;
  /** How long the store may take between two of its steps; 0 is at once. */
  slowness: number;
  /** Requests go to either of two processes. */
  twoProcesses: boolean;
  readonly backup: () => Backup;
  readonly restore: (backup: Backup, newGeneration: string | null) => void;
  readonly faults: readonly string[];
  readonly close: () => void;
}

export interface EndpointDeps {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly cryptography: Cryptography;
  readonly trace: (event: string) => void;
}

interface Running {
  readonly owner: Owner;
  apps: readonly App[];
  readonly open: Set<(answered: Answered | null) => void>;
}

const slowed = (store: ServerStore, pause: () => Promise<void> | null): ServerStore =>
  new Proxy(store, {
    get: (real, name) => {
      const found: unknown = Reflect.get(real, name);
      if (typeof found !== 'function') return found;
      return async (...given: unknown[]) => {
        await pause();
        const result: unknown = await Reflect.apply(found, real, given);
        await pause();
        return result;
      };
    },
  });

/** Starts the endpoint again, as the host's own watchman does. */
const watchman: Owner = { name: 'watchman', alive: true };

export const createEndpoint = (name: string, { scheduler, random, cryptography, trace }: EndpointDeps): Endpoint => {
  const disk = createEndpointDisk(name);
  const faults: string[] = [];
  let running: Running | null = null;
  let statementsLeft: number | null = null;
  let dieAfterCommit = false;
  let boots = 0;
  let downFor = 1000;

  const kill = (): void => {
    const dying = running;
    if (!dying) return;
    running = null;
    dying.owner.alive = false;
    disk.lost();
    statementsLeft = null;
    dieAfterCommit = false;
    trace('endpoint killed');
    for (const reply of dying.open) reply(null);
    scheduler.after(downFor, start, watchman);
  };

  const pause = (): Promise<void> | null => {
    if (self.slowness === 0) return null;
    const ms = random.below(self.slowness);
    return new Promise((done) => void scheduler.after(ms, done));
  };

  const open = async (mine: Running): Promise<void> => {
    const opened = await openSqliteStore(name);
    if (!mine.owner.alive) return;
    if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.type}`);
    const make = () =>
      createApp({
        store: slowed(opened.value, pause),
        primitives: { sha256, verify: cryptography.verify },
        now: () => dawn + scheduler.now(),
        random: random.bytes,
        settings: { founding: 'first', trustProxy: false, limits: { ...defaultLimits, devicePerMinute: 1000 } },
        log: {
          request: () => undefined,
          fault: (error) => {
            if (mine.owner.alive) faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
          },
        },
        afterCommit: () => {
          if (!dieAfterCommit) return undefined;
          kill();
          return new Promise<void>(() => undefined);
        },
      });
    mine.apps = [make(), make()];
    trace('endpoint listens');
  };

  const start = (): void => {
    if (running) return;
    boots += 1;
    const mine: Running = { owner: { name: `endpoint ${boots}`, alive: true }, apps: [], open: new Set() };
    running = mine;
    disk.boot({
      name: mine.owner.name,
      before: () => {
        if (statementsLeft === null) return;
        statementsLeft -= 1;
        if (statementsLeft >= 0) return;
        kill();
        throw new Error('killed');
      },
    });
    scheduler.soon(() => {
      open(mine).catch((error: unknown) => {
        if (mine.owner.alive) faults.push(String(error));
      });
    }, mine.owner);
  };

  const requestFrom = ({ path, headers, body, brokenAt }: Asked): Request => {
    const whole = { method: 'POST', headers };
    if (brokenAt === undefined) return new Request(`${origin}${path}`, { ...whole, body });
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(body.slice(0, brokenAt)),
      pull: (controller) => controller.error(new TypeError('the connection was cut')),
    });
    return new Request(`${origin}${path}`, { ...whole, body: broken, duplex: 'half' } as RequestInit);
  };

  const answerOne = async (mine: Running, asked: Asked, from: string, reply: (answered: Answered) => void): Promise<void> => {
    const app = mine.apps[self.twoProcesses ? random.below(2) : 0];
    if (!app) throw new Error('not listening yet');
    const response = await app(requestFrom(asked), { address: `192.0.2.${from.length}` });
    const body = new Uint8Array(await response.arrayBuffer());
    reply({
      status: response.status,
      headers: Object.fromEntries([...response.headers].filter(([header]) => header === 'content-type' || header === 'retry-after')),
      body,
    });
  };

  const answering: Answering = (asked, from, reply) => {
    const mine = running;
    if (!mine || mine.apps.length === 0) return reply(null);
    const once = (answered: Answered | null): void => {
      if (mine.open.delete(once)) reply(answered);
    };
    mine.open.add(once);
    scheduler.soon(() => {
      answerOne(mine, asked, from, once).catch((error: unknown) => {
        if (mine.owner.alive) faults.push(String(error));
        once(null);
      });
    }, mine.owner);
  };

  const self: Endpoint = {
    answering,
    disk,
    isUp: () => running !== null,
    start,
    kill,
    killAfter: (statements, pauseAfter) => {
      statementsLeft = statements;
      downFor = pauseAfter;
    },
    killAfterCommit: (pauseAfter) => {
      dieAfterCommit = true;
      downFor = pauseAfter;
    },
    calm: () => {
      statementsLeft = null;
      dieAfterCommit = false;
      self.slowness = 0;
      self.twoProcesses = false;
      start();
    },
    slowness: 0,
    twoProcesses: false,
    backup: disk.backup,
    restore: (backup, newGeneration) => {
      kill();
      disk.restore(backup);
      if (newGeneration !== null) disk.rows("update meta set value = ? where key = 'generation' returning key", newGeneration);
      start();
    },
    faults,
    close: () => {
      kill();
      disk.close();
    },
  };
  return self;
};
