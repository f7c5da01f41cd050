/**
 * What nobody can bring back any more, and nobody promised to: the endpoint had it and was put back to a state from before it came;
 * the worker's phone that wrote it had been told that the office has it, and forgot it when its seven days were over by the phone's
 * own calendar (docs/decisions/0010); no supervisor's device has it, and no other phone with what proves it. Whoever holds it so must
 * bring it back, and so must the phone that wrote it for as long as it has it. Only where clocks are turned, or many days go by, can there be any.
 */
import type { OfferRow } from '../../src/store/database.ts';
import type { Device } from './device.ts';
import { type Logged, readLog } from './endpointLog.ts';
import type { World } from './world.ts';

interface Holder {
  readonly device: string | undefined;
  readonly role: Device['role'];
  readonly ids: ReadonlySet<string>;
  /** Of what others wrote: those that nothing here proves (reoffering.ts). */
  readonly unproven: ReadonlySet<string>;
}

const holderOf = ({ disk, role, tabs: [tab] }: Device): Holder => {
  const rows = disk.rows('entries') as readonly { readonly n: number; readonly id: string }[];
  const laid = new Set((disk.rows('offers') as readonly OfferRow[]).flatMap(({ n, device }) => (device === undefined ? [n] : [])));
  return {
    device: tab?.notebook?.me.device,
    role,
    ids: new Set(rows.map(({ id }) => id)),
    unproven: new Set(rows.flatMap(({ n, id }) => (laid.has(n) ? [id] : []))),
  };
};

export const findGone = (world: World): readonly Logged[] => {
  const there = new Set(readLog(world.endpoint.disk, world.fails).map(({ id }) => id));
  const holders = world.devices.map(holderOf);
  const isGone = ({ id, device: writer }: Logged): boolean =>
    holders.some(({ device, role }) => device === writer && role === 'worker') &&
    holders.every(({ device, role, ids, unproven }) => !ids.has(id) || (role === 'worker' && device !== writer && unproven.has(id)));
  const gone = world.stoodBefore().filter((logged) => !there.has(logged.id) && isGone(logged));
  return [...new Map(gone.map((logged) => [logged.id, logged])).values()];
};
