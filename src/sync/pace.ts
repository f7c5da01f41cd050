/**
 * When to exchange: something was saved, the app was opened or came to the front, a network appeared or changed, and quietly
 * from time to time. `navigator.onLine` starts a try; it is never believed to forbid one. After failures the pause is drawn
 * between nothing and a growing most ("full jitter"), so that phones which failed together do not come back together.
 */
import { isFinal, secondsAskedFor } from './askingAgain.ts';
import type { ExchangeFailure } from './exchangeOnce.ts';

type Listened = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

export interface PaceDeps {
  readonly exchange: () => Promise<void>;
  /** What the last try came to; `null` when it went well. */
  readonly failure: () => ExchangeFailure | null;
  readonly window: Listened & Pick<Window, 'setTimeout' | 'clearTimeout'>;
  readonly document: Listened & Pick<Document, 'visibilityState'>;
  /** What says that the phone is on another network now, where the browser tells. */
  readonly network?: Listened | undefined;
  /** Between 0 and 1, so that many phones do not all try at once. */
  readonly random: () => number;
  /** A clock that only goes forward, in milliseconds. */
  readonly milliseconds: () => number;
  /** In how many milliseconds the next try comes; `null` while one is running. */
  readonly planned?: (pause: number | null) => void;
}

/** Between two tries that went well. */
const quietPause = 30_000;
/** After failures: at most this, then twice, four times …, and never more than the longest. */
const firstPause = 10_000;
const longestPause = 15 * 60_000;
/** A moment, so that the entries of one tap travel together. */
const afterSave = 400;

const mostAfter = (failures: number): number => Math.min(longestPause, firstPause * 2 ** (failures - 1));

export const keepPace = (deps: PaceDeps) => {
  let timer: number | undefined;
  let failures = 0;
  let stopped = false;
  let tries = 0;
  let notBefore = 0;

  /** How long only the button may try: as long as was asked for, or until somebody may have changed what stands in the way. */
  const leaveAlone = (failure: ExchangeFailure): number => Math.max(secondsAskedFor(failure) * 1000, isFinal(failure) ? longestPause : 0);

  const wake = async (): Promise<void> => {
    deps.window.clearTimeout(timer);
    tries += 1;
    const mine = tries;
    deps.planned?.(null);
    await deps.exchange();
    // The button pressed in the middle of a try waits for the same one: it counts once.
    if (mine === tries) planAfter(deps.failure());
  };
  const planAfter = (failure: ExchangeFailure | null): void => {
    failures = failure ? failures + 1 : 0;
    const alone = failure ? leaveAlone(failure) : 0;
    notBefore = deps.milliseconds() + alone;
    plan(alone + (failure ? mostAfter(failures) * deps.random() : quietPause * (0.5 + deps.random() / 2)));
  };
  const plan = (wished: number): void => {
    deps.window.clearTimeout(timer);
    if (stopped) return;
    const pause = Math.max(wished, notBefore - deps.milliseconds());
    timer = deps.window.setTimeout(() => void wake(), pause);
    deps.planned?.(pause);
  };
  const atOnce = () => plan(0);
  const visible = () => {
    if (deps.document.visibilityState === 'visible') plan(0);
  };

  deps.window.addEventListener('online', atOnce);
  deps.network?.addEventListener('change', atOnce);
  deps.document.addEventListener('visibilitychange', visible);
  plan(0);

  return {
    saved: () => plan(afterSave),
    now: wake,
    stop: () => {
      stopped = true;
      deps.window.clearTimeout(timer);
      deps.window.removeEventListener('online', atOnce);
      deps.network?.removeEventListener('change', atOnce);
      deps.document.removeEventListener('visibilitychange', visible);
    },
  };
};
