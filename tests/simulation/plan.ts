/** What will happen in one world, written down before it begins: so it can be repeated, and made smaller until only what matters is left. */
import type { DiskFault } from './disk.ts';
import type { NetworkFault } from './network.ts';
import { type Random, randomFrom } from './random.ts';

/** What goes by before the next step: some tasks of whatever is under way, or time. */
export type Pause = { readonly tasks: number } | { readonly ms: number };

export type Doing =
  | { readonly do: 'write' | 'amend' | 'review' | 'publish' | 'write-drafted' | 'write-many'; readonly x: number }
  | { readonly do: 'draft' | 'exchange' | 'catch-up' | 'lock' | 'unlock' | 'second-tab' | 'close-tab' | 'kill' | 'kill-at-commit' }
  | { readonly do: 'network'; readonly faults: readonly NetworkFault[] }
  | { readonly do: 'link'; readonly offline: boolean; readonly slowness: number }
  | { readonly do: 'disk'; readonly after: number; readonly fault: DiskFault; readonly at: 'request' | 'commit' }
  | { readonly do: 'lockless'; readonly yes: boolean }
  | { readonly do: 'clock'; readonly off: number }
  | { readonly do: 'endpoint-kill'; readonly after: number; readonly downFor: number }
  | { readonly do: 'endpoint-kill-after-commit'; readonly downFor: number }
  | { readonly do: 'endpoint-slow'; readonly slowness: number; readonly twoProcesses: boolean }
  | { readonly do: 'everybody-exchanges' | 'backup' }
  | { readonly do: 'restore'; readonly newGeneration: boolean; readonly x: number }
  | { readonly do: 'admit'; readonly role: 'worker' | 'supervisor' }
  | { readonly do: 'poison'; readonly x: number }
  | { readonly do: 'repeat-randomness'; readonly draws: number }
  | { readonly do: 'overlap' }
  | { readonly do: 'hostile'; readonly x: number; readonly answers: number };

export interface Step {
  readonly pause: Pause;
  readonly who: number;
  readonly tab: number;
  readonly doing: Doing;
}
export interface Plan {
  readonly seed: number;
  readonly supervisors: number;
  readonly workers: number;
  /** The endpoint lies: then only what must not be believed is checked. */
  readonly hostile: boolean;
  readonly steps: readonly Step[];
}

const day = 86_400_000;
const year = 365 * day;
const minute = 60_000;

const networkFault = (random: Random): NetworkFault => {
  const at = random.below(1000) / 1000;
  switch (random.below(12)) {
    case 0:
    case 1:
      return { is: 'lose-request' };
    case 2:
    case 3:
    case 4:
      return { is: 'lose-answer' };
    case 5:
      return { is: 'duplicate' };
    case 6:
      return { is: 'late-duplicate' };
    case 7:
      return { is: 'delay', ms: random.pick([200, 5000, 29_000, 35_000, 10 * minute]) };
    case 8:
      return { is: 'cut-up', at, quietly: false };
    case 9:
      return { is: 'cut-down', at, quietly: random.chance(0.5) };
    case 10:
      return { is: 'portal', status: random.pick([200, 302]) };
    default:
      return {
        is: 'refusal',
        status: random.pick([429, 500, 502, 503, 507]),
        retryAfter: random.pick([null, '1', '-5', '999999999999', 'Sun, 06 Nov 1994 08:49:37 GMT', 'soon', '1e9']),
      };
  }
};

const diskFault = (random: Random): Doing => ({
  do: 'disk',
  after: random.below(random.pick([2, 10, 40])),
  fault: random.pick(['QuotaExceededError', 'QuotaExceededError', 'UnknownError', 'AbortError', 'InvalidStateError']),
  at: random.pick(['request', 'commit']),
});

