/**
 * Supervisors' devices that this person let in and that have not been handed the keys yet. Letting in takes a link in the roster and
 * then the keys, and an app can be closed between the two: what the entries here say is what tells whether it was done.
 */
import type { Id } from '../domain/id.ts';
import { toHex } from '../protocol/bytes.ts';
import { type Roster, supervisorDevices } from '../protocol/roster.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { ReadGrantEntry } from './everybodysKeys.ts';

export const createNewcomers = (vault: OpenVault) => {
  const handed = new Set<Id>();
  return {
    /** By this person's own devices: a bundle of keys, which bears a name of its own; the grant of a single key bears that key's. */
    saw: (roster: Roster, { entry: { header }, grant }: ReadGrantEntry): void => {
      const isMine = roster.devices.get(toHex(header.device))?.person === toHex(vault.contents().person);
      if (isMine && header.stream && !vault.findRingKey(toHex(grant.grant))) handed.add(toHex(header.stream));
    },
    handedTo: (device: Id): void => {
      handed.add(device);
    },
    waiting: (roster: Roster): readonly Id[] => {
      const { device, person } = vault.contents();
      const isMine = (by: Id): boolean => roster.devices.get(by)?.person === toHex(person);
      return supervisorDevices(roster)
        .filter((one) => one.by !== one.device && isMine(one.by) && one.device !== toHex(device) && !handed.has(one.device))
        .map((one) => one.device);
    },
  };
};
