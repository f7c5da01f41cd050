/**
 * What this device hands on without a network: its own outbox and what it carries for others, sealed as they are. Nothing leaves
 * the outbox here: only a receipt does that. It needs no vault, so what a forgotten passphrase locked in can still be carried out.
 */
import { type Bytes, fromHex } from '../protocol/bytes.ts';
import { encodeCarried, parseCarried, parseSignedReceipts } from '../protocol/carried.ts';
import { courierFrame, maxCourierBytes, packCourier } from '../protocol/courier.ts';
import { maxSeriesBytes } from '../protocol/fountain.ts';
import { maxEntriesPerBatch } from '../protocol/numbers.ts';
import { packRuns } from '../protocol/runs.ts';
import { parseEntry } from '../protocol/sealedEntry.ts';
import { primitives } from '../vault/primitives.ts';
import type { CarriedRow, FieldbookDatabase } from './database.ts';
import { bytesForEntries, proofsOf, provable, type Ready } from './proving.ts';

/** As a file, or as a series of codes: how much goes into one. */
export type CourierWay = 'file' | 'codes';

/** `batch`: bytes of entries, with room for proofs and heads; `whole`: of the parts together. A part has up to five bytes of its own. */
const roomIn = {
  file: { batch: bytesForEntries, whole: maxCourierBytes - courierFrame },
  codes: { batch: maxSeriesBytes - (4 << 10), whole: maxSeriesBytes - courierFrame },
} as const;
const bytesBesidePart = 5;

export interface PackedFile {
  readonly bytes: Bytes;
  readonly entries: number;
}
export interface Packed {
  readonly files: readonly PackedFile[];
  /** Entries that fit into none of this kind. */
  readonly left: number;
}

/** Carried, and neither signed for nor refused. */
export const isOpen = ({ answer, refused }: CarriedRow): boolean => answer === undefined && refused === undefined;

interface Part {
  readonly bytes: Bytes;
  readonly entries: number;
}

const rowsWaiting = async (db: FieldbookDatabase): Promise<readonly Ready[]> => {
  const rows = await db.outbox
    .orderBy('n')
    .filter(({ setAside }) => setAside === undefined)
    .toArray();
  const entries = await db.entries.bulkGet(rows.map(({ n }) => n));
  return rows.flatMap(({ n, signature }, at) => {
    const row = entries[at];
    const entry = row ? parseEntry(row.bytes) : null;
    return row && entry?.ok ? [{ n, id: fromHex(row.id), entry: entry.value, size: row.bytes.length, signature }] : [];
  });
};

/** In the order in which they were written. What no batch of this size can prove is left, up to the next signed one. */
const ownParts = (rows: readonly Ready[], most: number): { readonly parts: readonly Part[]; readonly left: number } => {
  const parts: Part[] = [];
  let [from, left] = [0, 0];
  while (from < rows.length) {
    const some = provable(rows.slice(from, from + maxEntriesPerBatch), most);
    if (some.length > 0) parts.push({ bytes: encodeCarried({ runs: packRuns(some), proofs: proofsOf(some) }), entries: some.length });
    const passedOver = some.length > 0 ? 0 : upToSigned(rows, from);
    left += passedOver;
    from += some.length + passedOver;
  }
  return { parts, left };
};
const upToSigned = (rows: readonly Ready[], from: number): number => {
  const signed = rows.findIndex(({ signature }, at) => at >= from && signature !== undefined);
  return (signed < 0 ? rows.length : signed + 1) - from;
};

export const entriesIn = (bytes: Bytes): number => {
  const batch = parseCarried(bytes);
  return batch.ok ? batch.value.runs.reduce((count, run) => count + run[8].length, 0) : 0;
};
export const receiptsIn = (bytes: Bytes): number => {
  const signed = parseSignedReceipts(bytes);
  return signed.ok ? signed.value.places.length : 0;
};

/** One file after the other, each filled in order; a part that is longer than a file is left. */
const filled = (parts: readonly Part[], most: number): { readonly files: readonly (readonly Part[])[]; readonly left: number } => {
  const files: Part[][] = [];
  let [room, left] = [0, 0];
  for (const part of parts) {
    const size = part.bytes.length + bytesBesidePart;
    if (size > most) {
      left += part.entries;
      continue;
    }
    if (size > room) {
      files.push([]);
      room = most;
    }
    files[files.length - 1]?.push(part);
    room -= size;
  }
  return { files, left };
};

const pack = async (org: Bytes, holds: 'entries' | 'receipts', parts: readonly Part[], most: number): Promise<Packed> => {
  const { files, left } = filled(parts, most);
  const packed = files.map(async (some) => ({
    bytes: await packCourier(primitives, { org, holds, parts: some.map(({ bytes }) => bytes) }),
    entries: some.reduce((count, { entries }) => count + entries, 0),
  }));
  return { files: await Promise.all(packed), left };
};

/** Own entries first: they are what the person here waits for. */
export const packWaiting = async (db: FieldbookDatabase, org: Bytes, way: CourierWay): Promise<Packed> => {
  const room = roomIn[way];
  const own = ownParts(await rowsWaiting(db), room.batch);
  const carried = (await db.carried.toArray()).filter(isOpen);
  const others = carried.map(({ bytes }) => ({ bytes, entries: entriesIn(bytes) }));
  const packed = await pack(org, 'entries', [...own.parts, ...others], room.whole);
  return { ...packed, left: packed.left + own.left };
};

/** The newest first: a series of codes that is full leaves out what was probably given back long ago. */
export const packReceipts = async (db: FieldbookDatabase, org: Bytes, way: CourierWay): Promise<Packed> => {
  const rows = (await db.carried.toArray()).reverse();
  const parts = rows.flatMap(({ answer }) => (answer ? [{ bytes: answer, entries: receiptsIn(answer) }] : []));
  return pack(org, 'receipts', parts, roomIn[way].whole);
};
