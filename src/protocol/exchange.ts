/** One exchange: a batch up, an answer down. docs/protocol.md, "Exchange". */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Bytes } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { maxEntriesPerBatch, maxEntriesPerPage, protocolsWeSpeak } from './numbers.ts';
import { AnyBytes, Hash, Id16, Signature, Whole } from './parts.ts';
import { Run } from './runs.ts';

export const SyncBatch = v.strictObject({
  protocol: v.picklist(protocolsWeSpeak),
  /** The endpoint's generation the cursor belongs to; empty before the first answer. */
  generation: v.pipe(v.string(), v.maxLength(40)),
  /** The last place seen in this device's stream; 0 before the first. */
  seenUpTo: Whole,
  /** How many links of the roster this device holds. */
  rosterLinks: Whole,
  runs: v.pipe(v.array(Run), v.maxLength(maxEntriesPerBatch)),
  /** [index of an entry in this batch, signature over the chain up to it]. The last entry must be proven. */
  proofs: v.pipe(v.array(v.strictTuple([Whole, Signature])), v.maxLength(maxEntriesPerBatch)),
});
export type SyncBatch = v.InferOutput<typeof SyncBatch>;

/** Why an entry was not kept. Each is about that entry alone; the others of the batch went their way. */
export const setAsideReasons = ['unproven', 'malformed', 'not-yours', 'fork', 'too-large', 'unknown-suite', 'unknown-stream'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** `kept` now, or `had` already, both with the place in the office's log; or set aside and why. */
export const Receipt = v.variant('is', [
  v.strictObject({ is: v.literal('kept'), place: Whole }),
  v.strictObject({ is: v.literal('had'), place: Whole }),
  v.strictObject({ is: v.literal('set-aside'), reason: v.picklist(setAsideReasons) }),
]);
export type Receipt = v.InferOutput<typeof Receipt>;

/** Either a run of entries, or the ids of entries this device wrote itself and so need not be sent back. */
export const PageItem = v.union([Run, v.strictObject({ own: v.pipe(v.array(Hash), v.minLength(1)) })]);
export type PageItem = v.InferOutput<typeof PageItem>;

export const SyncAnswer = v.strictObject({
  protocol: v.picklist(protocolsWeSpeak),
  generation: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** One per entry of the batch, in its order. */
  receipts: v.pipe(v.array(Receipt), v.maxLength(maxEntriesPerBatch)),
  roster: v.array(AnyBytes),
  /** The page starts at place `from` and is gap-free; `more` when another waits. */
  page: v.strictObject({ from: Whole, items: v.pipe(v.array(PageItem), v.maxLength(maxEntriesPerPage)), more: v.boolean() }),
  /** Phones waiting to be let in; for supervisors only. */
  asking: v.array(v.strictObject({ invitation: Id16, request: AnyBytes })),
});
export type SyncAnswer = v.InferOutput<typeof SyncAnswer>;

export type ShapeFailure = { readonly type: 'malformed' } | { readonly type: 'unknown-protocol' };

const parseWith =
  <S extends v.GenericSchema>(schema: S) =>
  (bytes: Uint8Array): Result<v.InferOutput<S>, ShapeFailure> => {
    const value = decodeCbor(bytes);
    if (!value.ok) return failed({ type: 'malformed' });
    const parsed = v.safeParse(schema, value.value);
    if (parsed.success) return ok(parsed.output);
    return failed({ type: speaksAnother(value.value) ? 'unknown-protocol' : 'malformed' });
  };

const speaksAnother = (value: unknown): boolean => {
  const said = v.safeParse(v.looseObject({ protocol: Whole }), value);
  return said.success && !protocolsWeSpeak.some((number) => number === said.output.protocol);
};

export const parseSyncBatch = parseWith(SyncBatch);
export const parseSyncAnswer = parseWith(SyncAnswer);
export const encodeSyncBatch = (batch: SyncBatch): Bytes => encodeCbor(batch);
export const encodeSyncAnswer = (answer: SyncAnswer): Bytes => encodeCbor(answer);
export { parseWith };
