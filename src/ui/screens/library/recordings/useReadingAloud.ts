/** One line is read at a time: the microphone opens for it, closes at once afterwards, and also when the page is left or hidden. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type MicrophoneFailure, type Recorded, type RecordingNow, record } from '../../../sound/microphone.ts';

export type ReadingNow = { readonly line: string } & (
  | { readonly is: 'opening' }
  | { readonly is: 'recording'; readonly now: RecordingNow }
  | { readonly is: 'finished'; readonly recorded: Recorded }
  | { readonly is: 'failed'; readonly failure: MicrophoneFailure }
);

export interface ReadingAloud {
  readonly now: ReadingNow | null;
  readonly begin: (line: string) => void;
  readonly stop: () => void;
  /** Throws away what was read, or gives way to the next line. */
  readonly clear: () => void;
}

export const useReadingAloud = (): ReadingAloud => {
  const now = useSignal<ReadingNow | null>(null);
  /** Counted up whenever something else begins; what belongs to an older number is not shown any more. */
  const turn = useRef(0);
  const live = useRef<RecordingNow | null>(null);
  const stop = () => live.current?.stop();
  const clear = () => {
    turn.current += 1;
    stop();
    now.value = null;
  };
  const begin = async (line: string) => {
    clear();
    const mine = turn.current;
    now.value = { line, is: 'opening' };
    const began = await record();
    if (turn.current !== mine) {
      if (began.ok) began.value.stop();
      return;
    }
    if (!began.ok) {
      now.value = { line, is: 'failed', failure: began.failure };
      return;
    }
    live.current = began.value;
    now.value = { line, is: 'recording', now: began.value };
    const ended = await began.value.ended;
    if (turn.current !== mine) return;
    live.current = null;
    now.value = ended.ok ? { line, is: 'finished', recorded: ended.value } : { line, is: 'failed', failure: ended.failure };
  };
  useEffect(() => {
    const whenHidden = () => document.visibilityState === 'hidden' && stop();
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      turn.current += 1;
      stop();
    };
  }, []);
  return { now: now.value, begin: (line) => void begin(line), stop, clear };
};
