/**
 * Receipts that came back by hand: the endpoint's signed word for what it has. It is checked against the key this device learnt
 * from the endpoint itself, and only then does anything leave the outbox.
 */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import { parseSignedReceipts, type SignedReceipts } from '../protocol/carried.ts';
import { receiptsStatement } from '../protocol/receipts.ts';
import { primitives } from '../vault/primitives.ts';
import { unpackCarried } from './courierIn.ts';
import type { FieldbookDatabase } from './database.ts';
import { keepReceipts } from './receipts.ts';
import { offerOf } from './reoffering.ts';
import { confirm } from './settling.ts';

export interface TakenReceipts {
  readonly is: 'receipts';
  readonly receipts: number;
  /** Own entries that waited here and are at the office. */
  readonly settled: number;
  /** Entries this device carries for others, who can now be told. */
  readonly forOthers: number;
}

interface Good {
  readonly bytes: Bytes;
  readonly signed: SignedReceipts;
  readonly ids: ReadonlySet<string>;
}

export interface ReceiptTaker {
  readonly db: FieldbookDatabase;
  readonly org: string;
  /** The endpoint's key, learnt from its own answers; `null` when this device has not spoken with it yet. */
  readonly endpoint: Bytes | null;
  /** The instant, ISO 8601. */
  readonly at: string;
}

const good = async (bytes: Bytes, { org, endpoint }: ReceiptTaker): Promise<Good | null> => {
  const parsed = parseSignedReceipts(bytes);
  if (!parsed.ok || !endpoint || !sameBytes(parsed.value.endpoint, endpoint)) return null;
  const signed = parsed.value;
  const fits = await primitives.verify(endpoint, signed.signature, receiptsStatement({ ...signed, org: fromHex(org) }));
  return fits ? { bytes, signed, ids: new Set(signed.places.map(([id]) => toHex(id))) } : null;
};

interface Answer {
  readonly n: number;
  readonly answer: Bytes;
  readonly entries: number;
}

/** Batches carried here and sent from elsewhere: whoever gave them to this device can be told by it. */
const answersTo = async (db: FieldbookDatabase, receipts: readonly Good[]): Promise<readonly Answer[]> => {
  const open = (await db.carried.toArray()).filter(({ answer }) => answer === undefined);
  const found = open.map(async ({ n, bytes }): Promise<readonly Answer[]> => {
    const ids = ((await unpackCarried(bytes)) ?? []).map(({ id }) => toHex(id));
    const said = receipts.find((one) => ids.length > 0 && ids.every((id) => one.ids.has(id)));
    return said && n !== undefined ? [{ n, answer: said.bytes, entries: ids.length }] : [];
  });
  return (await Promise.all(found)).flat();
};

/**
 * Own entries that waited, and the word for them is kept. The endpoint may have been put back since it signed, and nobody would ask
 * this device again for what it never sent itself: so each is offered once more at the next exchange, which costs nothing when it is there.
 */
const settleOwn = async (db: FieldbookDatabase, receipts: readonly Good[], at: string): Promise<number> => {
  const own = new Set<number>();
  for (const { ids, signed } of receipts) {
    const rows = await db.entries
      .where('id')
      .anyOf([...ids])
      .toArray();
    const waiting = new Set(
      await db.outbox
        .where('n')
        .anyOf(rows.map(({ n = 0 }) => n))
        .primaryKeys(),
    );
    const settled = rows.filter(({ n = 0 }) => waiting.has(n));
    if (settled.length === 0) continue;
    await confirm(
      db,
      settled.map(({ n = 0 }) => n),
    );
    await db.offers.bulkPut(settled.map(offerOf));
    await keepReceipts(db, signed, at);
    for (const { n = 0 } of settled) own.add(n);
  }
  return own.size;
};

const settle = (taker: ReceiptTaker, receipts: readonly Good[], answers: readonly Answer[]): Promise<number> => {
  const { db } = taker;
  return db.transaction('rw', [db.entries, db.outbox, db.proofs, db.offers, db.receipts, db.carried, db.state], async () => {
    for (const { n, answer } of answers) await db.carried.update(n, { answer });
    return settleOwn(db, receipts, taker.at);
  });
};

export const takeReceipts = async (
  taker: ReceiptTaker,
  parts: readonly Bytes[],
): Promise<Result<TakenReceipts, { readonly type: 'unknown-endpoint' }>> => {
  const receipts = (await Promise.all(parts.map((bytes) => good(bytes, taker)))).filter((one) => one !== null);
  if (receipts.length === 0) return failed({ type: 'unknown-endpoint' });
  const answers = await answersTo(taker.db, receipts);
  const settled = await settle(taker, receipts, answers);
  return ok({
    is: 'receipts',
    receipts: new Set(receipts.flatMap((one) => [...one.ids])).size,
    settled,
    forOthers: answers.reduce((sum, { entries }) => sum + entries, 0),
  });
};