/** How often each happens, of a hundred or so. */
const chances: readonly (readonly [number, (random: Random) => Doing])[] = [
  [17, (random) => ({ do: 'write', x: random.below(2 ** 30) })],
  [12, (random) => ({ do: 'amend', x: random.below(2 ** 30) })],
  [3, (random) => ({ do: 'review', x: random.below(2 ** 30) })],
  [2, (random) => ({ do: 'publish', x: random.below(2 ** 30) })],
  [4, (random) => ({ do: 'write-drafted', x: random.below(2 ** 30) })],
  [0.3, (random) => ({ do: 'write-many', x: random.below(2 ** 30) })],
  [4, () => ({ do: 'draft' })],
  [20, () => ({ do: 'exchange' })],
  [2, () => ({ do: 'catch-up' })],
  [2, () => ({ do: 'lock' })],
  [2, () => ({ do: 'unlock' })],
  [2, () => ({ do: 'second-tab' })],
  [1.5, () => ({ do: 'close-tab' })],
  [1.5, () => ({ do: 'kill' })],
  [1.5, () => ({ do: 'kill-at-commit' })],
  [14, (random) => ({ do: 'network', faults: Array.from({ length: 1 + random.below(3) }, () => networkFault(random)) })],
  [2, (random) => ({ do: 'link', offline: random.chance(0.4), slowness: random.pick([20, 40, 400, 8000]) })],
  [5, diskFault],
  [0.7, (random) => ({ do: 'lockless', yes: random.chance(0.7) })],
  [1.5, (random) => ({ do: 'clock', off: random.pick([0, 0, day, -day, 3 * day, 10 * year, -10 * year, 30 * minute, -30 * minute]) })],
  [2.5, (random) => ({ do: 'endpoint-kill', after: random.below(40), downFor: random.below(random.pick([50, 5000, 10 * minute])) })],
  [1, (random) => ({ do: 'endpoint-kill-after-commit', downFor: random.below(10_000) })],
  [1.5, (random) => ({ do: 'endpoint-slow', slowness: random.pick([0, 0, 20, 300]), twoProcesses: random.chance(0.5) })],
  [0.7, () => ({ do: 'everybody-exchanges' })],
  [0.4, (random) => ({ do: 'admit', role: random.chance(0.25) ? 'supervisor' : 'worker' })],
  [1, () => ({ do: 'overlap' })],
  [1, (random) => ({ do: 'poison', x: random.below(2 ** 30) })],
  [0.3, (random) => ({ do: 'repeat-randomness', draws: 1 + random.below(4) })],
];

/** Devices heal an endpoint that was put back to an older state (protocol 2). */
const restoresHappen = true;
const restores: typeof chances = [
  [0.4, () => ({ do: 'backup' })],
  [0.3, (random) => ({ do: 'restore', newGeneration: random.chance(0.5), x: random.below(2 ** 30) })],
];
const lies: typeof chances = [
  [14, (random) => ({ do: 'hostile', x: random.below(2 ** 30), answers: 1 + random.below(4) })],
  [1, () => ({ do: 'admit', role: 'worker' })],
];

const pauseFrom = (random: Random): Pause => {
  const kind = random.below(100);
  if (kind < 35) return { tasks: random.below(60) };
  if (kind < 60) return { ms: random.below(60) };
  if (kind < 90) return { ms: random.below(2000) };
  if (kind < 99) return { ms: random.below(2 * minute) };
  return { ms: random.below(14 * 60 * minute) };
};

export const planFrom = (seed: number, steps: number): Plan => {
  const random = randomFrom(`plan ${seed}`);
  const hostile = seed % 8 === 7;
  const all = [...chances, ...(restoresHappen && seed % 4 === 2 ? restores : []), ...(hostile ? lies : [])];
  const total = all.reduce((sum, [share]) => sum + share, 0);
  const doing = (): Doing => {
    let left = (random.below(1_000_000) / 1_000_000) * total;
    for (const [share, make] of all) {
      left -= share;
      if (left < 0) return make(random);
    }
    return { do: 'exchange' };
  };
  const supervisors = 1 + random.below(2);
  const workers = 2 + random.below(3);
  return {
    seed,
    supervisors,
    workers,
    hostile,
    steps: Array.from({ length: steps }, () => ({
      pause: pauseFrom(random),
      who: random.below(supervisors + workers + 2),
      tab: random.below(2),
      doing: doing(),
    })),
  };
};
