/**
 * For what can wait until the first screen is there. Not tied to a frame: a page opened in the background draws none, and has
 * work to do all the same.
 */
export const whenIdle = (work: () => void): void => {
  // Safari has no idle callback; there, a moment long enough for a frame.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 100);
};
