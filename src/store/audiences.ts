/** What an audience is on the way: the name its seal key bears in the ring, the stream it is delivered to, the keys that open. */
import type { Audience } from '../domain/entry.ts';
import { type Bytes, fromHex, toHex } from '../protocol/bytes.ts';
import type { Header } from '../protocol/header.ts';
import type { Roster } from '../protocol/roster.ts';

/** In the ring: of an own key, and of a received one that must not be forgotten (forgetting.ts). */
export const everybodysName = 'everybody';

export const audienceName = ({ devices, everybody }: Audience): string => (everybody ? everybodysName : [...devices].sort().join(','));

/** One other device is a delivery address; several would need one log each and are delivered to the office only. */
export const streamOf = ({ devices, everybody }: Audience, org: Bytes): Bytes | null => {
  if (everybody) return org;
  return devices.length === 1 && devices[0] ? fromHex(devices[0]) : null;
};

export const isToEverybody = ({ org, stream }: Pick<Header, 'org' | 'stream'>): boolean => stream !== null && toHex(stream) === toHex(org);

/**
 * Who is among the readers of a key's own grant: the organisation, and the devices that are named. Everybody's key goes to each
 * phone in a grant of its own (`phonesFor`), so that no phone carries what is wrapped for the others.
 */
export const readersOf = ({ devices: named }: Audience, { orgKey, devices }: Roster): readonly Bytes[] => [
  orgKey,
  ...named.flatMap((id) => devices.get(id)?.keys.seal ?? []),
];

export interface PhoneKey {
  readonly device: string;
  readonly seal: Bytes;
}

/** Supervisors' devices open with the organisation's key. */
export const phonesFor = ({ everybody }: Audience, { devices }: Roster): readonly PhoneKey[] =>
  everybody ? [...devices.values()].flatMap(({ device, role, keys: { seal } }) => (role === 'worker' ? [{ device, seal }] : [])) : [];

/** Devices that left the roster or never were in it cannot be sealed to, and this one need not be. */
export const reachable = ({ devices: named, ...rest }: Audience, { devices }: Roster, me: string): Audience => ({
  ...rest,
  devices: named.filter((id) => id !== me && devices.has(id)),
});
