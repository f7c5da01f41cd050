/** The shape of an entry, apart from how it is written and read: both halves of that need it. */
import type { Bytes } from './bytes.ts';

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
