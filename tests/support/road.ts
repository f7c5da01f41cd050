/** The whole road in one process: the real endpoint as a function, real devices without screens. Only the clock is ours. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createHeadless, type Headless, type Held, quickKdf } from '../../demo/headless.ts';
import { type App, type AppDeps, createApp } from '../../server/app.ts';
import { nodePrimitives } from '../../server/primitives.ts';
import { defaultLimits } from '../../server/settings.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { ServerStore } from '../../server/store/store.ts';

export interface Road {
  readonly app: App;
  /** Ends the endpoint, lets something happen to its file, and starts it again. */
  readonly reopen: (change: () => void) => Promise<void>;
  readonly device: (held?: Held) => Headless;
  /** The next `count` requests do not reach the endpoint. */
  readonly cutRequests: (count: number) => void;
  /** So many requests get through, and then one does not: the connection ends in the middle. */
  readonly cutRequestsAfter: (count: number) => void;
  /** The next `count` answers are lost after the endpoint has acted. */
  readonly loseAnswers: (count: number) => void;
  readonly setDay: (day: string) => void;
}

const origin = 'http://office.test';

const storeAt = async (file: string): Promise<ServerStore> => {
  const opened = await openSqliteStore(file);
  if (!opened.ok) throw new Error(`no store: ${opened.failure.type}`);
  return opened.value;
};

export const aRoad = async ({
  file = ':memory:',
  ...given
}: Pick<AppDeps, 'invented'> & { readonly file?: string } = {}): Promise<Road> => {
  let store = await storeAt(file);
  const appOver = (over: ServerStore) =>
    createApp({
      store: over,
      primitives: nodePrimitives,
      now: Date.now,
      random: (length) => new Uint8Array(randomBytes(length)),
      settings: { founding: 'first', trustProxy: false, limits: { ...defaultLimits, devicePerMinute: 10_000 } },
      log: { request: () => undefined, fault: () => undefined },
      ...given,
    });
  let app = appOver(store);
  const reopen = async (change: () => void): Promise<void> => {
    await store.close();
    change();
    store = await storeAt(file);
    app = appOver(store);
  };
  let [cut, lost] = [0, 0];
  let through = Number.POSITIVE_INFINITY;
  let day = '2026-03-02';
  let second = 0;
  const now = () => {
    second += 1;
    return `${day}T${String(9 + Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}-06:00`;
  };
  const fetchHere: typeof fetch = async (url, init) => {
    if (cut > 0) {
      cut -= 1;
      throw new TypeError('cut');
    }
    through -= 1;
    if (through < 0) {
      through = Number.POSITIVE_INFINITY;
      throw new TypeError('cut');
    }
    const response = await app(new Request(String(url), init), { address: '192.0.2.7' });
    if (lost === 0) return response;
    lost -= 1;
    throw new TypeError('lost');
  };
  return {
    app: (request, caller) => app(request, caller),
    reopen,
    device: (held) => createHeadless({ fetch: fetchHere, origin, kdf: quickKdf, now, ...(held && { held }) }),
    cutRequests: (count) => {
      cut = count;
    },
    cutRequestsAfter: (count) => {
      through = count;
    },
    loseAnswers: (count) => {
      lost = count;
    },
    setDay: (to) => {
      day = to;
    },
  };
};

/** One whose database can be laid aside, and put back in place of what it has become since. */
export const aRoadWithCopies = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-road-'));
  const file = join(folder, 'a.db');
  const road = await aRoad({ file });
  onTestFinished(async () => {
    await road.reopen(() => rmSync(folder, { recursive: true })).catch(() => undefined);
  });
  return {
    ...road,
    layAside: () => road.reopen(() => cpSync(file, `${file}.old`)),
    putBack: () => road.reopen(() => cpSync(`${file}.old`, file)),
    /** The database is lost: what starts in its place knows nobody. */
    lose: () => road.reopen(() => rmSync(file)),
  };
};
export type RoadWithCopies = Awaited<ReturnType<typeof aRoadWithCopies>>;

export interface Team {
  readonly office: Headless;
  readonly field: Headless;
}

/** A supervisor's laptop and a worker's phone that has been let in, words compared. */
export const aTeam = async (road: Road): Promise<Team> => {
  const office = road.device();
  await office.found('Lantern House (invented)', 'Mina', 'office words for stories');
  const field = await letInto(road, office, 'worker', 'Joon');
  return { office, field };
};

export const letInto = async (road: Road, office: Headless, role: 'worker' | 'supervisor', name: string): Promise<Headless> => {
  const device = road.device();
  const { link } = await office.invite(role);
  const words = await device.ask(link, name, 'field words for stories');
  const asking = (await office.asking()).find((one) => one.words.join() === words.join());
  if (!asking) throw new Error('the words differ');
  await office.letIn(asking.invitation);
  await device.enter();
  await device.exchange();
  return device;
};
