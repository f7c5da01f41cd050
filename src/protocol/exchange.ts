/** One exchange: a batch up, an answer down. docs/protocol.md, "Exchange". */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Bytes } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { maxEntriesPerBatch, maxEntriesPerPage, protocolsWeSpeak } from './numbers.ts';
import { AnyBytes, Hash, Id16, PublicKey, Signature, Whole } from './parts.ts';
import { Run } from './runs.ts';

/** The top of the office's stream as the endpoint told it: the place, and the mark of the commit that ended there. */
const Top = v.nullable(v.strictTuple([Whole, Id16]));
export type Top = v.InferOutput<typeof Top>;

/** [index of an entry, its device's signature over the chain up to it] */
const Proofs = v.array(v.strictTuple([Whole, Signature]));

const batchParts = {
  /** The endpoint's generation the cursor belongs to; empty before the first answer. */
  generation: v.pipe(v.string(), v.maxLength(40)),
  /** The last place seen in this device's stream; 0 before the first. */
  seenUpTo: Whole,
  /** How many links of the roster this device holds. */
  rosterLinks: Whole,
  runs: v.pipe(v.array(Run), v.maxLength(maxEntriesPerBatch)),
  /** Each by the device that wrote the entry. The last entry of every chain must be proven. */
  proofs: v.pipe(Proofs, v.maxLength(maxEntriesPerBatch)),
};
export const OldSyncBatch = v.strictObject({ protocol: v.literal(1), ...batchParts });
export type OldSyncBatch = v.InferOutput<typeof OldSyncBatch>;
export const SyncBatch = v.strictObject({
  protocol: v.literal(2),
  ...batchParts,
  /** What the last answer told, so that the endpoint notices when it was put back to an older state since. */
  told: Top,
});
export type SyncBatch = v.InferOutput<typeof SyncBatch>;
const AnySyncBatch = v.variant('protocol', [OldSyncBatch, SyncBatch]);
export type AnySyncBatch = v.InferOutput<typeof AnySyncBatch>;

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

/** The page starts at place `from` and is gap-free; `more` when another waits. */
const pageParts = { from: Whole, items: v.pipe(v.array(PageItem), v.maxLength(maxEntriesPerPage)), more: v.boolean() };
const answerParts = {
  generation: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** One per entry of the batch, in its order. */
  receipts: v.pipe(v.array(Receipt), v.maxLength(maxEntriesPerBatch)),
  roster: v.array(AnyBytes),
  /** Phones waiting to be let in; for supervisors only. */
  asking: v.array(v.strictObject({ invitation: Id16, request: AnyBytes })),
};
export const OldSyncAnswer = v.strictObject({ protocol: v.literal(1), ...answerParts, page: v.strictObject(pageParts) });
export type OldSyncAnswer = v.InferOutput<typeof OldSyncAnswer>;
export const SyncAnswer = v.strictObject({
  protocol: v.literal(2),
  ...answerParts,
  /** `other`: the endpoint no longer has all that this device was told of, and the page begins at 1 again. */
  history: v.picklist(['same', 'other']),
  told: Top,
  /** The asking device's newest entry as the endpoint has it: [sequence, id]. */
  head: v.nullable(v.strictTuple([Whole, Hash])),
  /** How many links the endpoint's roster has. */
  links: Whole,
  /** Proofs with the page let a reader offer others' entries again; an index counts over all its runs. */
  page: v.strictObject({ ...pageParts, proofs: v.pipe(Proofs, v.maxLength(maxEntriesPerPage)) }),
  /** The endpoint's own key, and with it the statement of receipts.ts over what was kept or had. */
  endpoint: PublicKey,
  signature: Signature,
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

export const parseSyncBatch = parseWith(AnySyncBatch);
export const parseSyncAnswer = parseWith(SyncAnswer);
export const encodeSyncBatch = (batch: AnySyncBatch): Bytes => encodeCbor(batch);
export const encodeSyncAnswer = (answer: SyncAnswer | OldSyncAnswer): Bytes => encodeCbor(answer);
export { parseWith };
