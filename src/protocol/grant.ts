/**
 * A grant hands keys to readers: each key once per reader, sealed by HPKE to the reader's public key.
 * It travels as an entry without a seal key of its own, so it stands in the device's chain and is signed with it.
 */
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import { parseWith } from './exchange.ts';
import { AnyBytes, Id16, Signature, Whole } from './parts.ts';

const Wraps = v.pipe(
  v.array(
    v.strictObject({
      /** First 16 bytes of SHA-256 of the reader's public key: which of my keys opens this. */
      reader: Id16,
      encapsulated: AnyBytes,
      sealed: AnyBytes,
    }),
  ),
  v.minLength(1),
  v.maxLength(1000),
);

export const Grant = v.strictObject({
  /** Random, named by the HPKE info so that a wrap cannot be moved to another grant. */
  grant: Id16,
  wraps: Wraps,
  /** By the device: HPKE says nothing of its sender, and anybody who knows a public key could wrap a key of their own. */
  signature: Signature,
});
export type Grant = v.InferOutput<typeof Grant>;

/** What a wrap holds once opened. */
export const GrantedKeys = v.strictObject({
  seal: v.array(v.strictObject({ id: Id16, device: Id16, day: Whole, key: v.pipe(AnyBytes, v.length(32)) })),
  /** The organisation's private key (PKCS #8), handed to a new supervisor. */
  org: v.optional(AnyBytes),
});
export type GrantedKeys = v.InferOutput<typeof GrantedKeys>;

export const parseGrant = parseWith(Grant);
export const parseGrantedKeys = parseWith(GrantedKeys);

export const grantInfo = (org: Bytes, device: Bytes, grant: Bytes): Bytes => encodeCbor(['fieldbook grant', 1, org, device, grant]);

export const grantStatement = (org: Bytes, device: Bytes, grant: Pick<Grant, 'grant' | 'wraps'>): Bytes =>
  encodeCbor(['fieldbook granted', 1, org, device, grant.grant, grant.wraps]);
