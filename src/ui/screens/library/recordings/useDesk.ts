/** Reading at the desk: which line is being read, listened to or up next, and what its buttons do. */
import { useSignal } from '@preact/signals';
import { recordingTakenBack } from '../../../../domain/recordingEntries.ts';
import type { SaveFailure } from '../../../../store/notebook.ts';
import type { Recorded } from '../../../sound/microphone.ts';
import { useNotebook } from '../../../useNotebook.ts';
import { useSave } from '../../saving/useSave.ts';
import type { LineViewProps } from './LineView.tsx';
import type { SpokenLine } from './spokenLines.ts';
import { soundOf, takeFrom, takeId } from './takes.ts';
import type { Lines } from './useLines.ts';
import { usePlaying } from './usePlaying.ts';
import { useReadingAloud } from './useReadingAloud.ts';

export interface DeskFor {
  readonly lines: Lines;
  readonly language: string;
  readonly reader: string;
}

export interface Desk {
  readonly failure: SaveFailure | null;
  readonly at: (line: SpokenLine) => Omit<LineViewProps, 'line' | 'words'>;
}

export const useDesk = ({ lines, language, reader }: DeskFor): Desk => {
  const notebook = useNotebook();
  const reading = useReadingAloud();
  const playing = usePlaying();
  const saving = useSave();
  const next = useSignal<string | null>(null);
  const failure = useSignal<SaveFailure | null>(null);

  const keep = async (line: SpokenLine, recorded: Recorded, goOn: boolean) => {
    const take = takeFrom({ language, reader, line, original: lines.words.original(line.says) }, recorded);
    const kept = await notebook.drafts.keep(takeId(language, line), take);
    failure.value = kept.ok ? null : kept.failure;
    if (!kept.ok) return;
    playing.stop();
    reading.clear();
    next.value = goOn ? (lines.after(line)?.name ?? null) : null;
  };
  const remove = async (line: SpokenLine) => {
    await notebook.drafts.drop(takeId(language, line));
    const entries = recordingTakenBack(notebook.recordsOf, line.place, language);
    if (entries.length > 0) await saving.save(entries);
  };
  const begin = (line: SpokenLine) => {
    playing.stop();
    next.value = null;
    reading.begin(line.name);
  };
  const nowAt = (line: SpokenLine) => (reading.now?.line === line.name ? reading.now : null);
  const listen = (line: SpokenLine) => {
    const now = nowAt(line);
    const justRead = now?.is === 'finished' ? now.recorded.bytes : null;
    playing.toggle(line.name, async () => justRead ?? soundOf(notebook, lines.standingAt(line)));
  };
  return {
    failure: failure.value ?? saving.failure,
    at: (line) => ({
      standing: lines.standingAt(line),
      now: nowAt(line),
      isNext: next.value === line.name,
      playing: playing.line === line.name,
      problem: playing.failed === line.name ? 'not-played' : null,
      busy: saving.busy,
      actions: {
        begin: () => begin(line),
        stop: reading.stop,
        keep: (recorded, goOn) => void keep(line, recorded, goOn),
        listen: () => listen(line),
        remove: () => void remove(line),
      },
    }),
  };
};
