/** The exchange as a whole: one at a time, round after round until nothing waits on either side, telling how it stands. */
import type { Result } from '../domain/result.ts';
import { failed, ok } from '../domain/result.ts';
import type { SyncAnswer } from '../protocol/exchange.ts';
import type { Outbox } from '../store/outbox.ts';
import { createBatchSize } from './batchSize.ts';
import { carryOnce, type ExchangeDeps, type Exchanged, type ExchangeFailure, exchangeOnce } from './exchangeOnce.ts';
import type { Work } from './oneWriter.ts';

export interface ExchangeView {
  readonly busy: boolean;
  readonly waiting: number;
  /** Whether the last try reached the endpoint; `null` before the first. */
  readonly reached: boolean | null;
  readonly lastReachedAt: string | null;
  readonly failure: ExchangeFailure | null;
  readonly progress: { readonly done: number; readonly of: number } | null;
}

export interface ExchangeAllDeps extends Omit<ExchangeDeps, 'size'> {
  readonly outbox: Outbox;
  readonly now: () => string;
  /** Lets one tab at a time exchange; resolves to `null` when another does. Tells the work when another has taken over. */
  readonly alone: <T>(work: Work<T>) => Promise<T | null>;
  /** Something that must be told to the endpoint before anything else: a founding. */
  readonly first: () => Promise<Result<void, ExchangeFailure>>;
  readonly tell: (view: ExchangeView) => void;
  readonly asking: (requests: SyncAnswer['asking']) => void;
}

/** The endpoint, or what stands before it, spoke; or the fault is on this phone: none of these says that nobody is there. */
const answeredUs: ReadonlySet<ExchangeFailure['type']> = new Set(['refused', 'busy', 'storage-full', 'storage-failed']);

/**
 * So often in one exchange may the endpoint say that its history is another one: a database can be put back again while the first
 * loss is being made good. One that says so every time would keep a phone asking until its battery is empty; it is tried again
 * later and later instead, as after a failure, and never given up.
 */
const mostHistories = 4;
const asBusy = failed({ type: 'busy', waitSeconds: null } as const);

/** Below this many, an exchange is over before anybody reads a number. */
const worthShowing = 100;

export const createExchange = (deps: ExchangeAllDeps) => {
  let view: ExchangeView = { busy: false, waiting: 0, reached: null, lastReachedAt: null, failure: null, progress: null };
  let running: Promise<void> | null = null;
  let again = false;
  const size = createBatchSize();
  /** Of what waits, so many have gone already: a way that is cut and taken up again goes on from where it was. */
  let gone = 0;

  const show = (change: Partial<ExchangeView>) => {
    view = { ...view, ...change };
    deps.tell(view);
  };

  const count = async () => show({ waiting: await deps.outbox.waiting() });

  /** A database that was closed under us, or a browser without an answer, must not end the exchanging for good. */
  const surely = async (): Promise<Result<void, ExchangeFailure> | null> => {
    try {
      const outcome = await deps.alone(rounds);
      await count();
      return outcome;
    } catch {
      return failed({ type: 'storage-failed' });
    }
  };

  const wayWith = (waiting: number): ExchangeView['progress'] =>
    gone + waiting > worthShowing ? { done: gone, of: gone + waiting } : null;

  /** `null` when another tab, taking this one for asleep, has taken over: what it has begun is at its end, and no more is begun. */
  const rounds: Work<Result<void, ExchangeFailure> | null> = async (lost) => {
    const ready = await deps.first();
    if (!ready.ok) return ready;
    let waiting = await deps.outbox.waiting();
    let histories = 0;
    show({ progress: wayWith(waiting) });
    for (;;) {
      if (lost?.()) return null;
      const round: Result<Exchanged, ExchangeFailure> = await exchangeOnce({ ...deps, size });
      if (!round.ok) return round;
      waiting = Math.max(0, waiting - round.value.sent);
      gone += round.value.sent;
      show({ waiting, reached: true, lastReachedAt: deps.now(), failure: null, progress: wayWith(waiting) });
      if (waiting === 0) gone = 0;
      deps.asking(round.value.asking);
      histories += round.value.other ? 1 : 0;
      if (histories > mostHistories) return asBusy;
      if (!round.value.more) return carryAll(lost);
    }
  };

  /** What lies here of others goes when one's own has gone. */
  const carryAll: Work<Result<void, ExchangeFailure> | null> = async (lost) => {
    let histories = 0;
    for (;;) {
      if (lost?.()) return null;
      const carried = await carryOnce(deps);
      if (!carried.ok) return carried;
      histories += carried.value.other ? 1 : 0;
      if (histories > mostHistories) return asBusy;
      if (!carried.value.more) return ok(undefined);
    }
  };

  const settle = (outcome: Result<void, ExchangeFailure>) => {
    if (outcome.ok) return;
    const { failure } = outcome;
    if (failure.type !== 'no-device') show({ reached: answeredUs.has(failure.type) ? view.reached : false, failure });
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      show({ busy: true });
      const outcome = await surely();
      if (outcome) settle(outcome);
      if (outcome && !outcome.ok) break;
    } while (again);
    show({ busy: false, progress: null });
  };

  return {
    view: () => view,
    count,
    /** Something more waits, said at once: the database's own count follows a moment later. */
    saved: (): Promise<void> => {
      show({ waiting: view.waiting + 1 });
      return count();
    },
    /** Exchanges now; when one is running already, another follows it, so nothing saved meanwhile is left. */
    now: (): Promise<void> => {
      if (running) again = true;
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
  };
};
export type Exchange = ReturnType<typeof createExchange>;
