/** While the notebook is open, the wording that supervisors accepted stands over the app's own; at the lock it goes with everything else. */
import { useLayoutEffect } from 'preact/hooks';
import type { RecordState } from '../domain/fold.ts';
import { standingWording } from '../domain/wording.ts';
import { type BetterWords, setBetterWords } from '../i18n/layOver.ts';
import type { Notebook } from '../store/notebook.ts';

const betterWords = ({ recordsOf }: Notebook): BetterWords =>
  new Map([...standingWording(recordsOf)].map(([tag, texts]) => [tag, new Map([...texts].map(([key, { taken }]) => [key, taken]))]));

const AcceptedWording = ({ notebook }: { readonly notebook: Notebook }) => {
  // Before the first thing is painted, so that nobody reads the words that were put right.
  useLayoutEffect(() => {
    let known: readonly RecordState[] = [];
    // Every save comes by here, and nearly none of them is about wording.
    const follow = () => {
      const states = notebook.recordsOf('wording');
      if (states.length === known.length && states.every((state, at) => state === known[at])) return;
      known = states;
      setBetterWords(betterWords(notebook));
    };
    follow();
    const stop = notebook.watch(follow);
    return () => {
      stop();
      setBetterWords(new Map());
    };
  }, [notebook]);
  return null;
};
export default AcceptedWording;
