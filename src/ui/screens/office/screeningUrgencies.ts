import type { RecordsOf } from '../../../domain/library.ts';
import type { Screening } from '../../../domain/screening.ts';
import { keptUrgencies } from '../../../forms/walk/keptUrgencies.ts';
import { findChecklist } from '../checklist/whichChecklist.ts';

/** What the answers raise, most pressing first; nothing where the checklist cannot be read here. */
export const urgenciesOfScreening = (screening: Screening, records: RecordsOf): readonly string[] => {
  const known = screening.answers ? findChecklist(records, screening.checklist) : null;
  return known ? keptUrgencies(known, screening) : [];
};
