/** Whose word vouches for the wording of a checklist. Apart from what a language is called (checklistLanguages.ts), which phones in the field need not know. */
import type { ChecklistLanguage } from '../domain/checklist.ts';

/** Wording counts as looked at only when somebody stands for it; without a name or a role it is a draft, and phones say so. */
export const wordingThatCounts = ({ wording, reviewedBy }: ChecklistLanguage): ChecklistLanguage['wording'] =>
  wording === 'source' || reviewedBy?.trim() ? wording : 'machine-draft';
