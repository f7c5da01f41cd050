/** The roster as this device holds it: read and checked against the invitation's root at start, grown as links come. */
import type { Bytes } from '../protocol/bytes.ts';
import { addLink, type Roster, readRoster } from '../protocol/roster.ts';
import { primitives } from '../vault/primitives.ts';
import { type FieldbookDatabase, readState } from './database.ts';

export interface HeldRoster {
  readonly current: () => Roster;
  /** Takes in links that the exchange, or another tab's, has kept since. */
  readonly refresh: () => Promise<void>;
}

/** Adds the links that follow; stops at the first that does not, since nothing after it can be trusted. */
export const grow = async (roster: Roster, links: readonly Bytes[]): Promise<{ readonly roster: Roster; readonly taken: number }> => {
  let grown = roster;
  for (const [at, link] of links.entries()) {
    const next = await addLink(primitives, grown, link);
    if (!next.ok) return { roster: grown, taken: at };
    grown = next.value;
  }
  return { roster: grown, taken: links.length };
};

export const loadRoster = async (db: FieldbookDatabase): Promise<HeldRoster> => {
  const [rows, device] = await Promise.all([readState(db, 'roster'), readState(db, 'device')]);
  const read = await readRoster(primitives, rows?.links ?? [], device?.root ?? null);
  // Links are checked before they are kept, so a chain that does not read means the database itself is damaged.
  if (!read.ok) throw new Error(`the roster on this device does not read: ${read.failure.type}`);
  let roster = read.value;
  return {
    current: () => roster,
    refresh: async () => {
      const now = await readState(db, 'roster');
      roster = (await grow(roster, (now?.links ?? []).slice(roster.links))).roster;
    },
  };
};
