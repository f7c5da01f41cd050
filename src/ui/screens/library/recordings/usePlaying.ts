/** What is listened to again, one line at a time; leaving the page ends it. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createPlayer, type SoundBytes } from '../../../sound/player.ts';

export interface PlayingLine {
  readonly line: string | null;
  readonly failed: string | null;
  readonly stop: () => void;
  readonly toggle: (line: string, load: () => Promise<SoundBytes | null>) => void;
}

export const usePlaying = (): PlayingLine => {
  const player = useMemo(createPlayer, []);
  const line = useSignal<string | null>(null);
  const failed = useSignal<string | null>(null);
  useEffect(() => player.stop, [player]);
  const stop = () => {
    player.stop();
    line.value = null;
  };
  const toggle = async (name: string, load: () => Promise<SoundBytes | null>) => {
    const wasPlaying = line.peek() === name;
    stop();
    failed.value = null;
    if (wasPlaying) return;
    line.value = name;
    const began = await player.play(load);
    if (!began.ok) failed.value = name;
    else await began.value?.ended;
    if (line.peek() === name) line.value = null;
  };
  return { line: line.value, failed: failed.value, stop, toggle: (name, load) => void toggle(name, load) };
};
