/** Reading chosen files as a screen shows it: quiet for a second, then said, stoppable all the time. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BroughtFile, ReadSpreadsheet } from '../../../forms/brought.ts';
import { usualLimits } from '../../../forms/workbook/limits.ts';
import { type ReadingFailure, useFieldbook } from '../../fieldbook.ts';

const quietFor = 1_000;

export interface Reading {
  /** `reading` while it is quick, `long` once it is worth a word. */
  readonly state: 'idle' | 'reading' | 'long';
  readonly failure: ReadingFailure | null;
  /** The bytes of the chosen files; `null` when one cannot be opened any more. */
  readonly open: (chosen: readonly File[]) => Promise<readonly BroughtFile[] | null>;
  readonly read: (files: readonly BroughtFile[]) => Promise<ReadSpreadsheet | null>;
  readonly stop: () => void;
}

/** One byte more than is ever read is enough to be told that it is too large. */
const bytesOf = async (file: File): Promise<BroughtFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.slice(0, usualLimits.fileBytes + 1).arrayBuffer()),
});

export const useReading = (): Reading => {
  const fieldbook = useFieldbook();
  const state = useSignal<Reading['state']>('idle');
  const failure = useSignal<ReadingFailure | null>(null);
  const stopper = useRef<AbortController | null>(null);
  // Whoever leaves the screen does not want the answer any more.
  useEffect(() => () => stopper.current?.abort(), []);
  const open = async (chosen: readonly File[]): Promise<readonly BroughtFile[] | null> => {
    failure.value = null;
    try {
      return await Promise.all(chosen.map(bytesOf));
    } catch {
      // Moved, still being downloaded, or on a stick that was pulled out.
      failure.value = { type: 'file-gone' };
      return null;
    }
  };
  const read = async (files: readonly BroughtFile[]): Promise<ReadSpreadsheet | null> => {
    stopper.current?.abort();
    const mine = new AbortController();
    stopper.current = mine;
    state.value = 'reading';
    failure.value = null;
    const timer = setTimeout(() => {
      state.value = 'long';
    }, quietFor);
    const answer = await fieldbook.readSpreadsheet(files, mine.signal);
    clearTimeout(timer);
    if (stopper.current !== mine) return null;
    state.value = 'idle';
    if (answer.ok) return answer.value;
    failure.value = answer.failure.type === 'stopped' ? null : answer.failure;
    return null;
  };
  return { state: state.value, failure: failure.value, open, read, stop: () => stopper.current?.abort() };
};
