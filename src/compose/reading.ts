/**
 * Reading a spreadsheet in a worker of its own: the screen stays awake whatever the file is, and the work can be ended at any
 * moment by ending the worker. The reader comes with the first file and goes with its worker.
 */
import { failed, type Result } from '../domain/result.ts';
import type { BroughtFile, ReadSpreadsheet } from '../forms/brought.ts';
import type { ReadingFailure } from '../ui/fieldbook.ts';
import type { ReadingReply } from './readingWorker.ts';
import readingWorker from './readingWorker.ts?worker&url';
import { trustedUrl } from './trustedUrl.ts';

/** The longest real form takes two seconds on a slow laptop. */
const longestWait = 60_000;

type Read = Result<ReadSpreadsheet, ReadingFailure>;

export const readInWorker = (files: readonly BroughtFile[], stop: AbortSignal): Promise<Read> =>
  new Promise((answered) => {
    const worker = new Worker(trustedUrl(readingWorker), { type: 'module' });
    let begun = false;
    const end = (read: Read): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', stopped);
      worker.terminate();
      answered(read);
    };
    const stopped = () => end(failed({ type: 'stopped' }));
    const timer = setTimeout(() => end(failed({ type: 'too-slow' })), longestWait);
    stop.addEventListener('abort', stopped);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingReply>) => {
      if (data.type === 'read') return end(data.read);
      // It says that it is there before it gets the files: what fails before that is the fetching of the worker, not the file.
      begun = true;
      worker.postMessage(files);
    });
    worker.addEventListener('error', () => end(failed({ type: begun ? 'reader-failed' : 'reader-missing' })));
    if (stop.aborted) stopped();
  });
