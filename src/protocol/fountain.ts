/**
 * A file as an endless series of frames, for codes that change on a screen: whoever looks needs about as many frames as the file
 * has parts, no matter which. The first frames are the parts themselves; each after them is the sum (XOR) of parts drawn by
 * lot. docs/protocol.md, "Courier files and codes".
 */
import { fromBase45, toBase45 } from './base45.ts';
import { type Bytes, concat, sameBytes } from './bytes.ts';
import { crc32 } from './crc32.ts';
import type { Primitives } from './primitives.ts';
import { addTo, createSums, hasPart, type PartSet, type Sums } from './sums.ts';

/** A series of more takes longer than arms hold two phones still. */
export const maxSeriesBytes = 64 << 10;
/** With what stands around it, a code of version 14: 73 modules a side, which phones read from each other's screens. */
const partLength = 412;
const format = 1;
/** format, name of the file, its length, number of the frame */
const [nameAt, lengthAt, indexAt, partAt] = [1, 17, 21, 25];
const crcAt = partAt + partLength;
const frameLength = crcAt + 4;
/** Files begun at once. Of others, the frames are forgotten: nobody shows more to one camera. */
const mostBegun = 4;

const viewOf = ({ buffer, byteOffset, byteLength }: Bytes): DataView => new DataView(buffer, byteOffset, byteLength);
const partsOf = (length: number): number => Math.ceil(length / partLength);
const nameOf = async ({ sha256 }: Pick<Primitives, 'sha256'>, file: Bytes): Promise<Bytes> =>
  (await sha256(file)).slice(0, lengthAt - nameAt);

/** mulberry32: small, well mixed, and the same everywhere. Nobody needs to be surprised by it. */
const lots = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};

/** Which parts the frame of this number is the sum of. */
const partsIn = (index: number, name: Bytes, parts: number): PartSet => {
  const set = new Uint32Array(Math.ceil(parts / 32));
  const single = (part: number): PartSet => {
    set[part >> 5] = 1 << (part & 31);
    return set;
  };
  if (index < parts) return single(index);
  const draw = lots(viewOf(name).getUint32(0) ^ Math.imul(index, 0x9e3779b1));
  for (let at = 0; at < set.length; at += 1) set[at] = draw();
  if (parts % 32 > 0) set[set.length - 1] = (set[set.length - 1] as number) & (2 ** (parts % 32) - 1);
  return set.some(Boolean) ? set : single(index % parts);
};

export interface Series {
  /** As many frames are needed at least. */
  readonly parts: number;
  /** The text of a code; `index` goes up for as long as somebody shows. */
  readonly frame: (index: number) => string;
}

export const createSeries = async (primitives: Pick<Primitives, 'sha256'>, file: Bytes): Promise<Series> => {
  if (file.length === 0 || file.length > maxSeriesBytes) throw new Error('a series has between one byte and 64 KiB');
  const name = await nameOf(primitives, file);
  const parts = partsOf(file.length);
  const frame = (index: number): string => {
    const bytes = new Uint8Array(frameLength);
    const view = viewOf(bytes);
    bytes[0] = format;
    bytes.set(name, nameAt);
    view.setUint32(lengthAt, file.length);
    view.setUint32(indexAt, index);
    const [set, sum] = [partsIn(index, name, parts), bytes.subarray(partAt, crcAt)];
    for (let part = 0; part < parts; part += 1)
      if (hasPart(set, part)) addTo(sum, file.subarray(part * partLength, (part + 1) * partLength));
    view.setUint32(crcAt, crc32(bytes.subarray(0, crcAt)));
    return toBase45(bytes);
  };
  return { parts, frame };
};

/** `strange`: no frame of such a series, or one that was read wrongly. `more`: how far the file is that this frame belongs to. */
export type Received =
  | { readonly is: 'strange' }
  | { readonly is: 'more'; readonly known: number; readonly of: number }
  | { readonly is: 'whole'; readonly file: Bytes };

interface Begun {
  readonly name: Bytes;
  readonly length: number;
  readonly sums: Sums;
}
interface Frame {
  readonly name: Bytes;
  readonly length: number;
  readonly index: number;
  readonly part: Bytes;
}

const readFrame = (text: string): Frame | null => {
  const bytes = fromBase45(text);
  if (bytes?.length !== frameLength || bytes[0] !== format) return null;
  const view = viewOf(bytes);
  const length = view.getUint32(lengthAt);
  if (view.getUint32(crcAt) !== crc32(bytes.subarray(0, crcAt)) || length === 0 || length > maxSeriesBytes) return null;
  return { name: bytes.slice(nameAt, lengthAt), length, index: view.getUint32(indexAt), part: bytes.slice(partAt, crcAt) };
};

export const createReceiver = (primitives: Pick<Primitives, 'sha256'>) => {
  let begun: readonly Begun[] = [];

  /** The one a frame belongs to comes to the front; a fifth file pushes the one nobody shows any more out at the back. */
  const bring = ({ name, length }: Frame): Begun => {
    const known = begun.find((one) => one.length === length && sameBytes(one.name, name));
    const mine = known ?? { name, length, sums: createSums(partsOf(length)) };
    begun = [mine, ...begun.filter((one) => one !== mine)].slice(0, mostBegun);
    return mine;
  };

  /** What does not hash to its name was never that file: somebody else's frames under its name. Everything is looked at anew. */
  const finish = async (mine: Begun): Promise<Received> => {
    begun = begun.filter((one) => one !== mine);
    const file = concat(...mine.sums.solve()).slice(0, mine.length);
    return sameBytes(await nameOf(primitives, file), mine.name) ? { is: 'whole', file } : { is: 'strange' };
  };

  return {
    take: async (text: string): Promise<Received> => {
      const frame = readFrame(text);
      if (!frame) return { is: 'strange' };
      const mine = bring(frame);
      const of = partsOf(mine.length);
      mine.sums.add(partsIn(frame.index, frame.name, of), frame.part);
      return mine.sums.known() === of ? finish(mine) : { is: 'more', known: mine.sums.known(), of };
    },
  };
};
export type Receiver = ReturnType<typeof createReceiver>;
