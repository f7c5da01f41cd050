/** Who belongs: the roster says which devices and roles; names come from what people wrote, since the roster holds none. */
import type { OpenedEntry, Says } from '../domain/entry.ts';
import type { Roster } from '../protocol/roster.ts';
import type { Member } from './notebook.ts';
import type { Shelf } from './shelf.ts';

const nameIn = (shelf: Shelf, person: string): string | undefined => {
  const said = shelf.record(person)?.fields.get('name')?.value;
  return shelf.nameOf(person) ?? (typeof said === 'string' ? said : undefined);
};

export const membersIn = (roster: Roster, shelf: Shelf, me: { readonly person: string; readonly name: string }): readonly Member[] => {
  const members = new Map<string, Member>();
  for (const { person, role, device } of roster.devices.values()) {
    const devices = [...(members.get(person)?.devices ?? []), device];
    members.set(person, { person, role, devices, name: person === me.person ? me.name : (nameIn(shelf, person) ?? '') });
  }
  return [...members.values()];
};

/** In the record of a person: a name that their phone bore before it was let in anew. */
const leftField = (device: string): string => `left.${device}`;
export const saysLeft = (devices: readonly string[]): Says => Object.fromEntries(devices.map((device) => [leftField(device), true]));

/** Where an answer reaches somebody: on the phone that wrote it, or on the one it became. */
export const deviceToAnswer = (roster: Roster, shelf: Shelf, { device, body: { by } }: OpenedEntry): string => {
  const hasLeft = (id: string): boolean => shelf.record(by.person)?.fields.get(leftField(id))?.value === true;
  const others = [...roster.devices.values()].filter(({ person, device: id }) => person === by.person && !hasLeft(id));
  return hasLeft(device) ? (others.at(-1)?.device ?? device) : device;
};
