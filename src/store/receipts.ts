/**
 * The endpoint's signed word. Its key is learnt from the first answer and then held to: receipts under another key settle nothing,
 * unless the answer says itself that another history has begun, as after a lost database. What was signed is kept, to be shown.
 */
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import { encodeSignedReceipts, type SignedReceipts } from '../protocol/carried.ts';
import type { SyncAnswer } from '../protocol/exchange.ts';
import { placesOf, receiptsStatement } from '../protocol/receipts.ts';
import { primitives } from '../vault/primitives.ts';
import { type FieldbookDatabase, keepState, type ReceiptsRow, readState } from './database.ts';

const isTheEndpoint = async (db: FieldbookDatabase, { endpoint, history, generation }: SyncAnswer): Promise<boolean> => {
  const known = await readState(db, 'endpoint');
  if (!known || sameBytes(known.key, endpoint) || history === 'other') return true;
  // A restored database may have made itself another key, though everything that this device was told of is in it.
  return (await readState(db, 'cursor'))?.generation !== generation;
};

/** What was signed for the ids of a batch; `null` when it was not our endpoint that signed. */
export const signedFor = async (db: FieldbookDatabase, ids: readonly Bytes[], answer: SyncAnswer): Promise<SignedReceipts | null> => {
  const { endpoint, generation, signature } = answer;
  const places = placesOf(ids, answer.receipts);
  if (!(await isTheEndpoint(db, answer))) return null;
  const org = (await readState(db, 'device'))?.org ?? '';
  const statement = receiptsStatement({ org: fromHex(org), generation, places });
  // Where nothing is signed for, there is nothing to check: a quiet exchange costs a phone no signature.
  const fits = places.length === 0 || (await primitives.verify(endpoint, signature, statement));
  return fits ? { endpoint, generation, places, signature } : null;
};

/** In the transaction that settles them. */
export const keepReceipts = async (db: FieldbookDatabase, signed: SignedReceipts, at: string): Promise<void> => {
  // What passed as the endpoint's teaches its key, also when nothing was sent: the first receipt may come by hand.
  await keepState(db, 'endpoint', { key: signed.endpoint });
  if (signed.places.length === 0) return;
  await db.receipts.add({ at, ...signed });
};

export const answerFor = (signed: SignedReceipts): Bytes => encodeSignedReceipts(signed);

export interface HeldReceipt {
  readonly id: string;
  readonly place: number;
  /** When this device was told. */
  readonly at: string;
  readonly generation: string;
}

const entriesOf = ({ places, at, generation }: ReceiptsRow): HeldReceipt[] =>
  places.map(([id, place]) => ({ id: toHex(id), place, at, generation }));

/** Which entry, which place, when; the newest word about each last. */
export const receiptsHeld = async (db: FieldbookDatabase): Promise<readonly HeldReceipt[]> =>
  (await db.receipts.orderBy('r').toArray()).flatMap(entriesOf);
