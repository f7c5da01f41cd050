/** What a run knows of listening: the spoken language, what was listened to, and which languages have sound and no words. */
import { useMemo } from 'preact/hooks';
import type { Checklist } from '../../../domain/checklist.ts';
import { recordingsIn } from '../../../domain/recordings.ts';
import type { DraftOf } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { languagesHeard, type TalkListening, withHeardOnly } from '../listening/listening.ts';
import type { TwoLanguages } from '../twoLanguages.ts';
import type { ScreeningDraft } from './screeningDraft.ts';

export interface RunListening {
  readonly talk: TalkListening;
  readonly listened: ReadonlyMap<string, string>;
  readonly withHeard: (words: TwoLanguages) => TwoLanguages;
}

export const useTalkListening = (draft: DraftOf<ScreeningDraft>, checklist: Checklist | null): RunListening => {
  const { recordsOf } = useNotebook();
  const { heardIn, personTag } = draft.value.value;
  const listened = useMemo(() => new Map<string, string>(), [draft]);
  const talk = useMemo(
    (): TalkListening => ({
      heardIn,
      hearIn: (language) => draft.set({ heardIn: language }),
      listenedTo: (says, language) => void listened.set(says, language),
    }),
    [draft, heardIn],
  );
  const recordings = recordingsIn(recordsOf);
  const heard = useMemo(() => (checklist ? languagesHeard(checklist, recordings) : []), [checklist, recordings]);
  return { talk, listened, withHeard: (words) => withHeardOnly(words, heard, personTag) };
};
