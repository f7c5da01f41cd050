/** The parts of a draft, in the order in which a person goes through them, and what is handed to them. */
import type { Checklist } from '../../../domain/checklist.ts';
import type { LibraryDraft } from './libraryDraft.ts';

export const draftParts = ['findings', 'questions', 'languages', 'preview', 'marks', 'details'] as const;
export type DraftPart = (typeof draftParts)[number];

export interface EditingProps {
  readonly checklist: Checklist;
  readonly change: (next: Checklist) => void;
}

export interface DetailsProps {
  readonly draft: LibraryDraft;
  /** Leads to the part where something is missing. */
  readonly onShow: (part: DraftPart) => void;
}
