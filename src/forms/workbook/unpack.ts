/**
 * Unpacks one part piece by piece and counts what comes out, whatever the zip says about its size: a bomb is refused
 * after the first pieces that are too many.
 */
import { Inflate } from 'fflate';
import { failed, ok, type Result } from '../../domain/result.ts';
import { checksumAfter } from './checksum.ts';
import type { WorkbookFailure } from './failure.ts';
import type { WorkbookLimits } from './limits.ts';
import type { ZipEntry } from './zip.ts';

/** The next piece, or null at the end. */
export type Next<T> = () => Result<T | null, WorkbookFailure>;

/** What all parts together may still unpack to. */
export interface Budget {
  readonly limits: WorkbookLimits;
  left: number;
  /** For what stands behind the data of a sheet, which is looked at and not kept. */
  tailLeft: number;
}

export const budgetOf = (limits: WorkbookLimits): Budget => ({ limits, left: limits.unpackedBytes, tailLeft: limits.tailBytes });

/** Deflate makes at most 1,032 bytes of one, so one piece is never more than four megabytes. */
const stepBytes = 4096;
const storedStepBytes = 65_536;

const damagedPart = ({ name }: ZipEntry) => failed({ type: 'damaged', part: name.slice(0, 100) } as const);

const stored = ({ data }: ZipEntry): Next<Uint8Array> => {
  let at = 0;
  return () => {
    if (at >= data.length) return ok(null);
    at += storedStepBytes;
    return ok(data.subarray(at - storedStepBytes, at));
  };
};

const deflated = (entry: ZipEntry): Next<Uint8Array> => {
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((piece) => ready.push(piece));
  let at = 0;
  const step = (): void => {
    at += stepBytes;
    inflate.push(entry.data.subarray(at - stepBytes, at), at >= entry.data.length);
  };
  return () => {
    try {
      while (!ready.some((piece) => piece.length > 0) && at < entry.data.length) step();
    } catch {
      // fflate throws for bytes that are no deflate stream.
      return damagedPart(entry);
    }
    return ok(ready.splice(0).find((piece) => piece.length > 0) ?? null);
  };
};

const packed = (entry: ZipEntry): Next<Uint8Array> | null => {
  if (entry.method === 0) return stored(entry);
  return entry.method === 8 ? deflated(entry) : null;
};

const tooMuch = (entry: ZipEntry, size: number, budget: Budget): WorkbookFailure | null => {
  const { partBytes, unpackedBytes, ratio, ratioFrom } = budget.limits;
  if (size > ratioFrom && size > entry.data.length * ratio) return { type: 'unsafe', part: entry.name.slice(0, 100), because: 'ratio' };
  if (size > partBytes) return { type: 'too-large', what: 'unpacked', limit: partBytes };
  return budget.left < 0 ? { type: 'too-large', what: 'unpacked', limit: unpackedBytes } : null;
};

/** Also holds the part to the checksum the zip gives: a changed byte must not become a changed question. */
export const unpack = (entry: ZipEntry, budget: Budget): Next<Uint8Array> => {
  const next = packed(entry);
  let size = 0;
  let checksum = 0;
  return () => {
    if (entry.encrypted) return failed({ type: 'encrypted' });
    const piece = next ? next() : damagedPart(entry);
    if (!piece.ok) return piece;
    if (!piece.value) return checksum === entry.checksum && size === entry.size ? piece : damagedPart(entry);
    size += piece.value.length;
    budget.left -= piece.value.length;
    checksum = checksumAfter(checksum, piece.value);
    const failure = tooMuch(entry, size, budget);
    return failure ? failed(failure) : piece;
  };
};
