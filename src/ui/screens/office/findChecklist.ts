import type { Checklist } from '../../../domain/checklist.ts';
import type { Screening } from '../../../domain/screening.ts';
import { urgenciesIn } from '../../../forms/engine.ts';
import { adult } from '../../../forms/library/adult.ts';

const library: readonly Checklist[] = [adult];

/** The definition a screening was run with, if this version has it. A later version still explains an earlier one's answers. */
export const findChecklist = (id: string | undefined): Checklist | undefined => library.find((checklist) => checklist.id === id);

export const urgenciesOfScreening = ({ checklist, answers }: Screening): readonly string[] => {
  const known = findChecklist(checklist?.id);
  return known && answers ? urgenciesIn(known, answers) : [];
};
