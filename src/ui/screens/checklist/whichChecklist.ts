/** Which checklist a run is of: our own, or one that a supervisor published; and what a worker can choose from. */
import type { Checklist } from '../../../domain/checklist.ts';
import { findPublished, type OfferedChecklist, offered, type RecordsOf } from '../../../domain/library.ts';
import { type AgeGroup, type AskedChecklist, followsMinorPath } from '../../../domain/screening.ts';
import { adult } from '../../../forms/library/adult.ts';
import { findInLibrary, library } from '../../../forms/library/library.ts';

/**
 * A published one is found by its record, whatever was published since. One of ours is found by its id: its questions keep
 * their names from version to version, so a later one explains an earlier one's answers. Before there were others, all were
 * the adult one.
 */
export const findChecklist = (records: RecordsOf, asked: AskedChecklist | undefined): Checklist | null => {
  if (asked === undefined) return findInLibrary(adult.id) ?? null;
  const { id, record } = asked;
  const version = String(asked.version);
  if (record === undefined) {
    const ours = findInLibrary(id);
    if (ours) return ours;
  }
  return findPublished(records, { id, version, record })?.checklist() ?? null;
};

export const namedBy = ({ id, version, record }: OfferedChecklist): AskedChecklist =>
  record === null ? { id, version } : { id, version, record };

/** Under 18 nothing is asked of the person: only what is for noting what was seen is offered then (R11). */
export const checklistsFor = (records: RecordsOf, age: AgeGroup | undefined): readonly OfferedChecklist[] => {
  const minor = age !== undefined && followsMinorPath(age);
  return offered(records, library).filter(({ meantFor }) => (meantFor === 'under-18') === minor);
};
