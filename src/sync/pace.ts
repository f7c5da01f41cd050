/**
 * When to exchange: something was saved, the app was opened or came to the front, a network appeared, and quietly from
 * time to time. `navigator.onLine` starts a try; it is never believed to forbid one. After failures the pause grows.
 */
export interface PaceDeps {
  readonly exchange: () => Promise<void>;
  readonly failed: () => boolean;
  /** Seconds the endpoint asked to be left alone after the last try; 0 when it did not. The button may try all the same. */
  readonly askedToWait: () => number;
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener' | 'setTimeout' | 'clearTimeout'>;
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
  /** Between 0 and 1, so that many phones do not all try at once. */
  readonly random: () => number;
}

const quietPause = 30_000;
const longestPause = 15 * 60_000;
/** A moment, so that the entries of one tap travel together. */
const afterSave = 400;

export const keepPace = (deps: PaceDeps) => {
  let timer: number | undefined;
  let failures = 0;
  let stopped = false;
  let leftAlone = 0;

  const wake = async (): Promise<void> => {
    deps.window.clearTimeout(timer);
    await deps.exchange();
    failures = deps.failed() ? failures + 1 : 0;
    leftAlone = deps.askedToWait() * 1000;
    plan(Math.min(longestPause, quietPause * 2 ** Math.max(0, failures - 1)) * (0.5 + deps.random() / 2));
  };
  const plan = (pause: number): void => {
    deps.window.clearTimeout(timer);
    if (stopped) return;
    timer = deps.window.setTimeout(() => void wake(), Math.max(pause, leftAlone));
  };
  const online = () => plan(0);
  const visible = () => {
    if (deps.document.visibilityState === 'visible') plan(0);
  };

  deps.window.addEventListener('online', online);
  deps.document.addEventListener('visibilitychange', visible);
  plan(0);

  return {
    saved: () => plan(afterSave),
    now: wake,
    stop: () => {
      stopped = true;
      deps.window.clearTimeout(timer);
      deps.window.removeEventListener('online', online);
      deps.document.removeEventListener('visibilitychange', visible);
    },
  };
};
