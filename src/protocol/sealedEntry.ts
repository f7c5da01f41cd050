/**
 * The sealed entry: the same bytes in the phone's database, the outbox, on the wire, in a courier file,
 * in the endpoint's log and in its backup. docs/protocol.md, "Entry".
 */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, toHex } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { maxEntryBytes, suiteNumber } from './numbers.ts';
import { AnyBytes, Hash, Id16, Whole } from './parts.ts';
import type { Primitives } from './primitives.ts';

/** Everything an endpoint may read. Kind, record, author, time and form are inside. */
export interface Header {
  readonly protocol: number;
  readonly suite: number;
  readonly org: Bytes;
  /** Whose log besides the office's it is delivered to: `null`, or one device. */
  readonly stream: Bytes | null;
  readonly device: Bytes;
  /** The device's own count, from 1, without gaps. */
  readonly sequence: number;
  /** Id of the device's entry before this one; 32 zero bytes for the first. */
  readonly previous: Bytes;
  /** The seal key that opens the body; `null` for a grant, whose body is sealed to public keys instead. */
  readonly key: Bytes | null;
  /** Bytes of the body. Padded in steps, so it says little. */
  readonly length: number;
}

export interface SealedEntry {
  readonly header: Header;
  /** 12 bytes of nonce and then ciphertext and tag; for a grant, its CBOR. */
  readonly body: Bytes;
}

const WireEntry = v.strictTuple([
  v.strictTuple([Whole, Whole, Id16, v.nullable(Id16), Id16, v.pipe(Whole, v.minValue(1)), Hash, v.nullable(Id16), Whole]),
  AnyBytes,
]);

export type EntryFailure = { readonly type: 'malformed' } | { readonly type: 'too-large' } | { readonly type: 'unknown-suite'; readonly suite: number };

const headerParts = (h: Header) => [h.protocol, h.suite, h.org, h.stream, h.device, h.sequence, h.previous, h.key, h.length] as const;

/** The associated data of the seal: whoever changes a field of the header breaks the seal. */
export const headerBytes = (header: Header): Bytes => encodeCbor(headerParts(header));

export const encodeEntry = ({ header, body }: SealedEntry): Bytes => encodeCbor([headerParts(header), body]);

export const parseEntry = (bytes: Uint8Array): Result<SealedEntry, EntryFailure> => {
  if (bytes.length > maxEntryBytes) return failed({ type: 'too-large' });
  const value = decodeCbor(bytes);
  if (!value.ok) return failed({ type: 'malformed' });
  const parsed = v.safeParse(WireEntry, value.value);
  if (!parsed.success) return failed({ type: 'malformed' });
  const [[protocol, suite, org, stream, device, sequence, previous, key, length], body] = parsed.output;
  if (suite !== suiteNumber) return failed({ type: 'unknown-suite', suite });
  if (length !== body.length) return failed({ type: 'malformed' });
  return ok({ header: { protocol, suite, org, stream, device, sequence, previous, key, length }, body });
};

export const entryIdOf = async ({ sha256 }: Pick<Primitives, 'sha256'>, bytes: Uint8Array): Promise<string> => toHex(await sha256(bytes));

/** What a device signs to vouch for its chain up to and including `id`: one signature serves every entry before it. */
export const headStatement = (head: { readonly org: Bytes; readonly device: Bytes; readonly sequence: number; readonly id: Bytes }): Bytes =>
  encodeCbor(['fieldbook head', 1, head.org, head.device, head.sequence, head.id]);

export const firstPrevious: Bytes = new Uint8Array(32);
