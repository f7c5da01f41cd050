/** The app behind its first file (first.ts): the frame is painted first, then the real parts are built and handed in. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { createFieldbook } from './compose/fieldbook.ts';
import { chosenLanguages } from './i18n/language.ts';
import { watchPacks } from './i18n/packs.ts';
import { startWords } from './i18n/start.ts';
import { App, type Start } from './ui/App.tsx';
import { isKeptLockDrawn } from './ui/keptLock.ts';
import { whenIdle } from './ui/whenIdle.ts';

const start = signal<Start>(null);
/** Milliseconds that the bare page of index.html may stand alone. */
const frameAfter = 200;

const tell = (made: Start): void => {
  start.value = made;
};

/** Later than everything else: the words are here, it is about keeping them. Without this file, words come as they did before. */
const keepPacks = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const keeper = await import('./compose/packKeeper.ts').catch(() => null);
  if (keeper) await watchPacks(keeper.packKeeper(navigator.serviceWorker), chosenLanguages);
};

const begin = async (): Promise<void> => {
  // Both begin at once: the words are few and usually here first.
  const making = createFieldbook();
  await startWords();
  // Usually the device has looked by then, and the first thing drawn is the lock itself; if not, the frame is there meanwhile.
  // A lock that was kept stands until then, and is not taken from under somebody's thumbs for a bare frame.
  const made = making.then(tell, () => undefined);
  await (isKeptLockDrawn() ? made : Promise.race([made, new Promise((passed) => setTimeout(passed, frameAfter))]));
  const root = document.querySelector('#app');
  if (root) render(<App start={start} />, root);
  whenIdle(() => void keepPacks());
  await making;
};

begin().catch((problem: unknown) => {
  start.value = 'broken';
  // A name for whoever looks; a browser's own message may hold an address or a path, so it stays out.
  console.error('Fieldbook could not start:', problem instanceof Error ? problem.name : 'unknown');
});
