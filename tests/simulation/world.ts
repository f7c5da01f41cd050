/** One simulated world: an organisation, its phones and its endpoint, going through a plan; then calm, and what must hold is looked at. */

import type { Bytes } from '../../src/protocol/bytes.ts';
import { createCryptography } from './cryptography.ts';
import { createDevice, type Device, type Tab } from './device.ts';
import { createDisk } from './disk.ts';
import type { DiskImage } from './diskImage.ts';
import { createEndpoint } from './endpoint.ts';
import type { Backup } from './endpointDisk.ts';
import { type Logged, readLog } from './endpointLog.ts';
import { standOn } from './ground.ts';
import { createLedger, holdsCanary } from './ledger.ts';
import { createLiar } from './lies.ts';
import { createLink } from './network.ts';
import { type Random, randomFrom } from './random.ts';
import { createScheduler } from './scheduler.ts';
import { createTrace } from './trace.ts';

export const hour = 3_600_000;

export interface WorldWishes {
  readonly name?: string;
  readonly seed: number;
  /** The endpoint lies. */
  readonly isHostile?: boolean;
  readonly print: ((line: string) => void) | null;
}

/** An organisation that was founded already (beginning.ts). */
export interface Beginning {
  readonly devices: readonly { readonly role: Device['role']; readonly image: DiskImage }[];
  readonly endpoint: Backup;
  readonly signers: ReadonlyMap<string, Bytes>;
  /** How long it took. */
  readonly ms: number;
}

export const createWorld = ({ seed, print, isHostile = false, name = `world ${seed}` }: WorldWishes) => {
  const random = randomFrom(name);
  const scheduler = createScheduler();
  const cryptography = createCryptography(random.fork('nobody'));
  standOn({ scheduler, cryptography });
  const sources = new Map<string, Random>();
  cryptography.source = () => {
    const owner = scheduler.owner().name;
    const there = sources.get(owner) ?? random.fork(`keys of ${owner}`);
    sources.set(owner, there);
    return there;
  };
  const trace = createTrace(scheduler.now, print);
  const failures: string[] = [];
  const fails = (what: string): void => {
    failures.push(what);
    trace.line(`FAILS ${what}`);
  };
  const endpoint = createEndpoint(name, { scheduler, random: random.fork('endpoint'), cryptography, trace: trace.line });
  const ledger = createLedger();
  const backups: Backup[] = [];
  const stoodBefore: Logged[] = [];
  let restores = 0;
  const devices: Device[] = [];
  const liar = createLiar(trace.line);

  /** Until it is done, however long that takes; what is not done in two days of its time never will be. */
  const runs = <T>(device: Device, work: () => Promise<T>): T | null => {
    const ends: { value: T }[] = [];
    const errors: unknown[] = [];
    scheduler.soon(
      () =>
        void work().then(
          (value) => ends.push({ value }),
          (error: unknown) => errors.push(error),
        ),
      device.owner,
    );
    scheduler.runUntil(() => ends.length + errors.length > 0, 48 * hour);
    if (errors.length > 0) fails(`threw: ${device.name}: ${describe(errors[0])}`);
    else if (ends.length === 0) fails(`stuck: ${device.name} waits for something that never comes`);
    return ends[0]?.value ?? null;
  };

  const addDevice = (role: Device['role']): Device => {
    const called = `${role}-${devices.length + 1}`;
    const device = createDevice({
      name: called,
      role,
      scheduler,
      disk: createDisk(`${name} ${called}`, scheduler, random.fork(`disk of ${called}`)),
      link: createLink({
        scheduler,
        random: random.fork(`link of ${called}`),
        answering: endpoint.answering,
        name: called,
        trace: trace.line,
        between: (asked, answered) => {
          if (holdsCanary(asked.body) || holdsCanary(answered.body)) fails(`I17: a canary on the wire, ${asked.path}`);
          return liar.look(asked, answered, called);
        },
      }),
    });
    devices.push(device);
    return device;
  };

  const boot = async (device: Device): Promise<Tab> => {
    const tab = await device.openTab();
    await device.unlock(tab);
    return tab;
  };

  /** Letting somebody in, step by step as people do it, over a network that works. */
  const admit = (by: Device, role: Device['role']): Device | null => {
    const tab = by.tabs.find(({ notebook }) => notebook) ?? runs(by, () => boot(by));
    if (!tab) return null;
    const link = runs(by, () => by.invite(tab, role));
    if (link === null) return null;
    const newcomer = addDevice(role);
    const asked = runs(newcomer, () => newcomer.ask(link, newcomer.name));
    const letIn = asked ? runs(by, () => by.letIn(tab)) : 0;
    if (!asked || !letIn || !runs(newcomer, () => newcomer.look())) {
      newcomer.kill();
      devices.pop();
      return null;
    }
    runs(newcomer, () => boot(newcomer));
    return newcomer;
  };

  const begin = (supervisors: number, workers: number): void => {
    endpoint.start();
    scheduler.runFor(10);
    const founder = addDevice('supervisor');
    runs(founder, () => founder.found());
    const tab = runs(founder, () => boot(founder));
    if (tab) runs(founder, () => tab.exchange.now());
    for (let at = 1; at < supervisors; at += 1) admit(founder, 'supervisor');
    for (let at = 0; at < workers; at += 1) admit(founder, 'worker');
    if (devices.length !== supervisors + workers) fails('beginning: not everybody was let in');
  };

  /** What was prepared, on this world's disks: nobody's browser runs yet. */
  const goOnFrom = (beginning: Beginning): void => {
    scheduler.runFor(beginning.ms);
    cryptography.know(beginning.signers);
    endpoint.start();
    scheduler.runFor(10);
    endpoint.restore(beginning.endpoint, null);
    scheduler.runFor(10);
    for (const { role, image } of beginning.devices) addDevice(role).disk.become(image);
  };

  const end = (): void => {
    for (const device of devices) {
      device.kill();
      device.disk.forget();
    }
    endpoint.close();
  };

  return {
    name,
    seed,
    isHostile,
    random,
    scheduler,
    cryptography,
    trace,
    failures,
    fails,
    endpoint,
    ledger,
    devices,
    liar,
    runs,
    boot,
    admit,
    begin,
    goOnFrom,
    end,
    backups,
    putBack: (backup: Backup, newGeneration: string | null): void => {
      restores += 1;
      endpoint.kill();
      stoodBefore.push(...readLog(endpoint.disk, fails));
      endpoint.restore(backup, newGeneration);
    },
    wasPutBack: () => restores > 0,
    /** All that the endpoint had each time when it was put back. */
    stoodBefore: (): readonly Logged[] => stoodBefore,
  };
};
export type World = ReturnType<typeof createWorld>;

export const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${error.message} ${(error.stack ?? '').split('\n').slice(1, 4).join(' ')}` : String(error);
