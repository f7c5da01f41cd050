/**
 * A phone put down or put away locks by itself: two minutes out of sight, five minutes untouched. Out of sight, the page is
 * covered at once, before the task switcher takes its picture. A browser may stop our timers in the background, so the
 * clock is asked again on coming back, before anything is uncovered.
 */
export const hiddenFor = 2 * 60_000;
export const idleFor = 5 * 60_000;
const lookEvery = 5_000;

export interface AutoLockDeps {
  readonly document: Document;
  readonly now: () => number;
  readonly isOpen: () => boolean;
  readonly lock: () => Promise<void>;
}

const signsOfLife = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

export const startAutoLock = ({ document, now, isOpen, lock }: AutoLockDeps): (() => void) => {
  let touchedAt = now();
  let hiddenAt: number | null = null;
  const cover = () => document.documentElement.setAttribute('data-covered', '');
  const uncover = () => document.documentElement.removeAttribute('data-covered');
  /** A clock that was turned back says nothing: then the safe answer is that the time is over. */
  const isOver = (since: number, limit: number) => now() - since >= limit || now() < since;
  const lockIfOver = async () => {
    if (isOpen() && (isOver(touchedAt, idleFor) || (hiddenAt !== null && isOver(hiddenAt, hiddenFor)))) await lock();
  };
  const touched = () => {
    touchedAt = now();
  };
  const changed = async () => {
    if (document.visibilityState === 'hidden') {
      hiddenAt ??= now();
      cover();
      return;
    }
    await lockIfOver();
    hiddenAt = null;
    touched();
    uncover();
  };
  const onChange = () => void changed();
  const timer = setInterval(() => void lockIfOver(), lookEvery);
  for (const sign of signsOfLife) document.addEventListener(sign, touched, { capture: true, passive: true });
  document.addEventListener('visibilitychange', onChange);
  return () => {
    clearInterval(timer);
    for (const sign of signsOfLife) document.removeEventListener(sign, touched, { capture: true });
    document.removeEventListener('visibilitychange', onChange);
    uncover();
  };
};
