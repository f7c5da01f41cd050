/** Screenings as they were kept, opened to be read: each with its own checklist, in the version it was asked with, in the reader's words. */
import { createContext } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Checklist } from '../../../domain/checklist.ts';
import type { Screening } from '../../../domain/screening.ts';
import type { Run } from '../../../forms/engine/run.ts';
import { openToRead } from '../../../forms/walk/openAnswers.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { useNotebook } from '../../useNotebook.ts';
import { findChecklist } from '../checklist/whichChecklist.ts';
import { type Wording, wordingOf } from '../checklist/wording.ts';
import { useTwoLanguages } from '../twoLanguages.ts';

export interface Kept {
  readonly screening: Screening;
  readonly checklist: Checklist;
  readonly run: Run;
  readonly wording: Wording;
}

/** `null` where the checklist has not arrived. */
export const useAllKept = (screenings: readonly Screening[]): readonly (Kept | null)[] => {
  const { recordsOf } = useNotebook();
  const tag = currentLanguage.value;
  const words = useTwoLanguages(tag, 'checklists');
  // Looked for each time: it may arrive while the screen is open.
  const checklists = screenings.map(({ checklist }) => findChecklist(recordsOf, checklist));
  const runs = useMemo(
    () => screenings.map((screening, at) => (checklists[at] ? openToRead(checklists[at], screening) : null)),
    [...screenings, ...checklists],
  );
  return screenings.map((screening, at) => {
    const run = runs[at];
    if (!run) return null;
    const { checklist } = run.loaded;
    return { screening, checklist, run, wording: wordingOf(run, checklist, words, tag) };
  });
};

export const useKept = (screening: Screening): Kept | null => useAllKept([screening])[0] ?? null;

/** The screening that is on the screen: whatever speaks of its questions says them in its own words. */
export const KeptContext = createContext<Kept | null>(null);
