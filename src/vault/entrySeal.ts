/** Seals an entry's body and opens it again; the header is associated data, so neither half can be swapped. */

import type { EntryBody } from '../domain/entry.ts';
import { failed, type Result } from '../domain/result.ts';
import { type BodyFailure, unpackBody } from '../protocol/body.ts';
import { type Header, headerBytes, type SealedEntry } from '../protocol/sealedEntry.ts';
import { openWith, type SealFailure, sealOverhead, sealWith } from './seal.ts';

export const sealBody = async (key: CryptoKey, unfinished: Omit<Header, 'length'>, packed: Uint8Array): Promise<SealedEntry> => {
  const header: Header = { ...unfinished, length: packed.length + sealOverhead };
  return { header, body: await sealWith(key, packed, headerBytes(header)) };
};

export const openBody = async (key: CryptoKey, { header, body }: SealedEntry): Promise<Result<EntryBody, SealFailure | BodyFailure>> => {
  const packed = await openWith(key, body, headerBytes(header));
  return packed.ok ? unpackBody(packed.value) : failed(packed.failure);
};
