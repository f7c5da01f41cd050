/**
 * The phone forgets once the office has confirmed: when the days to keep are over, a day's keys leave the vault and its rows
 * the database. Dropping a key is what makes it true; old bytes in the browser's files can never be opened again (R27).
 * Supervisors' devices keep everything: they are the office.
 */
import { toHex } from '../protocol/bytes.ts';
import { parseGrant } from '../protocol/grant.ts';
import { headerOf, parseEntry } from '../protocol/sealedEntry.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { RingKey } from '../vault/vaultFile.ts';
import { everybodysName } from './audiences.ts';
import type { EntryRow, FieldbookDatabase } from './database.ts';

export const daysToKeep = 7;

/** Which seal key a row is about: it is sealed with it, or it is the grant that handed it over and would do so again. */
const keyOf = ({ bytes, apart }: EntryRow): string | null => {
  if (apart !== undefined) {
    const key = headerOf(bytes)?.key;
    return key ? toHex(key) : null;
  }
  const entry = parseEntry(bytes);
  if (!entry.ok) return null;
  const { header, body } = entry.value;
  if (header.key) return toHex(header.key);
  const grant = parseGrant(body);
  return grant.ok ? toHex(grant.value.grant) : null;
};

/** What is for everybody (checklists) tells of no person, and is needed for as long as it is in use. */
const isOver = ({ day, audience }: RingKey, today: number): boolean => day < today - daysToKeep && audience !== everybodysName;

/** `today`: days since 1970. A key that still seals something undelivered stays, however old. */
const keysToDrop = (ring: readonly RingKey[], undelivered: ReadonlySet<string>, today: number): ReadonlySet<string> =>
  new Set(ring.filter((key) => isOver(key, today) && !undelivered.has(toHex(key.id))).map(({ id }) => toHex(id)));

export const forgetDelivered = async (db: FieldbookDatabase, vault: OpenVault, today: number): Promise<void> => {
  const { role, ring } = vault.contents();
  if (role === 'supervisor' || !ring.some((key) => isOver(key, today))) return;
  const rows = await db.entries.toArray();
  const waiting = new Set([
    ...(await db.outbox.toArray()).flatMap(({ n, resolved }) => (resolved ? [] : [n])),
    ...(await stillOffered(db)),
  ]);
  const keys = new Map(rows.map((row) => [row.n as number, keyOf(row)]));
  const undelivered = new Set([...keys].flatMap(([n, key]) => (key !== null && waiting.has(n) ? [key] : [])));
  const dropped = keysToDrop(ring, undelivered, today);
  // Keys first: if the browser dies between, rows without a key are left, which nobody can read.
  await vault.change((contents) => ({ ...contents, ring: contents.ring.filter(({ id }) => !dropped.has(toHex(id))) }));
  const over = [...keys].flatMap(([n, key]) => (key !== null && dropped.has(key) ? [n] : []));
  // What was written anew goes with its day like any other that the office has.
  await Promise.all([db.entries, db.apart, db.outbox, db.proofs, db.offers].map((table) => table.bulkDelete(over)));
  await forgetReceipts(db);
};

/** What the office may have lost stays until it has it again. What nothing here proves could never be handed in. */
const stillOffered = async (db: FieldbookDatabase): Promise<readonly number[]> =>
  (await db.offers.toArray()).flatMap(({ n, device }) => (device === undefined ? [] : [n]));

/** A receipt is about entries; when none of them is left here there is nothing to show it for. */
const forgetReceipts = async (db: FieldbookDatabase): Promise<void> => {
  const held = new Set((await db.entries.toArray()).map(({ id }) => id));
  const rows = await db.receipts.toArray();
  const idle = rows.filter(({ places }) => !places.some(([id]) => held.has(toHex(id))));
  await db.receipts.bulkDelete(idle.flatMap(({ r }) => r ?? []));
};
