/** Watches other devices' chains as their entries come: a number that is missing, or an entry that does not follow the one before. */
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import type { Header } from '../protocol/sealedEntry.ts';

interface Seen {
  highest: number;
  count: number;
  lastId: Bytes;
  broken: number;
}

export const createChains = () => {
  const devices = new Map<string, Seen>();
  return {
    saw: (id: string, { device, sequence, previous }: Header): void => {
      const name = toHex(device);
      const seen = devices.get(name) ?? { highest: 0, count: 0, lastId: previous, broken: 0 };
      if (sequence === seen.highest + 1 && !sameBytes(previous, seen.lastId)) seen.broken += 1;
      if (sequence > seen.highest) {
        seen.highest = sequence;
        seen.lastId = fromHex(id);
      }
      seen.count += 1;
      devices.set(name, seen);
    },
    /** Entries that other devices have written and that have not come, and those whose chain does not fit. */
    missing: (): number =>
      [...devices.values()].reduce((sum, { highest, count, broken }) => sum + Math.max(0, highest - count) + broken, 0),
  };
};
