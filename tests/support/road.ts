/** The whole road in one process: the real endpoint as a function, real devices without screens. Only the clock is ours. */
import { randomBytes } from 'node:crypto';
import { createHeadless, type Headless, quickKdf } from '../../demo/headless.ts';
import { type App, type AppDeps, createApp } from '../../server/app.ts';
import { nodePrimitives } from '../../server/primitives.ts';
import { defaultLimits } from '../../server/settings.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';

export interface Road {
  readonly app: App;
  readonly device: () => Headless;
  /** The next `count` requests do not reach the endpoint. */
  readonly cutRequests: (count: number) => void;
  /** The next `count` answers are lost after the endpoint has acted. */
  readonly loseAnswers: (count: number) => void;
  readonly setDay: (day: string) => void;
}

const origin = 'http://office.test';

export const aRoad = async (given: Pick<AppDeps, 'invented'> = {}): Promise<Road> => {
  const opened = await openSqliteStore(':memory:');
  if (!opened.ok) throw new Error('no store');
  const app = createApp({
    store: opened.value,
    primitives: nodePrimitives,
    now: Date.now,
    random: (length) => new Uint8Array(randomBytes(length)),
    settings: { founding: 'first', trustProxy: false, limits: { ...defaultLimits, devicePerMinute: 10_000 } },
    log: { request: () => undefined, fault: () => undefined },
    ...given,
  });
  let [cut, lost] = [0, 0];
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
    const response = await app(new Request(String(url), init), { address: '192.0.2.7' });
    if (lost === 0) return response;
    lost -= 1;
    throw new TypeError('lost');
  };
  return {
    app,
    device: () => createHeadless({ fetch: fetchHere, origin, kdf: quickKdf, now }),
    cutRequests: (count) => {
      cut = count;
    },
    loseAnswers: (count) => {
      lost = count;
    },
    setDay: (to) => {
      day = to;
    },
  };
};

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
