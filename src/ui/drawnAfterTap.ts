/**
 * The browser itself marks what was tapped, in the very next frame. What else changes with an answer is drawn right behind that
 * frame: on a slow phone drawing it first would keep the mark back. Nothing of the change itself waits, only its drawing.
 */
import { options } from 'preact';

/** Frames stop in a page that is not seen; then this is long enough. */
const longest = 100;

const behindNextFrame = (draw: () => void): void => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = draw;
    port2.postMessage(null);
  });
  setTimeout(draw, longest);
};

/** Whatever else is drawn meanwhile takes this along, so nothing is ever drawn out of order. */
export const drawnAfterTap = (change: () => void): void => {
  const usual = options.debounceRendering;
  options.debounceRendering = behindNextFrame;
  try {
    change();
  } finally {
    if (usual) options.debounceRendering = usual;
    else delete options.debounceRendering;
  }
};
