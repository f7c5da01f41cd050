/** Who belongs: the roster says which devices and roles; names come from what people wrote, since the roster holds none. */
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
