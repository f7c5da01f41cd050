/**
 * The browser's own locks and its channel between tabs, for src/sync/oneWriter.ts. Every engine that has the one has the other
 * (Chromium 69, Safari 15.4, Firefox 96); where there is neither, the comparisons in the database and in the vault still guard.
 */
import { createOneWriter, type OneWriter, type OneWriterDeps, type Work } from '../sync/oneWriter.ts';

const wait: OneWriterDeps['wait'] = (milliseconds, signal) =>
  new Promise((done) => {
    if (signal.aborted) return done();
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });

const enter: OneWriterDeps['enter'] = (name, hear) => {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
  return { say: (word) => channel.postMessage(word), leave: () => channel.close() };
};

const writerIn = (name: string): OneWriter | null =>
  'locks' in navigator && typeof BroadcastChannel === 'function' ? createOneWriter({ locks: navigator.locks, enter, wait }, name) : null;

/** One tab, or the service worker, at a time: whoever finds it taken leaves it. */
export const oneOfUs = (name: string) => {
  const writer = writerIn(name);
  return <T>(work: Work<T>): Promise<T | null> => writer?.alone(work) ?? work();
};

/** One tab after the other. */
export const takingTurns = (name: string) => {
  const writer = writerIn(name);
  return <T>(work: () => Promise<T>): Promise<T> => writer?.inTurn(work) ?? work();
};
