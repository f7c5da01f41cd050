/**
 * From a passphrase to a key: Argon2id. No engine has it natively, so it is WASM, in a worker of its own so that the
 * screen stays alive. Parameters below the floor are refused, whoever wrote them into the file.
 */
import * as v from 'valibot';
import type { Bytes } from '../protocol/bytes.ts';

export const KdfParameters = v.strictObject({
  name: v.literal('argon2id'),
  /** KiB. OWASP's minimum is the floor; 256 MiB the ceiling, so that a changed file cannot exhaust a phone. */
  memory: v.pipe(v.number(), v.integer(), v.minValue(19 << 10), v.maxValue(256 << 10)),
  passes: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(12)),
  salt: v.pipe(v.instance(Uint8Array<ArrayBuffer>), v.length(16)),
});
export type KdfParameters = v.InferOutput<typeof KdfParameters>;

/** Half a second on a laptop, two on a cheap phone by measurement. */
export const newKdfCost = { name: 'argon2id', memory: 64 << 10, passes: 3 } as const;

/** Gives 32 bytes. Handed in, because a worker, Node and a test each have their own way to run it. */
export type Kdf = (passphrase: string, parameters: KdfParameters) => Promise<Bytes>;

/** People type spaces and capitals as they like, and keyboards compose letters differently. */
export const normalised = (passphrase: string): string => passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
