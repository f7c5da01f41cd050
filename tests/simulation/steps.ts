/** Does what a plan says, one step after the other, while everything that was begun before goes on. */
import { never } from '../../src/domain/result.ts';
import type { Device, Tab } from './device.ts';
import { createPeople, type People } from './people.ts';
import type { Doing, Step } from './plan.ts';
import { describe, type World } from './world.ts';

export interface Doer {
  readonly step: (step: Step) => void;
  /** Whoever had trouble with a disk, a clock or a tab may be told of a failure by an exception within the libraries. */
  readonly troubled: ReadonlySet<string>;
}

export const createDoer = (world: World): Doer => {
  const { scheduler, endpoint, devices, trace, cryptography } = world;
  const troubled = new Set<string>();
  const booting = new Map<Device, Promise<Tab>>();
  const people: People = createPeople({
    ledger: world.ledger,
    trace: trace.line,
    fails: world.fails,
    random: world.random.fork('people'),
    thrown: (device, tab, what, error) => {
      if (device.tabs.includes(tab) && !troubled.has(device.name)) world.fails(`threw: ${what}: ${describe(error)}`);
    },
  });

  const begun = (device: Device): Promise<Tab> => {
    const there = booting.get(device);
    if (there) return there;
    const owner = device.owner;
    const boot = world.boot(device).finally(() => {
      if (device.owner === owner) booting.delete(device);
    });
    booting.set(device, boot);
    return boot;
  };

  /** With one of its tabs; a browser that does not run is started first. */
  const inTab = (device: Device, at: number, work: (tab: Tab) => Promise<unknown> | unknown): void => {
    scheduler.soon(() => {
      const go = async () => {
        const tab = device.tabs[at % Math.max(1, device.tabs.length)] ?? (await begun(device));
        await work(tab);
      };
      go().catch((error: unknown) => {
        trace.line(`${device.name} threw ${error instanceof Error ? error.name : ''}`);
        if (!troubled.has(device.name)) world.fails(`threw: ${device.name}: ${describe(error)}`);
      });
    }, device.owner);
  };

  const kill = (device: Device): void => {
    trace.line(`${device.name} killed`);
    booting.delete(device);
    device.kill();
  };

  /** By the first supervisor, with a network that works for as long as it takes. */
  const admit = (role: Device['role']): void => {
    const by = devices[0];
    if (!by || devices.length > 7) return;
    endpoint.calm();
    cryptography.repeatNext(0);
    by.link.calm();
    by.disk.healthy();
    scheduler.runFor(1000);
    const newcomer = world.admit(by, role);
    trace.line(`admitted ${newcomer?.name ?? 'nobody'}`);
  };

  const exchange = async (tab: Tab): Promise<void> => {
    await tab.exchange.now();
    const { failure, waiting } = tab.view();
    trace.line(`exchanged ${failure?.type ?? 'well'} ${waiting}`);
  };

  /** What the endpoint has had in part comes to it three times at once: whoever comes second finds new what is being kept. */
  const overlap = async (device: Device, tab: Tab): Promise<void> => {
    endpoint.slowness = 300;
    endpoint.twoProcesses = true;
    device.link.calm();
    await exchange(tab);
    await people.writes(device, tab, 1);
    device.link.trouble([{ is: 'lose-answer' }, { is: 'twice' }, { is: 'twice' }]);
    await exchange(tab);
    await people.writes(device, tab, 1);
    await exchange(tab);
  };

  const openSecond = async (device: Device): Promise<void> => {
    if (device.tabs.length > 1) return;
    const tab = await device.openTab();
    await device.unlock(tab);
  };

  /** A row that waits and cannot be read, as a damaged disk leaves it: on phones, because the office counts what it cannot open. */
  const poison = async (device: Device, tab: Tab, x: number): Promise<void> => {
    if (device.role === 'supervisor') return;
    const id = x.toString(16).padStart(64, '0');
    await tab.db.transaction('rw', [tab.db.entries, tab.db.outbox], async () => {
      if (await tab.db.entries.where('id').equals(id).first()) return;
      const n = await tab.db.entries.add({ id, bytes: new Uint8Array([x & 255, 1, 2, 3]) });
      await tab.db.outbox.add({ n });
    });
  };

  const perform = (device: Device, at: number, doing: Doing): unknown => {
    const tab = (work: (tab: Tab) => Promise<unknown> | unknown) => inTab(device, at, work);
    switch (doing.do) {
      case 'write':
        return tab((one) => people.writes(device, one, doing.x));
      case 'write-many':
        return tab((one) => people.writesMany(device, one, doing.x));
      case 'amend':
        return tab((one) => people.amends(device, one, doing.x));
      case 'review':
        return tab((one) => people.reviews(device, one, doing.x));
      case 'publish':
        return tab((one) => people.publishes(device, one));
      case 'draft':
        return tab((one) => people.keepsDraft(device, one));
      case 'write-drafted':
        if (doing.x % 4 === 0) troubled.add(device.name);
        return tab((one) => people.writesDrafted(device, one, doing.x));
      case 'exchange':
        return tab(exchange);
      case 'everybody-exchanges':
        for (const each of devices) inTab(each, at, exchange);
        return;
      case 'catch-up':
        return tab((one) => one.notebook?.catchUp());
      case 'lock':
        return tab((one) => device.lock(one));
      case 'unlock':
        return tab((one) => (one.notebook ? undefined : device.unlock(one)));
      case 'second-tab':
        return tab(() => openSecond(device));
      case 'close-tab':
        return tab((one) => {
          troubled.add(device.name);
          device.closeTab(one);
        });
      case 'kill':
        return kill(device);
      case 'kill-at-commit':
        return device.disk.onCommit(() => kill(device));
      case 'network':
        return device.link.trouble(doing.faults);
      case 'link':
        device.link.offline = doing.offline;
        device.link.slowness = doing.slowness;
        return;
      case 'disk':
        troubled.add(device.name);
        return device.disk.failAfter(doing.after, doing.fault, doing.at);
      case 'lockless':
        device.lockless = doing.yes;
        return;
      case 'clock':
        device.clockOff = doing.off;
        return;
      case 'endpoint-kill':
        return endpoint.killAfter(doing.after, doing.downFor);
      case 'endpoint-kill-after-commit':
        return endpoint.killAfterCommit(doing.downFor);
      case 'endpoint-slow':
        endpoint.slowness = doing.slowness;
        endpoint.twoProcesses = doing.twoProcesses;
        return;
      case 'hostile':
        return world.liar.arm(device.name, doing.x, doing.answers);
      case 'backup':
        world.backups.push(endpoint.backup());
        return;
      case 'restore': {
        const backup = world.backups[doing.x % Math.max(1, world.backups.length)];
        if (backup) world.putBack(backup, doing.newGeneration ? `generation ${doing.x}` : null);
        return;
      }
      case 'overlap':
        return tab((one) => overlap(device, one));
      case 'admit':
        admit(doing.role);
        // Who has just come is news to everybody else: in a world of lies, something of the next answers is not so.
        if (world.isHostile) for (const [at, { name }] of devices.entries()) world.liar.arm(name, scheduler.now() + at, 1);
        return;
      case 'repeat-randomness':
        for (const { name } of devices) troubled.add(name);
        return cryptography.repeatNext(doing.draws);
      case 'poison':
        return tab((one) => poison(device, one, doing.x));
      default:
        return never(doing);
    }
  };

  return {
    troubled,
    step: ({ pause, who, tab, doing }) => {
      if ('tasks' in pause) scheduler.runTasks(pause.tasks);
      else scheduler.runFor(pause.ms);
      const device = devices[who % devices.length];
      if (!device) return;
      trace.line(`step ${doing.do} ${device.name}`);
      perform(device, tab, doing);
    },
  };
};
