/**
 * Runs: how a row of entries travels without repeating itself. Consecutive entries of one device that share stream
 * and seal key differ in their header only by sequence, previous hash and length, and all three can be worked out.
 * Packing leaves those out; unpacking gives back the very same bytes. On a slow uplink bytes are everything.
 */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, sameBytes } from './bytes.ts';
import { AnyBytes, Hash, Id16, Whole } from './parts.ts';
import type { Primitives } from './primitives.ts';
import { encodeEntry, type Header, type SealedEntry } from './sealedEntry.ts';

/** [protocol, suite, org, stream, device, first sequence, previous of the first, key, bodies] */
export const Run = v.strictTuple([
  Whole,
  Whole,
  Id16,
  v.nullable(Id16),
  Id16,
  v.pipe(Whole, v.minValue(1)),
  Hash,
  v.nullable(Id16),
  v.pipe(v.array(AnyBytes), v.minLength(1)),
]);
export type Run = v.InferOutput<typeof Run>;

export interface NumberedEntry {
  readonly id: Bytes;
  readonly entry: SealedEntry;
}
export interface UnpackedEntry {
  readonly id: Bytes;
  readonly bytes: Bytes;
  readonly entry: SealedEntry;
}

const sameOrNull = (a: Bytes | null, b: Bytes | null): boolean => (a && b ? sameBytes(a, b) : a === b);

const continues = (before: NumberedEntry, { header }: SealedEntry): boolean => {
  const last = before.entry.header;
  return (
    header.protocol === last.protocol &&
    header.suite === last.suite &&
    header.sequence === last.sequence + 1 &&
    sameBytes(header.previous, before.id) &&
    sameBytes(header.device, last.device) &&
    sameBytes(header.org, last.org) &&
    sameOrNull(header.stream, last.stream) &&
    sameOrNull(header.key, last.key)
  );
};

export const packRuns = (entries: readonly NumberedEntry[]): Run[] => {
  const runs: Run[] = [];
  entries.forEach((numbered, at) => {
    const before = entries[at - 1];
    const { header: h, body } = numbered.entry;
    if (before && continues(before, numbered.entry)) runs[runs.length - 1]?.[8].push(body);
    else runs.push([h.protocol, h.suite, h.org, h.stream, h.device, h.sequence, h.previous, h.key, [body]]);
  });
  return runs;
};

/** Gives back the entries in order, each with its bytes and id, or fails when together they are more than `most`. */
export const unpackRuns = async (
  primitives: Pick<Primitives, 'sha256'>,
  runs: readonly Run[],
  most: number,
): Promise<Result<UnpackedEntry[], { readonly type: 'too-many' }>> => {
  if (runs.reduce((count, run) => count + run[8].length, 0) > most) return failed({ type: 'too-many' });
  const unpacked: UnpackedEntry[] = [];
  for (const [protocol, suite, org, stream, device, first, previousOfFirst, key, bodies] of runs) {
    let previous = previousOfFirst;
    for (const [at, body] of bodies.entries()) {
      const header: Header = { protocol, suite, org, stream, device, sequence: first + at, previous, key, length: body.length };
      const entry = { header, body };
      const bytes = encodeEntry(entry);
      const id = await primitives.sha256(bytes);
      unpacked.push({ id, bytes, entry });
      previous = id;
    }
  }
  return ok(unpacked);
};
