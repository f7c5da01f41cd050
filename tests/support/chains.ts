/** Reads a device's own chain from its database and says where it does not hold. */
import { sameBytes, toHex } from '../../src/protocol/bytes.ts';
import { firstPrevious, type Header, parseEntry } from '../../src/protocol/sealedEntry.ts';
import type { FieldbookDatabase } from '../../src/store/database.ts';
import { sha256 } from './entries.ts';

export interface Kept {
  readonly id: string;
  readonly header: Header;
}

export const keptBy = async (db: FieldbookDatabase): Promise<readonly Kept[]> =>
  (await db.entries.orderBy('n').toArray()).map(({ id, bytes }) => {
    const entry = parseEntry(bytes);
    if (!entry.ok || toHex(sha256(bytes)) !== id) throw new Error(`row ${id} is no entry`);
    return { id, header: entry.value.header };
  });

/** Numbers 1, 2, 3 … each once, each linked to the one before. */
export const holdsTogether = (kept: readonly Kept[]): boolean =>
  kept.every(({ header }, at) => {
    const before = kept[at - 1];
    return header.sequence === at + 1 && (before ? toHex(header.previous) === before.id : sameBytes(header.previous, firstPrevious));
  });
