/** The exchange as a whole: one at a time, round after round until nothing waits on either side, telling how it stands. */
import type { Result } from '../domain/result.ts';
import { failed, ok } from '../domain/result.ts';
import type { SyncAnswer } from '../protocol/exchange.ts';
import type { Outbox } from '../store/outbox.ts';
import { type ExchangeDeps, type Exchanged, type ExchangeFailure, exchangeOnce } from './exchangeOnce.ts';

export interface ExchangeView {
  readonly busy: boolean;
  readonly waiting: number;
  /** Whether the last try reached the endpoint; `null` before the first. */
  readonly reached: boolean | null;
  readonly lastReachedAt: string | null;
  readonly failure: ExchangeFailure | null;
  readonly progress: { readonly done: number; readonly of: number } | null;
}

export interface ExchangeAllDeps extends ExchangeDeps {
  readonly outbox: Outbox;
  readonly now: () => string;
  /** Lets one tab at a time exchange; resolves to `null` when another does. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | null>;
  /** Something that must be told to the endpoint before anything else: a founding. */
  readonly first: () => Promise<Result<void, ExchangeFailure>>;
  readonly tell: (view: ExchangeView) => void;
  readonly asking: (requests: SyncAnswer['asking']) => void;
}

/** Below this many, an exchange is over before anybody reads a number. */
const worthShowing = 100;

export const createExchange = (deps: ExchangeAllDeps) => {
  let view: ExchangeView = { busy: false, waiting: 0, reached: null, lastReachedAt: null, failure: null, progress: null };
  let running: Promise<void> | null = null;
  let again = false;

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

  const rounds = async (): Promise<Result<void, ExchangeFailure>> => {
    const ready = await deps.first();
    if (!ready.ok) return ready;
    const all = await deps.outbox.waiting();
    let done = 0;
    for (;;) {
      const round: Result<Exchanged, ExchangeFailure> = await exchangeOnce(deps);
      if (!round.ok) return round;
      done += round.value.sent;
      const waiting = Math.max(0, all - done);
      show({
        waiting,
        reached: true,
        lastReachedAt: deps.now(),
        failure: null,
        progress: all > worthShowing ? { done, of: Math.max(all, done) } : null,
      });
      deps.asking(round.value.asking);
      if (!round.value.more) return ok(undefined);
    }
  };

  const settle = (outcome: Result<void, ExchangeFailure>) => {
    if (outcome.ok) return;
    const { failure } = outcome;
    if (failure.type !== 'no-device') show({ reached: failure.type === 'refused' ? view.reached : false, failure });
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
