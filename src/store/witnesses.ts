/**
 * What was not lost may bear the signature that vouches for what was: the phone that wrote both may have forgotten the older part and
 * sent the newer again by itself. So far as that signature the chain is listed too; the office finds that it has it, and takes
 * what it vouches for.
 */
import { toHex } from '../protocol/bytes.ts';
import { maxEntriesPerBatch } from '../protocol/numbers.ts';
import { headerOf } from '../protocol/sealedEntry.ts';
import type { FieldbookDatabase, OfferRow } from './database.ts';

type Listed = Required<OfferRow>;

const isListed = (row: OfferRow): row is Listed => row.device !== undefined && row.sequence !== undefined;
const placeOf = (device: string, sequence: number): string => `${device} ${sequence}`;

/** Those after which nothing is listed that could vouch for them. */
const unvouchedEnds = (offers: readonly Listed[], signed: ReadonlySet<number>): readonly Listed[] => {
  const listed = new Set(offers.map(({ device, sequence }) => placeOf(device, sequence)));
  return offers.filter(({ n, device, sequence }) => !signed.has(n) && !listed.has(placeOf(device, sequence + 1)));
};

const rowsOf = async (db: FieldbookDatabase, devices: ReadonlySet<string>): Promise<ReadonlyMap<string, Listed>> => {
  const rows = new Map<string, Listed>();
  await db.entries.each(({ n = 0, bytes }) => {
    const header = headerOf(bytes);
    const device = header ? toHex(header.device) : '';
    if (header && devices.has(device)) rows.set(placeOf(device, header.sequence), { n, device, sequence: header.sequence });
  });
  return rows;
};

/** In the transaction that ends the reading. */
export const listWitnesses = async (db: FieldbookDatabase): Promise<void> => {
  const signed = new Set(await db.proofs.toCollection().primaryKeys());
  const ends = unvouchedEnds((await db.offers.toArray()).filter(isListed), signed);
  if (ends.length === 0) return;
  const rows = await rowsOf(db, new Set(ends.map(({ device }) => device)));
  for (const { device, sequence } of ends) {
    const witnesses: Listed[] = [];
    for (let next = sequence + 1; witnesses.length < maxEntriesPerBatch; next += 1) {
      const row = rows.get(placeOf(device, next));
      if (!row) break;
      witnesses.push(row);
      if (!signed.has(row.n)) continue;
      await db.offers.bulkPut(witnesses);
      break;
    }
  }
};
