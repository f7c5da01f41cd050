/**
 * After an endpoint was put back to an older state (I3): a phone that nobody unlocks offers again what it had been told was
 * delivered. What lies there sealed, and the signatures that stayed with it, must be enough.
 */
import { toHex } from '../../src/protocol/bytes.ts';
import { headerOf } from '../../src/protocol/sealedEntry.ts';
import type { Device } from './device.ts';
import { readLog } from './endpointLog.ts';
import { entriesOf, outboxOf, stateOf } from './rows.ts';
import type { World } from './world.ts';

const checkOffered = (world: World, { name, disk }: Device): void => {
  const me = stateOf(disk, 'device')?.device;
  const waiting = new Set(outboxOf(disk).map(({ n }) => n));
  const there = new Set(readLog(world.endpoint.disk, world.fails).map(({ id }) => id));
  for (const { n = 0, id, bytes } of entriesOf(disk)) {
    const header = headerOf(bytes);
    if (!header || toHex(header.device) !== me || there.has(id) || waiting.has(n)) continue;
    world.fails(`I3: ${name}, locked, does not offer again what the endpoint lost`);
  }
};

/** In some worlds that made backups everything since the last of them is lost once more, when nothing else will happen. */
export const putBackAtLast = (world: World): void => {
  const backup = world.backups.at(-1);
  if (!backup || world.seed % 8 !== 2) return;
  world.putBack(backup, world.seed % 16 === 2 ? 'the last generation' : null);
  world.scheduler.runFor(1000);
};

/** One of two, by the seed. Whom the endpoint does not know any more waits for a supervisor's device to say it again. */
export const checkLockedPhones = (world: World): void => {
  if (!world.wasPutBack()) return;
  for (const [at, device] of world.devices.entries()) {
    if ((world.seed + at) % 2 === 0) continue;
    device.kill();
    const tab = world.runs(device, device.openTab);
    if (!tab) continue;
    world.runs(device, tab.exchange.now);
    if (tab.view().failure === null && !stateOf(device.disk, 'twin')) checkOffered(world, device);
  }
};
