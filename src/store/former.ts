/**
 * What is left of a chain that this device has given up for a new name (renewing.ts). It is handed in as the old device's entries, in
 * their order, as anybody may hand in what another device wrote; from the first one on that lost its number to a twin's, nothing
 * of that chain is offered any more, and what it says is written anew.
 */
import type { Says } from '../domain/entry.ts';
import { toHex } from '../protocol/bytes.ts';
import { type Header, headerOf } from '../protocol/sealedEntry.ts';
import { type FieldbookDatabase, keepState, type OutboxRow, readState } from './database.ts';
import { saysLeft } from './members.ts';

interface Own {
  readonly row: OutboxRow;
  readonly device: string;
  readonly sequence: number;
}

const ownOf = (row: OutboxRow, header: Header | null): readonly Own[] =>
  header ? [{ row, device: toHex(header.device), sequence: header.sequence }] : [];

const ownRows = async (db: FieldbookDatabase): Promise<readonly Own[]> => {
  const rows = await db.outbox.orderBy('n').toArray();
  const entries = await db.entries.bulkGet(rows.map(({ n }) => n));
  return rows.flatMap((row, at) => ownOf(row, headerOf(entries[at]?.bytes ?? new Uint8Array())));
};

/**
 * In the transaction that settles it: an entry was set aside as a fork. Of the chain in use that means a twin. Of a former one it
 * means that whatever follows goes on from something the office will never have.
 */
export const settleForks = async (db: FieldbookDatabase): Promise<'twin' | 'none'> => {
  const me = (await readState(db, 'device'))?.device;
  const forks = new Map<string, number>();
  const rows = await ownRows(db);
  for (const { row, device, sequence } of rows)
    if (row.setAside === 'fork') forks.set(device, Math.min(sequence, forks.get(device) ?? sequence));
  for (const { row, device, sequence } of rows) {
    const isBehind = device !== me && sequence > (forks.get(device) ?? Number.POSITIVE_INFINITY);
    if (isBehind && row.setAside === undefined) await db.outbox.update(row.n, { setAside: 'fork' });
  }
  return me !== undefined && forks.has(me) ? 'twin' : 'none';
};

/** How many entries were written here under names that were given up. */
export const formerEntries = async (db: FieldbookDatabase): Promise<number> =>
  ((await readState(db, 'former'))?.chains ?? []).reduce((sum, { sequence }) => sum + sequence, 0);

/**
 * The names that were given up, to be said to the office once, so that its answers find this phone under its new one. Said twice,
 * should the browser die before `done`, it is no harm.
 */
export const formerToTell = async (db: FieldbookDatabase): Promise<{ readonly says: Says; readonly done: () => Promise<void> } | null> => {
  const former = await readState(db, 'former');
  if (!former || former.told) return null;
  const says = saysLeft(former.chains.map(({ device }) => device));
  return { says, done: () => keepState(db, 'former', { ...former, told: true }) };
};
