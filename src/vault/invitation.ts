/**
 * What an invitation's secret is good for: a name for it at the endpoint, a key that proves one knows it, a key that seals
 * card and request, and the four words that both screens show. Each is derived for its own purpose, so none gives away another.
 */
import type { Result } from '../domain/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';
import type { JoinRequest } from '../protocol/joining.ts';
import { deriveBytes } from './derive.ts';
import { primitives } from './primitives.ts';
import { aesKeyFrom, openWith, type SealFailure, sealWith } from './seal.ts';

export interface InvitationKeys {
  readonly invitation: Bytes;
  readonly joinKey: Bytes;
  /** SHA-256 of the join key: all the endpoint holds. */
  readonly guard: Bytes;
  readonly sealCard: (plain: Bytes) => Promise<Bytes>;
  readonly openCard: (sealed: Bytes) => Promise<Result<Bytes, SealFailure>>;
  readonly sealRequest: (plain: Bytes) => Promise<Bytes>;
  readonly openRequest: (sealed: Bytes) => Promise<Result<Bytes, SealFailure>>;
}

const bound = (what: string, invitation: Bytes) => encodeCbor(['fieldbook', 1, what, invitation]);

export const invitationKeys = async (secret: Bytes): Promise<InvitationKeys> => {
  const [invitation, joinKey, sealing] = await Promise.all([
    deriveBytes(secret, 'invitation name', 16),
    deriveBytes(secret, 'invitation join'),
    deriveBytes(secret, 'invitation seal'),
  ]);
  const key = await aesKeyFrom(sealing);
  const [card, request] = [bound('card', invitation), bound('request', invitation)];
  return {
    invitation,
    joinKey,
    guard: await primitives.sha256(joinKey),
    sealCard: (plain) => sealWith(key, plain, card),
    openCard: (sealed) => openWith(key, sealed, card),
    sealRequest: (plain) => sealWith(key, plain, request),
    openRequest: (sealed) => openWith(key, sealed, request),
  };
};

/**
 * Four numbers below 7,776 from the secret and the phone's keys: whoever swaps a key on the way changes the words, and
 * without the secret nobody can search for keys that give the same ones.
 */
export const admissionNumbers = async (secret: Bytes, root: Bytes, { person, device, keys }: JoinRequest): Promise<readonly number[]> => {
  const said = await primitives.sha256(encodeCbor(['fieldbook words', 1, root, person, device, keys]));
  const bytes = await deriveBytes(new Uint8Array([...secret, ...said]), 'admission words', 16);
  const view = new DataView(bytes.buffer);
  return [0, 4, 8, 12].map((at) => view.getUint32(at) % 7776);
};
