/**
 * The chains of one organisation's devices, checked as their entries come by in any order. Of each device only the stretches
 * without a gap are held, and in the normal case that is one.
 */
import { type Bytes, sameBytes, toHex } from '../../src/protocol/bytes.ts';
import { firstPrevious } from '../../src/protocol/sealedEntry.ts';

interface Stretch {
  readonly from: number;
  readonly previous: Bytes;
  readonly to: number;
  readonly last: Bytes;
  /** The last entry bears a good signature of its own, so it needs none that follows on it. */
  readonly lastSigned: boolean;
}
export interface ChainLink {
  readonly sequence: number;
  readonly previous: Bytes;
  readonly id: Bytes;
  readonly signed: boolean;
}
export interface ChainTrouble {
  readonly what: 'number-twice' | 'broken-link' | 'fork' | 'numbers-missing';
  readonly who: string;
  readonly at: number;
}

export const createChains = (tell: (trouble: ChainTrouble) => void) => {
  const stretches = new Map<string, Stretch[]>();

  const add = (who: string, link: ChainLink): void => {
    const all = stretches.get(who) ?? [];
    const { sequence } = link;
    if (all.some(({ from, to }) => from <= sequence && sequence <= to)) tell({ what: 'number-twice', who, at: sequence });
    else stretches.set(who, joined(who, all, link));
  };

  const joined = (who: string, all: readonly Stretch[], { sequence, previous, id, signed }: ChainLink): Stretch[] => {
    const before = all.find(({ to }) => to === sequence - 1);
    const after = all.find(({ from }) => from === sequence + 1);
    if (before && !sameBytes(before.last, previous)) tell({ what: before.lastSigned ? 'fork' : 'broken-link', who, at: sequence });
    if (after && !sameBytes(after.previous, id)) tell({ what: signed ? 'fork' : 'broken-link', who, at: sequence + 1 });
    const whole: Stretch = {
      from: before?.from ?? sequence,
      previous: before?.previous ?? previous,
      to: after?.to ?? sequence,
      last: after?.last ?? id,
      lastSigned: after?.lastSigned ?? signed,
    };
    return [...all.filter((stretch) => stretch !== before && stretch !== after), whole];
  };

  const finish = (): void => {
    for (const [who, all] of stretches) {
      all.sort((a, b) => a.from - b.from);
      let [next, missing] = [1, 0];
      for (const { from, previous, to } of all) {
        if (from === 1 && !sameBytes(previous, firstPrevious)) tell({ what: 'broken-link', who, at: 1 });
        missing += from - next;
        next = to + 1;
      }
      if (missing > 0) tell({ what: 'numbers-missing', who, at: missing });
    }
  };

  return { add: (device: Bytes, link: ChainLink) => add(toHex(device), link), finish };
};
export type Chains = ReturnType<typeof createChains>;
