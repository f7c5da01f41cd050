/**
 * The table of contents of a zip, read from its end. Ours, because libraries trust it: here names are only keys, no two
 * parts may share a name or a byte, and nothing is unpacked before somebody asks for it.
 */
import { strFromU8 } from 'fflate';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { WorkbookFailure } from './failure.ts';
import type { WorkbookLimits } from './limits.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  /** Still packed. */
  readonly data: Uint8Array;
  readonly size: number;
}

/** By name in small letters, with / between folders. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

interface Listed extends Omit<ZipEntry, 'data'> {
  readonly packedSize: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64LocatorSignature = 0x07064b50;
const listedSignature = 0x02014b50;
const localSignature = 0x04034b50;
const all32 = 0xffffffff;
const all16 = 0xffff;
const longestComment = 65_535;

const damaged = failed({ type: 'damaged', part: 'zip' } as const);

export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const findEnd = (view: DataView): number | null => {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return null;
};

const big = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

interface Contents {
  readonly count: number;
  readonly start: number;
}

/** Some programs write the long form (zip64) for files of any size. */
const longContents = (view: DataView, end: number): Contents | null => {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== end64LocatorSignature) return null;
  const at = big(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) return null;
  return { count: big(view, at + 32), start: big(view, at + 48) };
};

const contentsOf = (view: DataView, end: number): Contents | null => {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  return count === all16 || start === all32 ? longContents(view, end) : { count, start };
};

/** The numbers that did not fit into 32 bits, in their fixed order: size, packed size, offset. */
const longNumbers = (view: DataView, from: number, to: number): number[] => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    const stop = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    if (view.getUint16(at, true) !== 1) continue;
    const numbers: number[] = [];
    for (let place = at + 4; place + 8 <= stop; place += 8) numbers.push(big(view, place));
    return numbers;
  }
  return [];
};

interface Record46 {
  readonly listed: Listed;
  readonly next: number;
}

const listedAt = (bytes: Uint8Array, view: DataView, at: number): Record46 | null => {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== listedSignature) return null;
  const extra = at + 46 + view.getUint16(at + 28, true);
  const comment = extra + view.getUint16(at + 30, true);
  const next = comment + view.getUint16(at + 32, true);
  if (next > bytes.length) return null;
  const long = longNumbers(view, extra, comment);
  const number = (place: number): number => (view.getUint32(place, true) === all32 ? (long.shift() ?? all32) : view.getUint32(place, true));
  const [size, packedSize, offset] = [number(at + 24), number(at + 20), number(at + 42)];
  const name = strFromU8(bytes.subarray(at + 46, extra));
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const [method, checksum] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  return { listed: { name, encrypted, method, checksum, size, packedSize, offset }, next };
};

const listAll = (bytes: Uint8Array, contents: Contents): Listed[] | null => {
  const view = viewOf(bytes);
  const all: Listed[] = [];
  let at = contents.start;
  for (let index = 0; index < contents.count; index += 1) {
    const record = listedAt(bytes, view, at);
    if (!record) return null;
    all.push(record.listed);
    at = record.next;
  }
  return all;
};

const dataOf = (bytes: Uint8Array, { offset, packedSize }: Listed): Uint8Array | null => {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localSignature) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : null;
};

const unsafe = (part: string, because: 'twice' | 'overlapping') => failed({ type: 'unsafe', part: part.slice(0, 100), because } as const);

/** A name that climbs out of the zip is nobody's part; a folder is none either. */
const isPart = (name: string): boolean => !name.endsWith('/') && !name.split('/').includes('..');

const withData = (bytes: Uint8Array, listed: readonly Listed[]): Result<ZipEntries, WorkbookFailure> => {
  const entries = new Map<string, ZipEntry>();
  let free = 0;
  for (const one of [...listed].sort((a, b) => a.offset - b.offset)) {
    const data = dataOf(bytes, one);
    if (!data) return damaged;
    if (one.offset < free) return unsafe(one.name, 'overlapping');
    free = data.byteOffset - bytes.byteOffset + data.length;
    const key = partKey(one.name);
    if (entries.has(key)) return unsafe(one.name, 'twice');
    if (isPart(key)) entries.set(key, { ...one, data });
  }
  return ok(entries);
};

export const readZip = (bytes: Uint8Array, limits: WorkbookLimits): Result<ZipEntries, WorkbookFailure> => {
  if (bytes.length < 22) return damaged;
  const view = viewOf(bytes);
  const end = findEnd(view);
  const contents = end === null ? null : contentsOf(view, end);
  if (!contents) return damaged;
  if (contents.count > limits.parts) return failed({ type: 'too-large', what: 'parts', limit: limits.parts });
  const listed = listAll(bytes, contents);
  return listed ? withData(bytes, listed) : damaged;
};
