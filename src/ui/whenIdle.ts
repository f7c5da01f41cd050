/** For what can wait until the first screen is there: after its frame, and then when nothing else is to be done. */
const idle = (work: () => void): void => {
  // Safari has no idle callback; there, the next turn will do.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 300 });
  else setTimeout(work, 50);
};

export const whenIdle = (work: () => void): void => {
  // A page opened in the background draws no frame, and has work to do all the same.
  if (document.visibilityState === 'hidden') idle(work);
  else requestAnimationFrame(() => setTimeout(() => idle(work)));
};
