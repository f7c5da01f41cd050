/**
 * An endpoint that was put back to an older state has lost what came since; whoever still holds it offers it again. First all that
 * is held here is listed, then the stream is read again from its beginning and what stands there is struck off; what is left is
 * missing. Own entries go back to the outbox, those of others go with the proofs they came with. Every step lies in the database.
 */
import { Dexie } from 'dexie';
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import { maxEntriesPerBatch } from '../protocol/numbers.ts';
import { headerOf, headStatement, parseEntry } from '../protocol/sealedEntry.ts';
import { signWith } from '../vault/keys.ts';
import { type EntryRow, type FieldbookDatabase, keepState, type OfferRow, readState } from './database.ts';
import { bytesPerSignature, entriesPerSignature, follows, provableWithin, type Ready, withProof } from './proving.ts';
import { listWitnesses } from './witnesses.ts';

const rowsAtOnce = 500;
const inChains = '[device+sequence]';

export const offerOf = ({ n = 0, bytes }: EntryRow): OfferRow => {
  const header = headerOf(bytes);
  return header ? { n, device: toHex(header.device), sequence: header.sequence } : { n };
};

/** Everything that this device holds and that does not wait here anyway. In the transaction that settles the answer. */
export const listAll = async (db: FieldbookDatabase, since: string): Promise<void> => {
  const waiting = new Set(await db.outbox.toCollection().primaryKeys());
  await db.offers.clear();
  for (let after = 0; ; ) {
    const rows = await db.entries.where('n').above(after).limit(rowsAtOnce).toArray();
    await db.offers.bulkAdd(rows.filter(({ n = 0 }) => !waiting.has(n)).map(offerOf));
    after = rows[rows.length - 1]?.n ?? after;
    if (rows.length < rowsAtOnce) break;
  }
  await carryAgain(db);
  await keepState(db, 'rereading', { since });
};

/** What was carried for others may be lost as well, and their phones were told that it had come. */
const carryAgain = (db: FieldbookDatabase) =>
  db.carried.toCollection().modify((row: { answer?: Bytes; refused?: string }) => {
    delete row.answer;
    if (row.refused !== 'malformed') delete row.refused;
  });

/** What the endpoint has needs no offering. */
export const strikeOff = async (db: FieldbookDatabase, ids: readonly Bytes[]): Promise<void> => {
  const ns = await db.entries.where('id').anyOf(ids.map(toHex)).primaryKeys();
  await db.offers.bulkDelete(ns);
};

const bytesOf = async (db: FieldbookDatabase, row: EntryRow): Promise<Bytes> =>
  row.apart === undefined ? row.bytes : ((await db.apart.get(row.n ?? 0))?.bytes ?? row.bytes);

const readyOf = async (db: FieldbookDatabase, ns: readonly number[]): Promise<readonly Ready[]> => {
  const [rows, proofs] = await Promise.all([db.entries.bulkGet([...ns]), db.proofs.bulkGet([...ns])]);
  const ready = ns.map(async (n, at): Promise<Ready[]> => {
    const row = rows[at];
    const bytes = row && (await bytesOf(db, row));
    const entry = bytes ? parseEntry(bytes) : null;
    return row && entry?.ok
      ? [{ n, id: fromHex(row.id), entry: entry.value, size: bytes?.length ?? 0, signature: proofs[at]?.signature }]
      : [];
  });
  return (await Promise.all(ready)).flat();
};

/** Out of every order: it stays listed, and is not sent. */
const lay = (db: FieldbookDatabase, ns: readonly number[]) => db.offers.bulkPut(ns.map((n) => ({ n })));

const toOutbox = async (db: FieldbookDatabase, rows: readonly Ready[]): Promise<void> => {
  await db.outbox.bulkPut(rows.map(({ n, signature }) => ({ n, ...(signature ? { signature } : {}) })));
  await db.offers.bulkDelete(rows.map(({ n }) => n));
};

/** The stream was read to its end: what is left of one's own waits again, as it did before it was sent. */
export const endReading = async (db: FieldbookDatabase): Promise<void> => {
  await db.state.delete('rereading');
  await listWitnesses(db);
  const me = (await readState(db, 'device'))?.device ?? '';
  const own = await db.offers.where(inChains).between([me, Dexie.minKey], [me, Dexie.maxKey]).primaryKeys();
  const proven = withProof(await readyOf(db, own));
  await toOutbox(db, proven);
  const sent = new Set(proven.map(({ n }) => n));
  await lay(
    db,
    own.filter((n) => !sent.has(n)),
  );
};

/** Entries of others, chain by chain. Those that nothing here proves step aside for the rest. */
export const takeOffers = async (db: FieldbookDatabase, limit: number): Promise<readonly Ready[]> => {
  if (await readState(db, 'rereading')) return [];
  const listed = await db.offers.orderBy(inChains).limit(maxEntriesPerBatch).primaryKeys();
  const rows = await readyOf(db, listed);
  const proven = withProof(rows);
  const isProven = new Set(proven.map(({ n }) => n));
  const stuck = listed.filter((n) => !isProven.has(n) && !(listed.length === maxEntriesPerBatch && isInLastChain(rows, n)));
  const none = proven.length === 0;
  // One row without an end would be waited for in vain.
  await lay(db, none && stuck.length === 0 ? listed : stuck);
  return none && listed.length > 0 ? takeOffers(db, limit) : provableWithin(proven, limit);
};

/** Its signature may be among those that were not listed yet. */
const isInLastChain = (rows: readonly Ready[], n: number): boolean => {
  let from = rows.length - 1;
  while (from > 0 && follows(rows[from], rows[from - 1] as Ready)) from -= 1;
  return rows.findIndex((row) => row.n === n) >= from;
};

export interface Signer {
  readonly db: FieldbookDatabase;
  readonly org: Bytes;
  readonly device: Bytes;
  readonly signingKey: CryptoKey;
}

/**
 * Own entries that were sent by an earlier version, which did not keep its signatures, or whose signed successor is not missing:
 * once the vault is open they are signed anew and wait like all others.
 */
export const signAgain = async ({ db, org, device, signingKey }: Signer): Promise<void> => {
  if (await readState(db, 'rereading')) return;
  const stuck = (await db.offers.toArray()).filter((row) => row.device === undefined).map(({ n }) => n);
  if (stuck.length === 0) return;
  const own = (await readyOf(db, stuck))
    .filter(({ entry: { header } }) => sameBytes(header.device, device))
    .sort((a, b) => a.entry.header.sequence - b.entry.header.sequence);
  const signed: Ready[] = [];
  let [count, bytes] = [0, 0];
  for (const [at, row] of own.entries()) {
    [count, bytes] = [count + 1, bytes + row.size];
    const due = count >= entriesPerSignature || bytes >= bytesPerSignature || !follows(own[at + 1], row);
    const statement = headStatement({ org, device, sequence: row.entry.header.sequence, id: row.id });
    signed.push(due ? { ...row, signature: await signWith(signingKey, statement) } : row);
    if (due) [count, bytes] = [0, 0];
  }
  await db.transaction('rw', [db.outbox, db.offers], () => toOutbox(db, signed));
};
