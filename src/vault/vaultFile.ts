/**
 * The vault file: slots that each open the same random key, and the contents sealed under it. The slots' parameters are
 * associated data, so that nobody can weaken them unseen. A passphrase slot now; others can stand beside it.
 */
import * as v from 'valibot';
import { Role } from '../domain/entry.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../protocol/cbor.ts';
import { AnyBytes, Hash, Id16, PublicKey, Whole } from '../protocol/parts.ts';
import { KdfParameters } from './kdf.ts';

const PassphraseSlot = v.strictObject({ opens: v.literal('passphrase'), kdf: KdfParameters, wrapped: AnyBytes });
export type PassphraseSlot = v.InferOutput<typeof PassphraseSlot>;

const VaultFile = v.strictObject({
  version: v.literal(1),
  slots: v.pipe(v.array(PassphraseSlot), v.minLength(1), v.maxLength(8)),
  box: AnyBytes,
});
export type VaultFile = v.InferOutput<typeof VaultFile>;

const KeyPair = v.strictObject({ publicKey: PublicKey, pkcs8: AnyBytes });
const Key32 = v.pipe(AnyBytes, v.length(32));

/** A seal key in the ring. `audience` names the readers of an own key; of a received one it says only that it is everybody's. */
export const RingKey = v.strictObject({ id: Id16, key: Key32, device: Id16, day: Whole, audience: v.optional(v.string()) });
export type RingKey = v.InferOutput<typeof RingKey>;

export const VaultContents = v.strictObject({
  org: Id16,
  root: Hash,
  organisation: v.string(),
  person: Id16,
  name: v.string(),
  role: Role,
  device: Id16,
  sign: KeyPair,
  seal: KeyPair,
  /** The organisation's own key; in supervisors' vaults only. */
  orgKey: v.nullable(KeyPair),
  /** Seals drafts on this device; never leaves it. */
  drafts: Key32,
  ring: v.array(RingKey),
  /** The invitation this device came by, until it is let in: what the four words are made of. */
  joining: v.optional(v.strictObject({ invitation: Id16, joinKey: Hash, secret: Hash })),
});
export type VaultContents = v.InferOutput<typeof VaultContents>;

type Damaged = { readonly type: 'vault-damaged' };
const parsed = <S extends v.GenericSchema>(schema: S, bytes: Uint8Array): Result<v.InferOutput<S>, Damaged> => {
  const value = decodeCbor(bytes);
  const read = value.ok ? v.safeParse(schema, value.value) : null;
  return read?.success ? ok(read.output) : failed({ type: 'vault-damaged' });
};

export const encodeVaultFile = (file: VaultFile): Bytes => encodeCbor(file);
export const parseVaultFile = (bytes: Uint8Array) => parsed(VaultFile, bytes);
export const encodeContents = (contents: VaultContents): Bytes => encodeCbor(contents);
export const parseContents = (bytes: Uint8Array) => parsed(VaultContents, bytes);

/** Bound to a slot's wrap: changed parameters do not open. */
export const slotBinding = (kdf: KdfParameters): Bytes => encodeCbor(['fieldbook slot', 1, kdf]);
export const boxBinding: Bytes = encodeCbor(['fieldbook vault', 1]);
