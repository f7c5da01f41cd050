/** For supervisors: the screenings that were paused and wait for somebody to go on. */
import { allHanded, type Handed, isDone } from './assignment.ts';
import type { RecordState } from './fold.ts';
import type { Day, Id } from './id.ts';
import type { RecordsOf } from './library.ts';
import { dayOf } from './period.ts';
import { screeningIn } from './records.ts';
import type { Screening } from './screening.ts';

export interface PausedScreening {
  readonly record: Id;
  readonly person: Id;
  readonly screening: Screening;
  /** Since which day it waits, by the clock of whoever paused it last, and who that was. */
  readonly since: Day;
  readonly by: { readonly person: Id; readonly name: string };
  /** Who is to go on with it; nobody yet, or what was given was taken back. */
  readonly assigned: { readonly to: Id; readonly day: Day; readonly by: { readonly person: Id; readonly name: string } } | null;
}

const assignedTo = (open: readonly Handed[], state: RecordState): PausedScreening['assigned'] => {
  const mine = open.filter((handed) => handed.assignment.screening === state.record && !isDone(handed, state));
  // Two supervisors may have handed it to two people; the later day is shown, and both can be taken back.
  const [latest] = mine.sort((a, b) =>
    a.assignment.day < b.assignment.day ? 1 : a.assignment.day > b.assignment.day ? -1 : a.record < b.record ? -1 : 1,
  );
  return latest ? { to: latest.assignment.to, day: latest.assignment.day, by: latest.by } : null;
};

/** While one says paused and another says done, that is a disagreement and stands in the inbox. */
const pausedBy = (state: RecordState) => {
  const outcome = state.fields.get('outcome');
  return outcome?.value === 'paused' && !outcome.disagrees ? outcome.standing[0]?.entry.body : undefined;
};

/** Longest waiting first. */
export const openPaused = (records: RecordsOf): readonly PausedScreening[] => {
  const open = allHanded(records).filter(({ assignment }) => assignment.takenBack !== true);
  return records('screening')
    .flatMap((state): readonly PausedScreening[] => {
      const screening = screeningIn(state);
      const paused = pausedBy(state);
      if (!screening || !paused) return [];
      const { record } = state;
      return [
        { record, person: screening.person, screening, since: dayOf(paused.writtenAt), by: paused.by, assigned: assignedTo(open, state) },
      ];
    })
    .sort((a, b) => (a.since === b.since ? (a.record < b.record ? -1 : 1) : a.since < b.since ? -1 : 1));
};
