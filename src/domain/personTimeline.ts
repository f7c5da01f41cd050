/** Everything about one person, put in the order in which it happened. */
import type { Contact } from './contact.ts';
import type { RecordState } from './fold.ts';
import type { Id } from './id.ts';
import type { Person } from './person.ts';
import { contactIn, personIn, writtenFirst } from './records.ts';

/** What is shown on a person's page, newest day first; of one day, what was written last. Kinds from a newer version are kept in. */
export const timelineOf = (records: readonly RecordState[]): readonly RecordState[] =>
  records.filter(({ kind }) => kind !== 'person').sort((a, b) => compare(dayOf(b), dayOf(a)) || compare(writtenAt(b), writtenAt(a)));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const writtenAt = (state: RecordState): string => writtenFirst(state)?.body.writtenAt ?? '';
const dayOf = (state: RecordState): string => {
  const day = state.fields.get('day')?.value;
  return typeof day === 'string' ? day : writtenAt(state).slice(0, 10);
};

export const personDetails = (records: readonly RecordState[], person: Id): Person | null => {
  const state = records.find(({ record, kind }) => record === person && kind === 'person');
  return state ? personIn(state) : null;
};

/** The language of the newest contact that names one. */
export const languageSpoken = (records: readonly RecordState[]): Contact['language'] =>
  timelineOf(records).flatMap((state) => contactIn(state)?.language ?? [])[0];
