/**
 * Where the vault's bytes lie. Two copies with a count, the older one overwritten first: a device that dies in mid-write
 * still has a whole one. Both are rewritten in place each time, because overwriting is what really erases a dropped key
 * (in IndexedDB the old bytes stay in its files, as was measured).
 */
import * as v from 'valibot';
import { type Bytes, sameBytes } from '../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../protocol/cbor.ts';
import { primitives } from './primitives.ts';

/** One overwritable file of bytes. `name` is 'a' or 'b'. */
export interface SlotMedium {
  readonly erasable: boolean;
  readonly read: (name: 'a' | 'b') => Promise<Bytes | null>;
  readonly overwrite: (name: 'a' | 'b', bytes: Bytes) => Promise<void>;
}

export interface SlotFile {
  readonly erasable: boolean;
  /** The newest whole copy, or `null` when there is none (never written, or both damaged). */
  readonly read: () => Promise<Bytes | null>;
  readonly write: (bytes: Bytes) => Promise<void>;
  /** Writes if `over` still is what the file holds; else another tab was faster, and the answer is no. */
  readonly replace: (over: Bytes, bytes: Bytes) => Promise<boolean>;
}

const Copy = v.strictTuple([
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  v.instance(Uint8Array<ArrayBuffer>),
  v.instance(Uint8Array<ArrayBuffer>),
]);
interface Held {
  readonly count: number;
  readonly bytes: Bytes;
}

const framed = async (count: number, bytes: Bytes): Promise<Bytes> => encodeCbor([count, bytes, await primitives.sha256(bytes)]);

/** The file may be longer than its content, since shorter content overwrites longer: a length stands before it. */
const withLength = (bytes: Bytes): Bytes => {
  const whole = new Uint8Array(4 + bytes.length);
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, 4);
  return whole;
};

const heldIn = async (file: Bytes | null): Promise<Held | null> => {
  if (!file || file.length < 4) return null;
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0);
  const value = decodeCbor(file.subarray(4, 4 + length));
  const copy = value.ok ? v.safeParse(Copy, value.value) : null;
  if (!copy?.success) return null;
  const [count, bytes, hash] = copy.output;
  return sameBytes(await primitives.sha256(bytes), hash) ? { count, bytes: new Uint8Array(bytes) } : null;
};

export const createSlotFile = (medium: SlotMedium): SlotFile => {
  const newest = async () => {
    const [a, b] = await Promise.all([medium.read('a').then(heldIn), medium.read('b').then(heldIn)]);
    if (a && (!b || a.count >= b.count)) return { held: a, older: 'b' as const };
    return { held: b, older: 'a' as const };
  };
  type Newest = Awaited<ReturnType<typeof newest>>;
  const overwrite = async ({ held, older }: Newest, bytes: Bytes): Promise<void> => {
    const file = withLength(await framed((held?.count ?? 0) + 1, bytes));
    await medium.overwrite(older, file);
    await medium.overwrite(older === 'a' ? 'b' : 'a', file);
  };
  return {
    erasable: medium.erasable,
    read: async () => (await newest()).held?.bytes ?? null,
    write: async (bytes) => overwrite(await newest(), bytes),
    replace: async (over, bytes) => {
      const found = await newest();
      if (!found.held || !sameBytes(found.held.bytes, over)) return false;
      await overwrite(found, bytes);
      return true;
    },
  };
};
