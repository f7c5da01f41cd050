/**
 * What travels without a network: a batch's entries with their proofs, and the endpoint's signed receipts for them. The same
 * bytes lie in a courier file and in the device's table `carried`. docs/protocol.md, "Courier files and codes".
 */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Bytes } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { maxBatchBytes, maxEntriesPerBatch } from './numbers.ts';
import { Hash, PublicKey, Signature, Whole } from './parts.ts';
import { Run } from './runs.ts';

export type CarriedFailure = { readonly type: 'malformed' };

const parsedAs = <S extends v.GenericSchema>(schema: S, bytes: Uint8Array): Result<v.InferOutput<S>, CarriedFailure> => {
  const value = bytes.length <= maxBatchBytes ? decodeCbor(bytes) : null;
  const parsed = value?.ok ? v.safeParse(schema, value.value) : null;
  return parsed?.success ? ok(parsed.output) : failed({ type: 'malformed' });
};

/** Without names of fields: nothing in a file is to be readable, not even a word of ours. */
const Carried = v.strictTuple([
  v.pipe(v.array(Run), v.minLength(1), v.maxLength(maxEntriesPerBatch)),
  v.pipe(v.array(v.strictTuple([Whole, Signature])), v.maxLength(maxEntriesPerBatch)),
]);
export interface CarriedBatch {
  readonly runs: Run[];
  /** As in a batch of the exchange: [index of an entry, its device's signature over the chain up to it]. */
  readonly proofs: [number, Bytes][];
}

export const encodeCarried = ({ runs, proofs }: CarriedBatch): Bytes => encodeCbor([runs, proofs]);

export const parseCarried = (bytes: Uint8Array): Result<CarriedBatch, CarriedFailure> => {
  const parsed = parsedAs(Carried, bytes);
  return parsed.ok ? ok({ runs: parsed.value[0], proofs: parsed.value[1] }) : parsed;
};

const Signed = v.strictTuple([
  PublicKey,
  v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  v.pipe(v.array(v.strictTuple([Hash, Whole])), v.minLength(1), v.maxLength(maxEntriesPerBatch)),
  Signature,
]);
export interface SignedReceipts {
  readonly endpoint: Bytes;
  readonly generation: string;
  /** [id of an entry that was kept or had, its place in the office's stream] */
  readonly places: [Bytes, number][];
  /** Over the statement "fieldbook receipts": good in anybody's hands. */
  readonly signature: Bytes;
}

export const encodeSignedReceipts = ({ endpoint, generation, places, signature }: SignedReceipts): Bytes =>
  encodeCbor([endpoint, generation, places, signature]);

export const parseSignedReceipts = (bytes: Uint8Array): Result<SignedReceipts, CarriedFailure> => {
  const parsed = parsedAs(Signed, bytes);
  if (!parsed.ok) return parsed;
  const [endpoint, generation, places, signature] = parsed.value;
  return ok({ endpoint, generation, places, signature });
};
