/** Writes the invented organisation with real devices through the real endpoint, entry by entry, on the days of the plan. */
import type { App } from '../server/app.ts';
import { localNow } from '../src/compose/clock.ts';
import { type Audience, office } from '../src/domain/entry.ts';
import type { Day } from '../src/domain/id.ts';
import { createHeadless, type Headless, type HeadlessDeps, quickKdf } from './headless.ts';
import { organisation, people, type Who, type Worker, workers } from './invented.ts';
import { planOf } from './plan.ts';
import type { Step, Write } from './steps.ts';

export const origin = 'http://demo.localhost';

/** The demo's own time: it is whatever day the plan has reached. */
const createClock = (today: Day) => {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  let at = new Date(year, month - 1, day);
  let second = 0;
  return {
    set: (ago: number, minute: number) => {
      at = new Date(year, month - 1, day - ago, 0, minute);
      second = 0;
    },
    /** No two instants are the same, so that a day reads in the order it was written. */
    now: () => localNow(new Date(at.getTime() + 1000 * Math.min(59, second++))),
    milliseconds: () => at.getTime(),
  };
};

export type Devices = Readonly<Record<Who, Headless>>;

const letInto = async (boss: Headless, device: Headless, who: Worker): Promise<void> => {
  const { name, role, passphrase } = people[who];
  const { link } = await boss.invite(role);
  const words = await device.ask(link, name, passphrase);
  const asking = (await boss.asking()).find((one) => one.words.join() === words.join());
  if (!asking) throw new Error('the words on the two screens differ');
  await boss.letIn(asking.invitation);
  await device.enter();
};

/** What the office says of a record goes to the phone that wrote it, as in the app. */
const audienceOf = (device: Headless, { who, record }: Write): Audience => {
  const writer = who === 'mina' ? device.notebook().writerDeviceOf(record) : undefined;
  return writer === undefined ? office : { devices: [writer] };
};

const take = async (device: Headless, step: Step): Promise<void> => {
  if (step.kind === 'exchange') {
    const { failure } = await device.exchange();
    if (failure) throw new Error(`the demo could not reach its own endpoint: ${failure.type}`);
    return;
  }
  const write = step as Write;
  const { kind, record, says } = write;
  device.must(await device.notebook().write({ kind, record, says, audience: audienceOf(device, write) }));
};

export const writeOrganisation = async (app: App, today: Day): Promise<Devices> => {
  const clock = createClock(today);
  const deps: HeadlessDeps = {
    fetch: (url, init) => app(new Request(String(url), init), { address: '127.0.0.1' }),
    origin,
    kdf: quickKdf,
    now: clock.now,
    milliseconds: clock.milliseconds,
  };
  const devices: Devices = {
    mina: createHeadless(deps),
    joon: createHeadless(deps),
    thuy: createHeadless(deps),
    arif: createHeadless(deps),
  };
  clock.set(95, 9 * 60);
  await devices.mina.found(organisation, people.mina.name, people.mina.passphrase);
  for (const who of workers) await letInto(devices.mina, devices[who], who);
  for (const step of planOf(today)) {
    clock.set(step.ago, step.minute);
    await take(devices[step.who], step);
  }
  clock.set(0, 0);
  await devices.mina.exchange();
  return devices;
};
