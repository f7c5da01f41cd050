/**
 * The sealed entry: the same bytes in the phone's database, the outbox, on the wire, in a courier file,
 * in the endpoint's log and in its backup. docs/protocol.md, "Entry".
 */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, toHex } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import { readEntry, writeEntry, writeHeader } from './entryBytes.ts';
import type { Header, SealedEntry } from './header.ts';
import { maxEntryBytes, suiteNumber } from './numbers.ts';
import type { Primitives } from './primitives.ts';

export type { Header, SealedEntry };

export type EntryFailure =
  | { readonly type: 'malformed' }
  | { readonly type: 'too-large' }
  | { readonly type: 'unknown-suite'; readonly suite: number };

/** The associated data of the seal: whoever changes a field of the header breaks the seal. */
export const headerBytes = (header: Header): Bytes => writeHeader(header);

export const encodeEntry = (entry: SealedEntry): Bytes => writeEntry(entry);

export const parseEntry = (bytes: Uint8Array): Result<SealedEntry, EntryFailure> => {
  if (bytes.length > maxEntryBytes) return failed({ type: 'too-large' });
  const entry = readEntry(bytes);
  if (!entry) return failed({ type: 'malformed' });
  const { suite, length } = entry.header;
  if (suite !== suiteNumber) return failed({ type: 'unknown-suite', suite });
  return length === entry.body.length ? ok(entry) : failed({ type: 'malformed' });
};

export const entryIdOf = async ({ sha256 }: Pick<Primitives, 'sha256'>, bytes: Uint8Array): Promise<string> => toHex(await sha256(bytes));

/** An entry's place in its chain, for where its body is kept elsewhere. */
export const withoutBody = ({ header }: SealedEntry): Bytes => writeEntry({ header, body: new Uint8Array() });
export const headerOf = (bytes: Uint8Array): Header | null => readEntry(bytes)?.header ?? null;

/** What a device signs to vouch for its chain up to and including `id`: one signature serves every entry before it. */
export const headStatement = (head: {
  readonly org: Bytes;
  readonly device: Bytes;
  readonly sequence: number;
  readonly id: Bytes;
}): Bytes => encodeCbor(['fieldbook head', 1, head.org, head.device, head.sequence, head.id]);

export const firstPrevious: Bytes = new Uint8Array(32);
